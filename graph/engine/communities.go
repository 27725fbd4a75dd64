package engine

import (
	"context"
	"slices"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine/network"
	"entente/tracing"
)

// CommunityOptions say what to divide and how; the zero options divide
// everything in sight at resolution 1.
type CommunityOptions struct {
	// Scope keeps the entities of these records; nil keeps all. Records out of
	// sight are left out.
	Scope []graph.ID
	// RecordKinds keeps entities of these kinds (see Entity.Kind).
	RecordKinds []graph.RecordKind
	// Links are those that tie. Direction does not matter here.
	Links graph.LinkFilter
	// Resolution is the gamma of modularity: higher gives more and smaller
	// communities. 0 is 1.
	Resolution float64
	// Seed picks the random choices: the same seed on the same visible graph
	// gives the same answer.
	Seed uint64
	// Rounds is how often the whole method runs on its own outcome; 0 is until
	// two in a row gain less than 0.0003 each, at most 10 times.
	Rounds int
	// Levels asks for the parts that the communities were put together from.
	Levels bool
	// Runs asks how far divisions with so many seeds agree; fewer than 2 do not ask.
	Runs int
	// Progress is told of the divisions made, from one goroutine; nil is nobody.
	Progress Progress
}

const mostRuns = 50

// Communities are a division of entities in which each belongs to one.
type Communities struct {
	// Communities are in order of size, largest first, then of their smallest id.
	Communities []Community
	// Modularity is that of Newman and Girvan with the resolution, each tie
	// weighing as many links as it has.
	Modularity float64
	// Entities and Links count what was divided.
	Entities int
	Links    int
	// Levels are the parts that the communities were put together from, the finest
	// first, each nested in the next and the last in Communities; nil where not
	// asked for. Parts are in order of size, largest first, then of their smallest
	// id, and their members in the order of ids.
	Levels [][][]graph.ID
	// Stability is the mean normalised mutual information of every two of the
	// runs (Danon et al. 2005), 1 where all agree; 0 where not asked for.
	Stability float64
}

// Community is a set of entities, connected among themselves.
type Community struct {
	// Members are the entities' ids in order.
	Members []graph.ID
	// Inner and Outer count the links among the members and to other communities.
	Inner int
	Outer int
}

// Communities divides the entities in sight by the Leiden method (Traag,
// Waltman and van Eck 2019). Parallel links add up to the weight of a tie. The
// error is a graph.Error for an option that cannot be, or the context's.
func (v *View) Communities(ctx context.Context, sight policy.Sight, options CommunityOptions) (Communities, error) {
	ctx, end := tracing.Begin(ctx, "engine Communities")
	defer end()
	c, err := v.compact(ctx, sight, options)
	if err != nil {
		return Communities{}, err
	}
	divided := network.LeidenOptions{Resolution: options.Resolution, Seed: options.Seed, Rounds: options.Rounds}
	d, err := network.Leiden(ctx, c.web, divided)
	if err != nil {
		return Communities{}, err
	}
	total := 1
	if options.Runs > 1 {
		total += options.Runs
	}
	options.Progress.tell(1, total)
	out := c.describe(d)
	if options.Levels {
		for _, level := range d.Levels {
			out.Levels = append(out.Levels, c.parts(level))
		}
	}
	if options.Runs > 1 {
		out.Stability, err = network.Stability(ctx, c.web, divided, options.Runs, func(done int) { options.Progress.tell(1+done, total) })
	}
	return out, err
}

// parts turns the numbers of a level into ids.
func (c *compact) parts(level []uint32) [][]graph.ID {
	var parts [][]graph.ID
	for n, root := range c.roots { // in the order of ids, as the parts are numbered
		if int(level[n]) == len(parts) {
			parts = append(parts, nil)
		}
		parts[level[n]] = append(parts[level[n]], c.view.id(root))
	}
	slices.SortStableFunc(parts, func(a, b []graph.ID) int { return len(b) - len(a) })
	return parts
}

// describe orders the communities and their members.
func (c *compact) describe(d network.Division) Communities {
	out := Communities{Entities: len(c.roots), Links: c.links, Modularity: d.Modularity}
	out.Communities = make([]Community, d.Count)
	ids := make([]graph.ID, len(c.roots))
	onAllCores(len(ids), func(from, to int) {
		for n := from; n < to; n++ {
			ids[n] = c.view.id(c.roots[n])
		}
	})
	for n, id := range ids { // in order
		of := &out.Communities[d.Community[n]]
		of.Members = append(of.Members, id)
		c.count(of, uint32(n), d.Community) //nolint:gosec // fewer than 2^31 nodes
	}
	for i := range out.Communities {
		out.Communities[i].Inner /= 2 // each was met from both ends
	}
	slices.SortStableFunc(out.Communities, func(a, b Community) int { return len(b.Members) - len(a.Members) })
	return out
}

func (c *compact) count(of *Community, n uint32, community []uint32) {
	for at := c.web.Begins[n]; at < c.web.Begins[n+1]; at++ {
		if weight := int(c.web.Weight(at)); community[c.web.Ends[at]] == community[n] {
			of.Inner += weight
		} else {
			of.Outer += weight
		}
	}
}
