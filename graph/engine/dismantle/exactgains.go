package dismantle

import (
	"cmp"
	"context"
	"slices"
)

// gainSearch is the exact search for objectives of which it can be told what each
// node gains at most, whatever is removed beside it: a set is not looked at where the
// numbers of all that it could still take are too small together (branch and bound,
// Land and Doig 1960).
type gainSearch struct {
	ctx      context.Context
	p        *Problem
	of       gains
	best     []uint32
	least    float64
	step     float64 // by how much a set must be better to be looked for
	cheapest int64
	instead  map[uint32][]uint32 // as those of branches
	work     int
}

// gains tells of an objective that is made small what nodes gain.
type gains interface {
	// look tells of a set how it stands and what those who are open can gain, up to
	// so many of them. The outlook of a depth lasts until the next one of that depth.
	look(depth int, set, open nodeSet, more int) outlook
	// value is the objective once a set is removed, as solver.value has it.
	value(set nodeSet) float64
	// lane gives one that may be used beside it, for sets below the one at a depth.
	lane(depth int) gains
}

// outlook is how it stands once a set is removed.
type outlook struct {
	value float64
	// room is what all together gain at most.
	room float64
	// most is a number for each node: no nodes gain more than theirs together.
	most []float64
	// apart is the distance of each two nodes, row by row, and shared what two at that
	// distance have in common of their numbers. Nil where nothing is known in common.
	apart  []uint8
	shared *[256]float64
	work   int // that it took, in the unit of Problem.price
}

// What sums of parts lose by rounding is far less than these; counts differ by one,
// sums over distances of up to 20 by more than nearly. Mixes differ by anything.
const (
	counted = .999
	nearly  = 1e-9
	mixed   = 1e-12
)

// lanes is how many parts of the search go side by side, whatever the number of
// workers: each knows what itself has found, and all begin with the best so far.
const lanes = 8

// gains gives what an objective gains by, nil where that is not known, and by how much
// a set must be better to be looked for.
func (s *solver) gains() (of gains, step float64) {
	switch {
	case s.p.Network.Size() > mostInSet || s.alone(Supply) || s.alone(Money):
		return nil, 0
	case s.alone(DistanceConnectivity):
		return newMixture(s), nearly
	case s.alone(Reach):
		return newReaches(s.p.Network, max(1, s.p.Distance)), counted
	case s.componentsAlone():
		return newMixture(s), counted
	}
	return newMixture(s), mixed
}

// byGains searches so, from the best known; done is false where the work did not do.
func (s *solver) byGains(of gains, step float64, best []uint32, left, cheapest int64) (better []uint32, done bool) {
	ranked := newBranches(s, best, cheapest)
	ranked.rank()
	g := &gainSearch{
		ctx: s.ctx, p: s.p, of: of, best: ranked.best, least: ranked.least, step: step, cheapest: cheapest, instead: ranked.instead,
		work: int(s.p.exactAll()),
	}
	root := part{setOf(s.p.Must), slices.Clone(s.p.Must), setOf(s.candidates), left}
	var first []part
	g.below(root, func(p part) { first = append(first, p) })
	tell := s.p.parts(len(first))
	for _, p := range first {
		g.side(p)
		tell()
	}
	return g.best, g.work > 0 && s.ctx.Err() == nil
}

// part is a set, and all those that add to it some who are open.
type part struct {
	set    nodeSet
	chosen []uint32
	open   nodeSet
	left   int64
}

// side searches the parts below one side by side, and takes over what was found.
func (g *gainSearch) side(p part) {
	if g.work <= 0 {
		return
	}
	var parts []part
	g.below(p, func(p part) { parts = append(parts, p) })
	own, each := make([]gainSearch, min(lanes, len(parts))), 1+max(0, g.work)*2/lanes
	side(g.p.workers(), len(own), func(i int) {
		o := *g
		o.of, o.work = g.of.lane(len(p.chosen)-len(g.p.Must)), each
		for at := i; at < len(parts) && o.work > 0; at += lanes {
			o.search(parts[at])
		}
		own[i] = o
	})
	out := false
	for _, o := range own {
		g.work -= each - o.work
		if out = out || o.work <= 0; o.least < g.least {
			g.least, g.best = o.least, o.best
		}
	}
	if out {
		g.work = 0
	}
}

func (g *gainSearch) search(p part) { g.below(p, g.search) }

// below looks at a set and enters the parts with one more that are worth it.
func (g *gainSearch) below(p part, enter func(part)) {
	more := int(p.left / g.cheapest)
	if more == 0 {
		g.take(p.set, p.chosen)
		return
	}
	at := g.of.look(len(p.chosen)-len(g.p.Must), p.set, p.open, more)
	if g.work -= at.work; g.work <= 0 || g.ctx.Err() != nil {
		return
	}
	if at.value < g.least {
		g.least, g.best = at.value, slices.Clone(p.chosen)
	}
	order := g.order(at, p)
	for i, v := range order {
		enough := at.value - g.least + g.step
		if at.room <= enough || sumOf(at.most, order[i:], more) <= enough {
			return
		}
		p.open.drop(v)
		if !g.worth(v, p) || !at.hopes(order[i:], more, enough) {
			continue
		}
		next := part{p.set.with(v), append(slices.Clip(p.chosen), v), p.open, p.left - g.p.cost(v)}
		if more > 1 {
			enter(next)
			continue
		}
		g.take(next.set, next.chosen)
	}
}

// take looks at a set alone.
func (g *gainSearch) take(set nodeSet, chosen []uint32) {
	if value := g.of.value(set); value < g.least {
		g.least, g.best = value, slices.Clone(chosen)
	}
	g.work--
}

// order gives those who are open and can be paid, who could gain most first.
func (g *gainSearch) order(at outlook, p part) []uint32 {
	var order []uint32
	for v := range p.open.each {
		if g.p.cost(v) <= p.left {
			order = append(order, v)
		}
	}
	slices.SortStableFunc(order, func(x, y uint32) int { return cmp.Compare(at.most[y], at.most[x]) })
	return order
}

// worth says whether a set with v must be looked at: not where another node that
// would serve as well was tried in its place.
func (g *gainSearch) worth(v uint32, p part) bool {
	return !slices.ContainsFunc(g.instead[v], func(u uint32) bool { return !p.open.has(u) && !p.set.has(u) })
}

// sumOf adds the numbers of so many of the first.
func sumOf(most []float64, order []uint32, count int) float64 {
	sum := 0.0
	for _, v := range order[:min(count, len(order))] {
		sum += most[v]
	}
	return sum
}

// hopes says whether a set with the first of an order and so many of the others can
// gain enough.
func (o outlook) hopes(order []uint32, count int, enough float64) bool {
	if o.apart == nil {
		return true
	}
	row := o.apart[int(order[0])*len(o.most):]
	var top [exactTargets]float64
	for _, v := range order[1:] {
		if o.most[v] <= top[max(0, count-2)] {
			break
		}
		gain := o.most[v] - o.shared[row[v]]
		for i := range count - 1 {
			if gain > top[i] {
				gain, top[i] = top[i], gain
			}
		}
	}
	sum := o.most[order[0]]
	for _, gain := range top[:count-1] {
		sum += gain
	}
	return sum > enough
}
