package engine

import (
	"context"
	"math"
	"slices"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine/network"
)

// compact is the part of the graph that one question is about, numbered anew:
// its entities in the order of ids, and a network of their ties.
type compact struct {
	view  *View
	lens  *lens
	roots []uint32
	web   *network.Network
	links int // that the ties consist of
}

func (v *View) compact(ctx context.Context, sight policy.Sight, options CommunityOptions) (*compact, error) {
	links := options.Links
	links.Direction = graph.Outgoing
	f, err := v.sieve(sight, links)
	if err != nil {
		return nil, graph.Under("links", err)
	}
	kinds, err := v.recordKinds(options.RecordKinds)
	if err != nil {
		return nil, err
	}
	if math.IsNaN(options.Resolution) || options.Resolution < 0 || options.Resolution > 1e6 {
		return nil, graph.Bad("resolution", "The resolution lies between 0 and 1,000,000; 0 is 1.")
	}
	if options.Runs < 0 || options.Runs > mostRuns {
		return nil, graph.Bad("runs", "The number of runs lies between 0 and 50.")
	}
	if options.Rounds < 0 {
		return nil, graph.Bad("rounds", "The number of rounds is not negative; 0 is as many as it takes.")
	}
	c := &compact{view: v, lens: f.lens, roots: v.scope(f.lens, options.Scope)}
	c.roots = slices.DeleteFunc(c.roots, func(n uint32) bool { return kinds>>v.kindNumber(n)&1 == 0 })
	w := v.borrow()
	defer v.giveBack(w)
	return c, c.weave(ctx, f, w)
}

// scope gives the roots of what is to be divided, in the order of ids.
func (v *View) scope(l *lens, records []graph.ID) []uint32 {
	if records != nil {
		return v.rootsOf(l, records)
	}
	roots := make([]uint32, 0, v.size())
	for n := range uint32(v.size()) { //nolint:gosec // fewer than 2^31 nodes
		if mark := v.mark(n); l.sees(mark) && l.entityOf(n, mark) == n {
			roots = append(roots, n)
		}
	}
	if v.over != nil && len(v.over.nodes) > 0 {
		slices.SortFunc(roots, v.order)
	}
	return roots
}

// weave collects the ties: each link once from its From, then turned round.
func (c *compact) weave(ctx context.Context, f *sieve, w *workshop) error {
	for i, root := range c.roots {
		w.stamps[root] = w.floor + uint32(i) //nolint:gosec // fewer than 2^31 nodes
	}
	w.ceiling = w.floor + uint32(len(c.roots)) //nolint:gosec // fewer than 2^31 nodes
	bounds := parts(len(c.roots))
	found := make([][]network.Tie, len(bounds)-1)
	onEach(len(found), func(i int) { found[i] = c.strands(ctx, f, w, bounds[i], bounds[i+1]) })
	if err := ctx.Err(); err != nil {
		return err
	}
	pairs := slices.Concat(found...)
	c.web, c.links = network.New(len(c.roots), pairs), len(pairs)
	return nil
}

// strands are the ties from some of the roots; not all of them once the context
// is cancelled.
func (c *compact) strands(ctx context.Context, f *sieve, w *workshop, from, to int) []network.Tie {
	out := make([]network.Tie, 0, to-from)
	var near []uint32
	for i := from; i < to; i++ {
		if i&1023 == 0 && ctx.Err() != nil {
			return nil
		}
		root := c.roots[i]
		var one [1]uint32
		near = near[:0]
		for _, member := range f.lens.records(root, &one) {
			near = f.near(near, member)
		}
		for _, far := range near {
			if far&joined != 0 {
				far = f.lens.entityOf(far&^joined, far)
			}
			if at := w.stamps[far]; at >= w.floor && far != root {
				out = append(out, network.Tie{A: uint32(i), B: at - w.floor}) //nolint:gosec // fewer than 2^31 nodes
			}
		}
	}
	return out
}
