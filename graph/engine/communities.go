package engine

import (
	"context"
	"slices"

	"entente/auth/policy"
	"entente/graph"
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
	// a round gains less than 0.0003, at most 10 times.
	Rounds int
}

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
	c, err := v.compact(ctx, sight, options)
	if err != nil {
		return Communities{}, err
	}
	l := newLeiden(c.web, options)
	if err := l.run(ctx); err != nil {
		return Communities{}, err
	}
	return c.describe(l.community, l.gamma), nil
}

// describe orders the communities and their members.
func (c *compact) describe(community []uint32, gamma float64) Communities {
	out := Communities{Entities: len(c.roots), Links: int(c.web.total), Modularity: c.web.modularity(community, gamma)}
	place := map[uint32]int{}
	for n, root := range c.roots { // in the order of ids
		at, ok := place[community[n]]
		if !ok {
			at = len(out.Communities)
			place[community[n]] = at
			out.Communities = append(out.Communities, Community{})
		}
		of := &out.Communities[at]
		of.Members = append(of.Members, c.view.id(root))
		c.count(of, uint32(n), community) //nolint:gosec // fewer than 2^31 nodes
	}
	for i := range out.Communities {
		out.Communities[i].Inner /= 2 // each was met from both ends
	}
	slices.SortStableFunc(out.Communities, func(a, b Community) int { return len(b.Members) - len(a.Members) })
	return out
}

func (c *compact) count(of *Community, n uint32, community []uint32) {
	for at := c.web.begins[n]; at < c.web.begins[n+1]; at++ {
		if weight := int(c.web.weights[at]); community[c.web.ends[at]] == community[n] {
			of.Inner += weight
		} else {
			of.Outer += weight
		}
	}
}
