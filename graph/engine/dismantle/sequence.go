package dismantle

import (
	"context"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"

	"entente/graph/engine/network"
)

// Effort is what a plan may cost in time: its seed, workers and share of the
// usual work.
type Effort struct {
	// Seed picks the random choices: equal networks and seeds give equal plans.
	Seed uint64
	// Workers is how many threads there may be, 0 is 1. It changes no answer.
	Workers int
	// Share is the part of the usual work to be done; 0 is 1. It is counted in
	// steps, never by a clock, so it decides the answer alone.
	Share float64
	// Progress is told, from any goroutine, how many parts of a stage are done; a
	// plan goes through several stages. nil is nobody. It changes no answer.
	Progress func(done, total int)
}

// parts counts what is done of a stage.
func (e Effort) parts(total int) func() {
	if e.Progress == nil {
		return func() {}
	}
	var done atomic.Int64
	e.Progress(0, total)
	return func() { e.Progress(int(done.Add(1)), total) }
}

func (e Effort) workers() int { return max(1, e.Workers) }

func (e Effort) share() float64 {
	if e.Share <= 0 {
		return 1
	}
	return e.Share
}

// islands is the number of searches that go side by side, whatever the number
// of workers.
const islands = 2

// most is the number of nodes and half ties above which only reinsertion and a
// short sweep are affordable.
const most = 2_000_000

// Sequence orders the allowed nodes so that, removed in that order, they take
// the network apart soon: the area under the size of the largest component,
// until it is below a tenth of the nodes, is small. Behind that place the order
// goes on as far as it was looked at. allowed nil allows all. The error is the
// context's.
func Sequence(ctx context.Context, w *network.Network, allowed []bool, effort Effort) ([]uint32, error) {
	return sequence(ctx, w, allowed, goal{}, effort)
}

// Within is Sequence for so many removals: it makes the sum of the sizes of the
// largest component after each of them small.
func Within(ctx context.Context, w *network.Network, allowed []bool, removals int, effort Effort) ([]uint32, error) {
	if removals < 1 {
		return nil, &BadInput{Field: "removals", Message: "Give a number of removals, 1 or more."}
	}
	return sequence(ctx, w, allowed, goal{removals}, effort)
}

func sequence(ctx context.Context, w *network.Network, allowed []bool, g goal, effort Effort) ([]uint32, error) {
	if allowed == nil {
		allowed = slices.Repeat([]bool{true}, w.Size())
	}
	pool := starts(w, allowed, g, effort)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if w.Size() == 0 || len(pool[0].order) == 0 {
		return nil, nil
	}
	found := make([]attempt, islands)
	tell := effort.parts(islands * annealParts)
	side(effort.workers(), islands, func(i int) {
		found[i] = island(ctx, w, allowed, pool, g, effort, tell, i)
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	slices.SortFunc(found, better)
	return found[0].order, nil
}

// side does so many tasks with so many workers.
func side(workers, tasks int, do func(task int)) {
	if workers == 1 {
		for i := range tasks {
			do(i)
		}
		return
	}
	var all sync.WaitGroup
	for i := range min(workers, tasks) {
		all.Go(func() {
			for task := i; task < tasks; task += workers {
				do(task)
			}
		})
	}
	all.Wait()
}

// starts are the orders to begin with, the best first.
func starts(w *network.Network, allowed []bool, g goal, effort Effort) []attempt {
	size := w.Size() + len(w.Ends)
	ways := []func() []uint32{
		func() []uint32 { return byDegree(w) },
		func() []uint32 { return byCore(w) },
		func() []uint32 { return byInfluence(w, 1, 1000) },
		func() []uint32 { return byBetweenness(w, effort.Seed) },
		func() []uint32 { return byPartition(w, effort.Seed) },
	}
	if size > most {
		ways = ways[:2]
	}
	found := make([][]attempt, len(ways))
	side(effort.workers(), len(ways), func(i int) {
		order := slices.DeleteFunc(ways[i](), func(v uint32) bool { return !allowed[v] })
		r := newReinserter(w)
		found[i] = append(found[i], judge(w, r, order, g))
		if size <= most {
			enough := g.enough(largestAfter(w, order), w.Size())
			found[i] = append(found[i], judge(w, r, order[:enough], g))
		}
	})
	pool := slices.Concat(found...)
	slices.SortFunc(pool, better)
	return pool
}

// island breeds and anneals from one seed.
func island(ctx context.Context, w *network.Network, allowed []bool, pool []attempt, g goal, effort Effort, tell func(), i int) attempt {
	n := w.Size()
	rng := rand.New(rand.NewPCG(effort.Seed, uint64(i)+1)) //nolint:gosec // repeatable on purpose
	size := n + len(w.Ends)
	if size > most {
		if i > 0 {
			return pool[0]
		}
		return anneal(ctx, w, allowed, pool[0], g, rng, tell, int64(60e6*effort.share()), 1)
	}
	rounds := int(effort.share() * float64(min(250, max(8, 10_000_000/size))))
	best := newBreeder(w, allowed, pool, g, rng).run(rounds)
	heat := []float64{5, 25}[i%2]
	if n > 5000 {
		heat = []float64{2, 10}[i%2]
	}
	work := min(360e6, 100e6+80e3*float64(n), 32e3*float64(size))
	if size > 150_000 {
		work = min(work, 300e6) // each step reaches further into memory
	}
	return anneal(ctx, w, allowed, best, g, rng, tell, int64(effort.share()*work), heat)
}

// anneal improves an attempt by annealing; it never gets worse.
func anneal(ctx context.Context, w *network.Network, allowed []bool, from attempt, g goal, rng *rand.Rand, tell func(), budget int64, heat float64) attempt {
	order := extended(w, allowed, from)
	width := len(order)
	if w.Size() > 100_000 && g.removals == 0 {
		width = 1024
	}
	newAnnealer(ctx, w, g, rng, tell).sweep(order, width, budget, heat)
	sizes := largestAfter(w, order)
	then := attempt{g.loss(sizes, w.Size()), order, g.enough(sizes, w.Size())}
	if better(then, from) < 0 {
		return then
	}
	return from
}

// extended is the order of an attempt a half longer than needed, in a small
// network with all that has two ties, so that others may take a place in it.
func extended(w *network.Network, allowed []bool, from attempt) []uint32 {
	order := slices.Clone(from.order[:min(len(from.order), from.enough*3/2+5)])
	if w.Size() > 1000 {
		return order
	}
	in := make([]bool, w.Size())
	for _, v := range order {
		in[v] = true
	}
	for v := range uint32(w.Size()) { //nolint:gosec // fewer than 2^31 nodes
		if !in[v] && allowed[v] && w.Degree(v) > 1 {
			order = append(order, v)
		}
	}
	return order
}
