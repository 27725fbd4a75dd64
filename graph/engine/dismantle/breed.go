package dismantle

import (
	"math/rand/v2"
	"slices"

	"entente/graph/engine/network"
)

// attempt is an order of removals and what it costs.
type attempt struct {
	loss float64
	// order goes on behind the place where enough is removed.
	order  []uint32
	enough int
}

func better(a, b attempt) int {
	switch {
	case a.loss < b.loss:
		return -1
	case a.loss > b.loss:
		return 1
	}
	return slices.Compare(a.order, b.order)
}

// breeder crosses sets of removals: the parents' common nodes, some of the
// others and some more are put into order by reinsertion.
type breeder struct {
	w       *network.Network
	allowed []bool
	goal    goal
	r       *reinserter
	rng     *rand.Rand
	marks   []uint8
	pool    []attempt
}

const mostInPool = 10

func newBreeder(w *network.Network, allowed []bool, pool []attempt, g goal, rng *rand.Rand) *breeder {
	return &breeder{w: w, allowed: allowed, goal: g, r: newReinserter(w), rng: rng, marks: make([]uint8, w.Size()), pool: slices.Clone(pool)}
}

// judge puts a set into order and tells what it costs.
func judge(w *network.Network, r *reinserter, set []uint32, g goal) attempt {
	order := r.reorder(set)
	sizes := largestAfter(w, order)
	return attempt{g.loss(sizes, w.Size()), order, g.enough(sizes, w.Size())}
}

// run breeds so many children and gives the best of the pool.
func (b *breeder) run(rounds int) attempt {
	slices.SortFunc(b.pool, better)
	for range rounds {
		b.keep(judge(b.w, b.r, b.child(), b.goal))
	}
	return b.pool[0]
}

func (b *breeder) keep(a attempt) {
	if slices.ContainsFunc(b.pool, func(p attempt) bool { return p.loss == a.loss }) {
		return
	}
	b.pool = append(b.pool, a)
	slices.SortFunc(b.pool, better)
	b.pool = b.pool[:min(len(b.pool), mostInPool)]
}

// child draws the set of a child.
func (b *breeder) child() []uint32 {
	n := len(b.pool)
	first, second := b.pool[min(b.rng.IntN(n), b.rng.IntN(n))], b.pool[b.rng.IntN(n)]
	keep := []float64{1, .5, .8}[b.rng.IntN(3)]
	drop := []float64{0, .01, .03}[b.rng.IntN(3)]
	clear(b.marks)
	for _, v := range first.order[:first.enough] {
		b.marks[v] |= 1
	}
	for _, v := range second.order[:second.enough] {
		b.marks[v] |= 2
	}
	var set []uint32
	inherit := func(v uint32) {
		share := keep
		if b.marks[v] == 3 {
			share = 1
		}
		if b.rng.Float64() < share*(1-drop) {
			set = append(set, v)
		}
	}
	for _, v := range first.order[:first.enough] {
		inherit(v)
	}
	for _, v := range second.order[:second.enough] {
		if b.marks[v] == 2 {
			inherit(v)
		}
	}
	return b.mutate(set, first.enough)
}

// mutate adds some nodes, the more ties the likelier.
func (b *breeder) mutate(set []uint32, size int) []uint32 {
	clear(b.marks)
	for _, v := range set {
		b.marks[v] = 1
	}
	if len(b.w.Ends) == 0 {
		return set
	}
	for range []int{0, size / 20, size / 5, size}[b.rng.IntN(4)] {
		if v := b.w.Ends[b.rng.IntN(len(b.w.Ends))]; b.marks[v] == 0 && b.allowed[v] {
			b.marks[v] = 1
			set = append(set, v)
		}
	}
	return set
}
