package dismantle

import (
	"cmp"
	"slices"

	"entente/graph/engine/network"
)

// The bounds of the exact search: how many targets, and how many sets it may
// look at before the approximate answer stands.
const (
	exactTargets = 5
	exactNodes   = 1000
	exactSets    = 15_000_000
)

// exact searches all sets within the budget that could be better than the best
// known, by branch and bound, and says whether it came to its end.
func (s *solver) exact(best []uint32, left int64) ([]uint32, bool) {
	cheapest := left + 1
	for _, v := range s.candidates {
		cheapest = min(cheapest, s.p.cost(v))
	}
	if left/cheapest > exactTargets || len(s.candidates) > exactNodes {
		return best, false
	}
	b := &branches{s: s, best: slices.Clone(best), least: s.value(best), cheapest: cheapest, sets: exactSets}
	b.pool = slices.Clone(s.candidates)
	slices.SortStableFunc(b.pool, func(x, y uint32) int {
		return cmp.Compare(s.p.Network.Degree(y), s.p.Network.Degree(x))
	})
	b.shut = make([]bool, s.p.Network.Size())
	b.rank()
	b.search(slices.Clone(s.p.Must), left)
	return b.best, b.sets > 0 && s.ctx.Err() == nil
}

type branches struct {
	s        *solver
	pool     []uint32
	best     []uint32
	least    float64
	cheapest int64
	sets     int
	// instead lists, for a node, those that serve at least as well: it is worth
	// a place only beside all of them.
	instead map[uint32][]uint32
	shut    []bool // not to be chosen in this branch
}

// search tries all sets that add to the chosen some of the pool that could be
// better than the best.
func (b *branches) search(chosen []uint32, left int64) {
	w := b.s.p.Network
	if b.sets -= 1 + (w.Size()+len(w.Ends))/64; b.sets <= 0 || b.s.ctx.Err() != nil {
		return
	}
	if value := b.s.value(chosen); value < b.least {
		b.least, b.best = value, slices.Clone(chosen)
	}
	if left < b.cheapest || b.hopeless(chosen, left) {
		return
	}
	var shut []uint32
	for _, v := range b.branch(chosen) {
		if b.shut[v] || b.s.p.cost(v) > left || slices.Contains(chosen, v) {
			continue
		}
		b.shut[v] = true
		shut = append(shut, v)
		if b.worth(v, chosen) {
			b.search(append(chosen, v), left-b.s.p.cost(v))
		}
	}
	for _, v := range shut {
		b.shut[v] = false
	}
}

// worth says whether a set with v must be looked at: not where another node,
// shut out of this branch, would serve as well in its place.
func (b *branches) worth(v uint32, chosen []uint32) bool {
	return !slices.ContainsFunc(b.instead[v], func(u uint32) bool { return b.shut[u] && !slices.Contains(chosen, u) })
}

// branch gives the nodes of which a better set holds at least one: in general
// the pool, for the largest component any connected nodes as many as the best
// leaves.
func (b *branches) branch(chosen []uint32) []uint32 {
	if !b.s.alone(LargestComponent) {
		return b.pool
	}
	tied := b.connected(chosen, int(b.least))
	if tied == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(b.pool), func(v uint32) bool { return !tied[v] })
}

// connected gives so many connected nodes of the largest component, nil where
// it is smaller. Those that cannot be chosen come first, then those with few ties.
func (b *branches) connected(chosen []uint32, size int) []bool {
	s, w := b.s, b.s.p.Network
	for _, v := range chosen {
		s.gone[v] = true
	}
	start, most := -1, 0
	s.unseen()
	for v := range uint32(len(s.gone)) { //nolint:gosec // fewer than 2^31 nodes
		if s.depth[v] < 0 {
			s.depth[v], s.queue = 0, append(s.queue[:0], v)
			if s.spread(w, -1); len(s.queue) > most {
				start, most = int(v), len(s.queue)
			}
		}
	}
	var in []bool
	if start >= 0 && most >= size {
		in = b.grow(uint32(start), size) //nolint:gosec // not negative
	}
	for _, v := range chosen {
		s.gone[v] = false
	}
	return in
}

func (b *branches) grow(start uint32, size int) []bool {
	s, w := b.s, b.s.p.Network
	in, met := make([]bool, len(s.gone)), make([]bool, len(s.gone))
	rim := heap{{0, 0, start}}
	met[start] = true
	for range size {
		e := rim.pop()
		in[e.node] = true
		for _, end := range w.Row(e.node) {
			if s.gone[end] || met[end] {
				continue
			}
			met[end] = true
			key := uint32(w.Degree(end)) + 1 //nolint:gosec // fewer than 2^31 ties
			if b.shut[end] || !s.p.may(end) {
				key = 0
			}
			rim.push(entry{key, end, end})
		}
	}
	return in
}

// hopeless says that no set with the chosen can be better: what a node adds to
// the reach only shrinks as others are chosen (Nemhauser, Wolsey and Fisher 1978).
func (b *branches) hopeless(chosen []uint32, left int64) bool {
	if !b.s.alone(Reach) {
		return false
	}
	now := b.s.value(chosen)
	var gains []float64
	for _, v := range b.pool {
		if !b.shut[v] {
			gains = append(gains, now-b.s.value(append(chosen, v)))
		}
	}
	slices.SortFunc(gains, func(x, y float64) int { return cmp.Compare(y, x) })
	for _, gain := range gains[:min(len(gains), int(left/b.cheapest))] {
		now -= gain
	}
	return now >= b.least
}

// alone says whether an objective is the only one.
func (s *solver) alone(o Objective) bool {
	return len(s.p.Objectives) == 1 && s.p.Objectives[0].Objective == o
}

// rank finds for each node of the pool those that serve at least as well: they
// cost no more and are tied to all that it is tied to. Of two alike the earlier
// one stands for both.
func (b *branches) rank() {
	w := b.s.p.Network
	b.instead = map[uint32][]uint32{}
	reach := slices.ContainsFunc(b.s.p.Objectives, func(o Share) bool { return o.Objective == Reach })
	for i, v := range b.pool {
		for j, u := range b.pool {
			if u == v || b.s.p.cost(u) > b.s.p.cost(v) || reach && !w.Tied(u, v) || !covers(w, u, v) {
				continue
			}
			if alike := covers(w, v, u) && b.s.p.cost(u) == b.s.p.cost(v); !alike || j < i {
				b.instead[v] = append(b.instead[v], u)
			}
		}
	}
}

// covers says whether u is tied to all that v is tied to, itself left out.
func covers(w *network.Network, u, v uint32) bool {
	return !slices.ContainsFunc(w.Row(v), func(end uint32) bool { return end != u && !w.Tied(u, end) })
}
