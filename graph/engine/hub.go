package engine

import (
	"math"
	"slices"

	"entente/graph"
)

// HubRule says what a hub is and what it costs a path to pass through one: a
// coach with 50 passengers does not connect them as a friendship does. The zero
// rule names hubs and charges nothing for them.
type HubRule struct {
	// Degree is the number of neighbouring entities in sight, by links of any
	// kind and either way, above which an entity is a hub; 0 is 20.
	Degree int
	// Penalty is alpha: passing through a hub costs alpha * log2(degree/Degree)
	// more, in the unit of the path's cost (one hop, or the natural logarithm of
	// reliability). 0 charges nothing; at most 1,000. What the caller named (ends,
	// waypoints, terminals) is never charged for.
	Penalty float64
}

// Hub is an entity that a path passes through and that many others are tied to.
type Hub struct {
	Entity graph.ID
	// Degree is the number of neighbouring entities in sight.
	Degree int
}

const (
	hubDegree   = 20
	mostPenalty = 1000
)

func (h HubRule) check() (HubRule, error) {
	if h.Degree < 0 {
		return h, graph.Bad("hub.degree", "The degree of a hub is not negative; 0 is 20.")
	}
	if math.IsNaN(h.Penalty) || h.Penalty < 0 || h.Penalty > mostPenalty {
		return h, graph.Bad("hub.penalty", "The penalty of a hub lies between 0 and 1,000.")
	}
	if h.Degree == 0 {
		h.Degree = hubDegree
	}
	return h, nil
}

// degree is the number of neighbouring entities of a slot, in sight and
// whatever the filter.
func (g *ground) degree(slot uint32) int {
	if known := g.degrees[slot]; known >= 0 {
		return int(known)
	}
	root := g.roots[slot]
	var one [1]uint32
	g.near = g.near[:0]
	for _, member := range g.all.lens.records(root, &one) {
		g.near = g.all.near(g.near, member)
	}
	for i, n := range g.near {
		if n&joined != 0 {
			g.near[i] = g.all.lens.entityOf(n&^joined, n)
		}
	}
	slices.Sort(g.near)
	count := 0
	for i, n := range g.near {
		if n != root && (i == 0 || g.near[i-1] != n) {
			count++
		}
	}
	g.scanned += len(g.near)
	g.degrees[slot] = int32(count) //nolint:gosec // fewer than 2^31 nodes
	return count
}

// half is half of what passing through a slot costs, in points: an arc takes
// the half of either of its ends.
func (g *ground) half(slot uint32) uint64 {
	if g.hub.Penalty == 0 || g.named[slot] {
		return 0
	}
	degree := g.degree(slot)
	if degree <= g.hub.Degree {
		return 0
	}
	return uint64(math.Round(g.hub.Penalty * math.Log2(float64(degree)/float64(g.hub.Degree)) * unit / 2))
}
