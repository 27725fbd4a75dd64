package engine

import (
	"context"
	"math"

	"entente/auth/policy"
	"entente/graph"
	"entente/tracing"
)

// AllShortestOptions bound AllShortest.
type AllShortestOptions struct {
	RouteOptions
	// List is how many paths are listed, at most 1,000; 0 is 10, less than 0 none.
	List int
}

// AllShortest are all the best paths between two entities.
type AllShortest struct {
	// Count is how many there are, as chains of entities; Links is how many if
	// parallel links that cost the same are told apart. Both are exact below
	// 1,000,000,000,000,000; AtLeast says that one of them stands at that bound
	// and is more.
	Count   uint64
	Links   uint64
	AtLeast bool
	// Routes are the first of them in the order of their entity ids.
	Routes []Route
}

const (
	mostCount  = 1_000_000_000_000_000
	listed     = 10
	mostListed = 1000
)

// AllShortest finds every best path between the entities of two records: the
// least by the measure, and of those all with the fewest hops. No path between
// them is a Count of 0 and no error. The error is graph.Missing for an end out
// of sight, a graph.Error for an option that cannot be, or the context's.
func (v *View) AllShortest(ctx context.Context, sight policy.Sight, from, to graph.ID, o AllShortestOptions) (AllShortest, error) {
	ctx, end := tracing.Begin(ctx, "engine AllShortest")
	defer end()
	most, err := listing("list", o.List)
	if err != nil {
		return AllShortest{}, err
	}
	g, s, err := v.between(ctx, sight, []graph.ID{from}, []graph.ID{to}, o.RouteOptions)
	if err != nil {
		return AllShortest{}, err
	}
	defer g.leave()
	weight, ok, err := s.run()
	if err != nil || !ok {
		return AllShortest{}, err
	}
	a := &allOf{seek: s, counts: map[heapItem]counts{}}
	total, err := a.count(s.starts[0], weight)
	if err != nil {
		return AllShortest{}, err
	}
	out := AllShortest{Count: total.chains, Links: total.links, AtLeast: max(total.chains, total.links) == mostCount}
	if most > 0 {
		err = a.list(chain{slots: s.starts[:1:1], weight: weight}, weight, most)
	}
	for _, c := range a.chains {
		r, failed := g.dress(c)
		if failed != nil {
			return AllShortest{}, failed
		}
		out.Routes = append(out.Routes, r)
	}
	return out, err
}

// listing reads how many of something are listed; 0 is the default.
func listing(field string, n int) (int, error) {
	switch {
	case n > mostListed:
		return 0, graph.Bad(field, "At most 1,000 are listed.")
	case n == 0:
		return listed, nil
	}
	return max(n, 0), nil
}

// between makes the ground and the search between two sets of records ready.
func (v *View) between(ctx context.Context, sight policy.Sight, from, to []graph.ID, o RouteOptions) (*ground, *seek, error) {
	g, err := v.ground(ctx, sight, o)
	if err != nil {
		return nil, nil, err
	}
	starts, err := g.name(from...)
	if err == nil {
		var ends []uint32
		if ends, err = g.name(to...); err == nil {
			return g, &seek{ground: g, starts: starts, ends: ends, most: o.MaxHops}, nil
		}
	}
	g.leave()
	return nil, nil, err
}

// allOf counts and lists the least paths that a search has found.
type allOf struct {
	*seek
	counts map[heapItem]counts // by slot and the weight that is left from it
	chains []chain
}

type counts struct{ chains, links uint64 }

// count is how many least paths of a weight lead from a slot to the end: a
// walk in depth, on a stack of its own, for paths may be long.
func (a *allOf) count(start uint32, weight uint64) (counts, error) {
	stack := []heapItem{{weight, start}}
	for len(stack) > 0 {
		at := stack[len(stack)-1]
		if _, known := a.counts[at]; known {
			stack = stack[:len(stack)-1]
			continue
		}
		sum, wanting, err := a.sum(at, &stack)
		if err != nil {
			return counts{}, err
		}
		if !wanting {
			a.counts[at] = sum
			stack = stack[:len(stack)-1]
		}
	}
	return a.counts[heapItem{weight, start}], nil
}

// sum adds up what the next slots count, or puts on the stack those that have
// not been counted.
func (a *allOf) sum(at heapItem, stack *[]heapItem) (sum counts, wanting bool, err error) {
	if at.weight == 0 {
		return counts{1, 1}, false, nil
	}
	next, err := a.onLeast(at.slot, at.weight)
	if err != nil {
		return counts{}, false, err
	}
	for _, arc := range next {
		far := heapItem{at.weight - arc.weight, arc.far}
		known, ok := a.counts[far]
		if !ok {
			*stack, wanting = append(*stack, far), true
			continue
		}
		sum.chains = min(sum.chains+known.chains, mostCount)
		sum.links = min(sum.links+bounded(known.links, uint64(arc.equal)), mostCount)
	}
	return sum, wanting, nil
}

// bounded is a product, at most mostCount.
func bounded(a, b uint64) uint64 {
	if b > 0 && a > math.MaxUint64/b {
		return mostCount
	}
	return min(a*b, mostCount)
}

// list walks the least paths in the order of ids. Every branch leads to the
// end, so it costs no more than what it lists.
func (a *allOf) list(first chain, weight uint64, most int) error {
	type open struct {
		arcs []arc
		left uint64
	}
	slots, stack := first.slots, []open{}
	descend := func(left uint64) error {
		if left == 0 {
			a.chains = append(a.chains, chain{append([]uint32(nil), slots...), weight})
			stack = append(stack, open{})
			return nil
		}
		next, err := a.onLeast(slots[len(slots)-1], left)
		stack = append(stack, open{next, left})
		return err
	}
	if err := descend(weight); err != nil {
		return err
	}
	for len(stack) > 0 && len(a.chains) < most {
		top := &stack[len(stack)-1]
		if len(top.arcs) == 0 {
			stack, slots = stack[:len(stack)-1], slots[:len(slots)-1]
			continue
		}
		next := top.arcs[0]
		top.arcs = top.arcs[1:]
		slots = append(slots, next.far)
		if err := descend(top.left - next.weight); err != nil {
			return err
		}
	}
	return nil
}
