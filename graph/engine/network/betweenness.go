package network

import (
	"context"
	"math"
	"math/rand/v2"
	"sync"
)

// blocks is into how many parts the sources of a sum are divided, whatever the
// number of workers: each part is summed in the order of its sources, and the
// parts in their order, so the outcome is the same to the last bit.
const blocks = 16

// Betweenness gives, by node, how many shortest paths pass through it: over all
// unordered pairs of other nodes, the share of the pair's shortest paths (by
// number of ties; weights are not asked) on which it lies (Brandes 2001). It
// costs O(n m) time and 16 n numbers of memory. progress, which may be
// nil, is told of sources done, from one goroutine at a time. The error is the
// context's.
func Betweenness(ctx context.Context, w *Network, workers int, progress func(done, total int)) ([]float64, error) {
	sources := make([]uint32, w.Size())
	for v := range sources {
		sources[v] = uint32(v) //nolint:gosec // fewer than 2^32 nodes
	}
	sums, err := dependencies(ctx, w, sources, workers, progress)
	for v := range sums {
		sums[v] /= 2 // each pair was met from both ends
	}
	return sums, err
}

// Estimate is what a sample says.
type Estimate struct {
	Values []float64
	// Epsilon bounds the error: with a probability of at least 1 - Delta no value
	// is further than Epsilon from the exact one.
	Epsilon, Delta float64
	// Samples is how many sources were drawn.
	Samples int
}

// SampledBetweenness estimates Betweenness from sources drawn at random, with
// replacement, by the seed (Brandes and Pich 2007). The bound is Hoeffding's
// (1963) for each node, held for all n at once by Boole's inequality: with k
// sources epsilon = n (n-2) / 2 sqrt(ln(2n/delta) / 2k), for what a source adds to
// a node lies between 0 and n-2. It panics unless samples is positive and delta
// lies between 0 and 1.
func SampledBetweenness(ctx context.Context, w *Network, samples int, delta float64, seed uint64, workers int, progress func(done, total int)) (Estimate, error) {
	if samples < 1 || !(delta > 0 && delta < 1) {
		panic("network: sampled betweenness without samples or a delta")
	}
	out := Estimate{Delta: delta, Samples: samples, Values: make([]float64, w.Size())}
	n := w.Size()
	if n == 0 {
		return out, ctx.Err()
	}
	random := rand.New(rand.NewPCG(seed, 0xbe7)) //nolint:gosec // repeatable on purpose: nothing secret hangs on these draws
	sources := make([]uint32, samples)
	for i := range sources {
		sources[i] = random.Uint32N(uint32(n)) //nolint:gosec // fewer than 2^32 nodes
	}
	sums, err := dependencies(ctx, w, sources, workers, progress)
	if err != nil {
		return Estimate{}, err
	}
	for v, sum := range sums {
		out.Values[v] = sum * float64(n) / float64(samples) / 2
	}
	out.Epsilon = SampleError(n, samples, delta)
	return out, nil
}

// SampleError is the epsilon of SampledBetweenness.
func SampleError(n, samples int, delta float64) float64 {
	width := float64(n) * math.Max(float64(n-2), 0) / 2
	return width * math.Sqrt(math.Log(2*float64(n)/delta)/(2*float64(samples)))
}

// dependencies sums over sources what each makes every node be between.
func dependencies(ctx context.Context, w *Network, sources []uint32, workers int, progress func(done, total int)) ([]float64, error) {
	parts := min(blocks, max(len(sources), 1))
	sums := make([][]float64, parts)
	var mu sync.Mutex
	done := 0
	err := share(ctx, parts, workers, func(part int) error {
		b := newBrandes(w)
		begin, end := part*len(sources)/parts, (part+1)*len(sources)/parts
		for _, s := range sources[begin:end] {
			if err := ctx.Err(); err != nil {
				return err
			}
			b.from(s)
			if progress != nil {
				mu.Lock()
				done++
				progress(done, len(sources))
				mu.Unlock()
			}
		}
		sums[part] = b.sum
		return nil
	})
	if err != nil {
		return nil, err
	}
	total := make([]float64, w.Size())
	for _, sum := range sums {
		for v, value := range sum {
			total[v] += value
		}
	}
	return total, nil
}

// brandes is the scratch space of one worker.
type brandes struct {
	w     *Network
	depth []int32
	paths []float64
	gain  []float64
	order []uint32
	sum   []float64
}

func newBrandes(w *Network) *brandes {
	n := w.Size()
	return &brandes{
		w: w, depth: make([]int32, n), paths: make([]float64, n), gain: make([]float64, n), order: make([]uint32, 0, n),
		sum: make([]float64, n),
	}
}

// from adds the dependencies of one source.
func (b *brandes) from(source uint32) {
	for v := range b.depth {
		b.depth[v], b.paths[v], b.gain[v] = -1, 0, 0
	}
	b.depth[source], b.paths[source] = 0, 1
	b.order = append(b.order[:0], source)
	for at := 0; at < len(b.order); at++ {
		v := b.order[at]
		for _, end := range b.w.Row(v) {
			if b.depth[end] < 0 {
				b.depth[end] = b.depth[v] + 1
				b.order = append(b.order, end)
			}
			if b.depth[end] == b.depth[v]+1 {
				b.paths[end] += b.paths[v]
			}
		}
	}
	for at := len(b.order) - 1; at > 0; at-- {
		v := b.order[at]
		for _, end := range b.w.Row(v) {
			if b.depth[end] == b.depth[v]-1 {
				b.gain[end] += b.paths[end] / b.paths[v] * (1 + b.gain[v])
			}
		}
		b.sum[v] += b.gain[v]
	}
}

// share lets workers take parts in turn; 0 is one worker. After an error no
// further part begins, and all have ended when it returns.
func share(ctx context.Context, parts, workers int, do func(part int) error) error {
	var group sync.WaitGroup
	var mu sync.Mutex
	var failed error
	next := 0
	for range min(max(workers, 1), parts) {
		group.Go(func() {
			for {
				mu.Lock()
				part := next
				next++
				stop := failed != nil
				mu.Unlock()
				if stop || part >= parts {
					return
				}
				if err := do(part); err != nil {
					mu.Lock()
					failed = err
					mu.Unlock()
				}
			}
		})
	}
	group.Wait()
	if failed != nil {
		return failed
	}
	return ctx.Err()
}
