package dismantle

import (
	"cmp"
	"slices"

	"entente/graph/engine/network"
)

// The bounds of the exact search: how many targets, among how many nodes, and
// how much work, in sets looked at and in the least and the whole effort, before
// the approximate answer stands.
const (
	exactTargets = 5
	exactNodes   = 1000
	exactLeast   = 15_000_000
	exactWhole   = 3_000_000_000
)

// exactAll is the work that may go into all of the exact search. Of a network that is
// too large for sets of bits it is seldom the least that is missing, and nobody who is
// in a hurry waits for it.
func (p *Problem) exactAll() float64 {
	least := float64(exactLeast)
	if p.Network.Size() > mostInSet {
		least /= 10
	}
	return least + min(1, p.share()*p.share())*exactWhole
}

// exact searches all sets within the budget that could be better than the best
// known, by branch and bound, and says whether it came to its end. Branches are
// searched side by side and know nothing of each other, so the number of workers
// changes nothing.
func (s *solver) exact(best []uint32, left int64) ([]uint32, bool) {
	cheapest := left + 1
	for _, v := range s.candidates {
		cheapest = min(cheapest, s.p.cost(v))
	}
	if left/cheapest > exactTargets || len(s.candidates) > exactNodes || s.ctx.Err() != nil {
		return best, false
	}
	of, step := s.gains()
	if w := s.p.Network; s.componentsAlone() && len(w.Ends) >= rimTies*w.Size() {
		work := s.p.rimWork()
		if of != nil {
			work = rimLeast
		}
		better, done := s.byRims(best, left, cheapest, work)
		if done {
			return better, true
		}
		best = better
	}
	if of != nil {
		return s.byGains(of, step, best, left, cheapest)
	}
	return s.byBranches(best, left, cheapest)
}

// byBranches searches by which nodes are chosen, from the best known.
func (s *solver) byBranches(best []uint32, left, cheapest int64) ([]uint32, bool) {
	root := newBranches(s, best, cheapest)
	root.rank()
	first := root.first(left)
	if len(first) > 0 && s.p.exactWork(0, len(first)) <= root.price {
		return best, false // not one set could be looked at
	}
	found, tell := make([]*branches, len(first)), s.p.parts(len(first))
	side(s.p.workers(), len(first), func(i int) {
		own := newSolver(s.ctx, s.p)
		own.candidates = s.candidates
		b := newBranches(own, root.best, cheapest)
		b.instead, b.work = root.instead, s.p.exactWork(i, len(first))
		for _, v := range first[:i] {
			b.shut[v] = true
		}
		b.enter(first[i], slices.Clone(s.p.Must), left)
		found[i] = b
		tell()
	})
	exact := s.ctx.Err() == nil
	for _, b := range found {
		exact = exact && b.work > 0
		if b.least < root.least {
			root.least, root.best = b.least, b.best
		}
	}
	return root.best, exact
}

// exactWork is the work that may go into one of several branches: those at the
// beginning have the most sets below them. All together have twice the whole.
func (p *Problem) exactWork(i, branches int) int {
	rest := 1 - float64(i)/float64(branches)
	return int(p.exactAll() * (1 + 4*rest*rest*rest) / float64(branches))
}

// price is the work of looking at one set: that of a walk through the network for
// each objective, and for distances of one from every node.
func (p *Problem) price() int {
	walks := 0
	for _, o := range p.Objectives {
		if walks++; o.Objective == DistanceConnectivity {
			walks += p.Network.Size()
		}
	}
	return 1 + walks*(p.Network.Size()+len(p.Network.Ends))/64
}

type branches struct {
	s        *solver
	last     *lastOne
	pool     []uint32
	best     []uint32
	least    float64
	cheapest int64
	work     int
	price    int // of a set that is looked at
	// instead lists, for a node, those that serve at least as well: it is worth
	// a place only beside all of them.
	instead map[uint32][]uint32
	shut    []bool // not to be chosen in this branch
}

func newBranches(s *solver, best []uint32, cheapest int64) *branches {
	b := &branches{
		s: s, last: newLastOne(s.p.Network), best: slices.Clone(best), least: s.value(best), cheapest: cheapest, price: s.p.price(),
	}
	b.pool = slices.Clone(s.candidates)
	slices.SortStableFunc(b.pool, func(x, y uint32) int {
		return cmp.Compare(s.p.Network.Degree(y), s.p.Network.Degree(x))
	})
	b.shut = make([]bool, s.p.Network.Size())
	return b
}

