package network

import (
	"context"
	"sync"
	"sync/atomic"
)

// countingSort puts nodes below n stably into the order of a digit below
// digits, and says where each digit begins (digits+1 places).
func countingSort(n, digits int, digit func(uint32) uint32) (order, begins []uint32) {
	begins = make([]uint32, digits+1)
	for v := range uint32(n) { //nolint:gosec // fewer than 2^31 nodes
		begins[digit(v)+1]++
	}
	for d := range digits {
		begins[d+1] += begins[d]
	}
	next := append([]uint32(nil), begins...)
	order = make([]uint32, n)
	for v := range uint32(n) { //nolint:gosec // fewer than 2^31 nodes
		d := digit(v)
		order[next[d]] = v
		next[d]++
	}
	return order, begins
}

// piece is about how many nodes a worker takes at once.
const piece = 1 << 12

// share lets the workers go over ranges of groups, of which begins says where
// the nodes of each stand. What a range gives must not hang on who takes it.
func (l *leiden) share(ctx context.Context, begins []uint32, work func(worker int, from, to uint32)) error {
	bounds := []uint32{0}
	for g := 1; g < len(begins); g++ {
		if begins[g]-begins[bounds[len(bounds)-1]] >= piece || g == len(begins)-1 {
			bounds = append(bounds, uint32(g)) //nolint:gosec // fewer than 2^31 groups
		}
	}
	var next atomic.Int64
	var workers sync.WaitGroup
	for worker := range min(l.workers, len(bounds)-1) {
		workers.Go(func() {
			for {
				at := int(next.Add(1))
				if at >= len(bounds) || ctx.Err() != nil {
					return
				}
				work(worker, bounds[at-1], bounds[at])
			}
		})
	}
	workers.Wait()
	return ctx.Err()
}

// rows are those that one range of parts has in the next network.
type rows struct {
	begun         bool
	ends, weights []uint32
}

// gather makes each part a node, and gives the new network with the community
// of each of its nodes.
func (l *leiden) gather(ctx context.Context, w *shape, finer []uint32, parts int, community []uint32) (*shape, []uint32, error) {
	order, begins := countingSort(w.size(), parts, func(n uint32) uint32 { return finer[n] })
	next := &shape{begins: make([]uint32, parts+1), strength: make([]uint32, parts)}
	of, made := make([]uint32, parts), make([]rows, parts) // by the first part of a range
	err := l.share(ctx, begins, func(worker int, from, to uint32) {
		d, r := &l.desks[worker], &made[from]
		d.open(w.size())
		r.begun = true
		for p := from; p < to; p++ {
			for _, n := range order[begins[p]:begins[p+1]] {
				of[p] = community[n]
				next.strength[p] += w.strength[n]
				d.tally(w, n, finer)
			}
			for _, far := range d.met {
				if far != p {
					r.ends, r.weights = append(r.ends, far), append(r.weights, d.weight[far])
				}
			}
			d.clear()
			next.begins[p+1] = uint32(len(r.ends)) //nolint:gosec // fewer than 2^32 ties
		}
	})
	if err != nil {
		return nil, nil, err
	}
	next.join(made)
	return next, of, nil
}

// join puts the rows of the ranges one after the other.
func (w *shape) join(made []rows) {
	total := 0
	for _, r := range made {
		total += len(r.ends)
	}
	w.ends, w.weights = make([]uint32, 0, total), make([]uint32, 0, total)
	first := uint32(0)
	for p, r := range made {
		if r.begun {
			first = uint32(len(w.ends)) //nolint:gosec // fewer than 2^32 ties
			w.ends, w.weights = append(w.ends, r.ends...), append(w.weights, r.weights...)
		}
		w.begins[p+1] += first
	}
}
