package engine

import (
	"math"

	"entente/graph"
)

// Measure is what makes one path better than another.
type Measure string

// The measures; empty is ByHops.
const (
	// ByHops counts links.
	ByHops Measure = "HOPS"
	// ByStrength multiplies graph.Reliability of the links' gradings, and of
	// parallel links takes the strongest.
	ByStrength Measure = "STRENGTH"
)

// RouteOptions say which paths are allowed and which is best; the zero options
// allow every path over links in sight, of any length, and count links.
type RouteOptions struct {
	// Links are those that a path may use: by kind, date, least grading. Direction
	// is that of every step as seen from the first entity.
	Links graph.LinkFilter
	// Avoid are records whose entities a path must not touch. Those out of sight
	// avoid nothing.
	Avoid []graph.ID
	// AvoidKinds are kinds of entity (see Entity.Kind) that a path must not pass
	// through. What the caller named (ends, waypoints, terminals) may be of them.
	AvoidKinds []graph.RecordKind
	// MaxHops is how many links a path may have, between 1 and 1,000,000; 0 is
	// any number.
	MaxHops int
	// By is the measure.
	By Measure
	// Hub is what a path pays for passing through somebody everybody is tied to.
	Hub HubRule
}

// Route is a path with what it costs. Of equal cost the one with fewer hops is
// better, and of those the one whose entity ids, read from the first, come
// first in order. Each step names one link: of those between the two entities
// the strongest by the measure, then the one with the smallest id.
type Route struct {
	Path
	// Cost is the measure's: the number of hops, or the natural logarithm of
	// reliability turned positive; with what was charged for hubs. It is exact to
	// 0.00001 a step.
	Cost float64
	// Reliability is the product of graph.Reliability of the named links, whatever
	// the measure: between 0 and 1, 1 for a path without links.
	Reliability float64
	// Hubs are the entities above the rule's degree that the path passes through,
	// in the order of the path: it relies on them. The path's ends are not among
	// them.
	Hubs []Hub
}

const (
	mostHops = 1_000_000
	mostSet  = 10_000
)

func (o RouteOptions) check() error {
	if o.MaxHops < 0 || o.MaxHops > mostHops {
		return graph.Bad("maxHops", "The number of hops lies between 1 and 1,000,000; 0 is any number.")
	}
	switch o.By {
	case "", ByHops, ByStrength:
		return nil
	}
	return graph.Bad("by", "The measure is HOPS or STRENGTH.")
}

// chain is a path in slots, with what it weighs.
type chain struct {
	slots  []uint32
	weight uint64
}

// dress gives a chain its ids and links.
func (g *ground) dress(c chain) (Route, error) {
	v := g.ahead.view
	r := Route{Reliability: 1}
	r.Entities, r.Steps = make([]Entity, len(c.slots)), make([]Step, 0, len(c.slots)-1)
	cost := uint64(0)
	for i, slot := range c.slots {
		r.Entities[i] = v.entity(g.ahead.lens, g.roots[slot])
		if i > 0 && i < len(c.slots)-1 {
			if degree := g.degree(slot); degree > g.hub.Degree {
				r.Hubs = append(r.Hubs, Hub{r.Entities[i].ID, degree})
			}
		}
		if i == 0 {
			continue
		}
		step, err := g.arcTo(c.slots[i-1], slot)
		if err != nil {
			return Route{}, err
		}
		cost += step.weight >> hopBits
		r.Reliability *= graph.Reliability(int(v.linkWeak(step.link)))
		r.Steps = append(r.Steps, g.step(step))
	}
	r.Cost = float64(cost) / unit
	return r, nil
}

func (g *ground) step(a arc) Step {
	v := g.ahead.view
	return Step{
		Link: v.linkKey(a.link).id(graph.NounLink), Kind: v.links[v.linkKind(a.link)], Along: a.along, Parallel: int(a.parallel),
	}
}

// arcTo finds the arc between two neighbours.
func (g *ground) arcTo(from, to uint32) (arc, error) {
	row, err := g.row(onward, from)
	if err != nil {
		return arc{}, err
	}
	for _, a := range row {
		if a.far == to {
			return a, nil
		}
	}
	return arc{weight: math.MaxUint64}, nil // a chain is made of arcs
}