// first are the branches at the root.
func (b *branches) first(left int64) []uint32 {
	return slices.DeleteFunc(slices.Clone(b.branch(b.s.p.Must)), func(v uint32) bool {
		return b.s.p.cost(v) > left || slices.Contains(b.s.p.Must, v)
	})
}

// enter looks at all sets with one more node, if any is worth it.
func (b *branches) enter(v uint32, chosen []uint32, left int64) {
	b.shut[v] = true
	if b.worth(v, chosen) {
		b.search(append(chosen, v), left-b.s.p.cost(v))
	}
}

// search tries all sets that add to the chosen some of the pool that could be
// better than the best.
func (b *branches) search(chosen []uint32, left int64) {
	if b.work -= b.price; b.work <= 0 || b.s.ctx.Err() != nil {
		return
	}
	if left >= b.cheapest && left < 2*b.cheapest && b.s.componentsAlone() {
		if b.finish(chosen, left) {
			return
		}
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
		shut = append(shut, v)
		b.enter(v, chosen, left)
	}
	for _, v := range shut {
		b.shut[v] = false
	}
}

// finish adds the best last node, if it makes the set better than the best; it
// says whether there is any node to add.
func (b *branches) finish(chosen []uint32, left int64) bool {
	for _, v := range chosen {
		b.s.gone[v] = true
	}
	v, value, ok := b.last.best(b.s.p.Objectives[0].Objective, b.s.gone, func(v uint32) bool {
		return b.s.p.may(v) && b.s.p.cost(v) <= left
	})
	for _, v := range chosen {
		b.s.gone[v] = false
	}
	if ok && float64(value) < b.least {
		b.least, b.best = float64(value), append(slices.Clone(chosen), v)
	}
	return ok
}

// worth says whether a set with v must be looked at: not where another node,
// shut out of this branch, would serve as well in its place.
func (b *branches) worth(v uint32, chosen []uint32) bool {
	return !slices.ContainsFunc(b.instead[v], func(u uint32) bool { return b.shut[u] && !slices.Contains(chosen, u) })
}

// branch gives the nodes of which a better set holds at least one: in general
// the pool; where components alone count, any connected nodes that are as many as
// no component of a better set, if there are any; for a flow those that it goes
// through now.
func (b *branches) branch(chosen []uint32) []uint32 {
	keep := func(uint32) bool { return true }
	switch {
	case b.s.componentsAlone():
		if tied := b.connected(chosen, b.tooLarge()); tied != nil {
			keep = func(v uint32) bool { return tied[v] }
		}
	case len(b.s.p.Objectives) == 1 && b.s.p.flowing():
		b.s.value(chosen)
		keep = func(v uint32) bool { return b.s.carried(v) > 0 }
	}
	return slices.DeleteFunc(slices.Clone(b.pool), func(v uint32) bool { return !keep(v) })
}

// tooLarge is the size of a component that no better set leaves.
func (b *branches) tooLarge() int {
	if b.s.alone(LargestComponent) {
		return int(b.least)
	}
	size := 2
	for float64(pairsOf(int32(size))) < b.least { //nolint:gosec // at most exactNodes
		size++
	}
	return size
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
// the reach only shrinks as others are chosen (Nemhauser, Wolsey and Fisher 1978),
// and of the ways of a supply it takes one at most.
func (b *branches) hopeless(chosen []uint32, left int64) bool {
	if b.s.alone(Supply) {
		return b.s.value(chosen)-float64(left/b.cheapest) >= b.least
	}
	if !b.s.alone(Reach) {
		return false
	}
	now := b.s.value(chosen)
	var gains []float64
	for _, v := range b.pool {
		if !b.shut[v] && b.s.ctx.Err() == nil {
			gains = append(gains, now-b.s.value(append(chosen, v)))
		}
	}
	b.work -= len(gains) * b.price
	slices.SortFunc(gains, func(x, y float64) int { return cmp.Compare(y, x) })
	for _, gain := range gains[:min(len(gains), int(left/b.cheapest))] {
		now -= gain
	}
	return now >= b.least
}

// componentsAlone says whether the objective hangs on the sizes of components
// alone, where removing more is never worse.
func (s *solver) componentsAlone() bool {
	return s.alone(LargestComponent) || s.alone(PairConnectivity)
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
	if b.s.p.flowing() {
		return // a flow goes by direction, and from where it begins
	}
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
