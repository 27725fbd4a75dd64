package engine

import (
	"context"

	"entente/auth/policy"
	"entente/graph"
	"entente/tracing"
)

// Strongest finds the path between the entities of two records of which the
// product of graph.Reliability of its links is greatest; the options' measure
// is not asked. ok is false where there is none. Errors are those of Best.
func (v *View) Strongest(ctx context.Context, sight policy.Sight, from, to graph.ID, o RouteOptions) (route Route, ok bool, err error) {
	ctx, end := tracing.Begin(ctx, "engine Strongest")
	defer end()
	o.By = ByStrength
	return v.Best(ctx, sight, from, to, o)
}

// Best finds the best path between the entities of two records by the options'
// measure. ok is false where there is none. The error is graph.Missing for an
// end out of sight, a graph.Error for an option that cannot be, or the
// context's.
func (v *View) Best(ctx context.Context, sight policy.Sight, from, to graph.ID, o RouteOptions) (route Route, ok bool, err error) {
	ctx, end := tracing.Begin(ctx, "engine Best")
	defer end()
	return v.best(ctx, sight, []graph.ID{from}, []graph.ID{to}, o)
}

// BetweenSets finds the best path from any entity of one set to any of
// another, at most 10,000 records each; an entity in both is a path without
// links. ok is false where there is none. The error is graph.Missing if any of
// the records is out of sight, a graph.Error for an option that cannot be or an
// empty set, or the context's.
func (v *View) BetweenSets(ctx context.Context, sight policy.Sight, from, to []graph.ID, o RouteOptions) (route Route, ok bool, err error) {
	ctx, end := tracing.Begin(ctx, "engine BetweenSets")
	defer end()
	if err := checkSet("from", from, 1, mostSet); err != nil {
		return Route{}, false, err
	}
	if err := checkSet("to", to, 1, mostSet); err != nil {
		return Route{}, false, err
	}
	return v.best(ctx, sight, from, to, o)
}

func (v *View) best(ctx context.Context, sight policy.Sight, from, to []graph.ID, o RouteOptions) (Route, bool, error) {
	g, s, err := v.between(ctx, sight, from, to, o)
	if err != nil {
		return Route{}, false, err
	}
	defer g.leave()
	return g.route(s, o)
}

// route is the first best path of a search. Where links are all that counts,
// between one end and another, it is that of ShortestPath, which is quicker found.
func (g *ground) route(s *seek, o RouteOptions) (Route, bool, error) {
	var c chain
	var ok bool
	var err error
	if o.By != ByStrength && o.Hub.Penalty == 0 && len(o.AvoidKinds) == 0 && len(s.starts) == 1 && len(s.ends) == 1 {
		c, ok, err = g.fewest(s)
	} else {
		c, ok, err = s.firstLeast()
	}
	if err != nil || !ok {
		return Route{}, false, err
	}
	r, err := g.dress(c)
	return r, err == nil, err
}

// firstLeast is the first of the least paths.
func (s *seek) firstLeast() (chain, bool, error) {
	weight, ok, err := s.run()
	if err != nil || !ok {
		return chain{}, false, err
	}
	c, err := s.least(weight)
	return c, err == nil, err
}

// fewest is the first of the paths of fewest links, its weight left out.
func (g *ground) fewest(s *seek) (chain, bool, error) {
	v := g.ahead.view
	w := v.borrow()
	defer v.giveBack(w)
	quick := &search{workshop: w, sieve: g.ahead, ctx: g.ctx, start: g.roots[s.starts[0]], end: g.roots[s.ends[0]], most: s.most}
	for root := range g.avoided { // neither of the ends: they have been named
		quick.stamps[root] = quick.floor
	}
	if ok, err := quick.meet(); err != nil || !ok {
		return chain{}, false, err
	}
	var c chain
	for _, root := range quick.trail() {
		c.slots = append(c.slots, g.slot(root))
	}
	return c, true, nil
}
