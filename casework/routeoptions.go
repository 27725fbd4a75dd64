package casework

import (
	"fmt"
	"slices"

	"entente/graph"
	"entente/graph/engine"
)

// options are those of the engine; nil is no narrowing.
func (l *RouteLimits) options(by PathMeasure) (engine.RouteOptions, error) {
	if l == nil {
		return engine.RouteOptions{By: engine.Measure(by), MaxHops: maxHops}, nil
	}
	if err := l.check(); err != nil {
		return engine.RouteOptions{}, err
	}
	weakness, err := weakest(l.LeastGrading, "input.within.leastGrading")
	if err != nil {
		return engine.RouteOptions{}, err
	}
	o := engine.RouteOptions{
		Links: graph.LinkFilter{Kinds: l.LinkKinds, At: l.At, WeakestGrading: weakness}, By: engine.Measure(by),
		Avoid: l.Avoid, AvoidKinds: l.AvoidKinds, MaxHops: l.MaxHops, Hub: engine.HubRule{Degree: l.HubDegree, Penalty: l.HubPenalty},
	}
	if l.Directed {
		o.Links.Direction = graph.Outgoing
	}
	if len(l.OnlyThroughKinds) > 0 {
		o.AvoidKinds = slices.DeleteFunc(graph.RecordKinds(), func(k graph.RecordKind) bool {
			return slices.Contains(l.OnlyThroughKinds, k)
		})
	}
	return o, nil
}

func (l *RouteLimits) check() error {
	switch {
	case l.MaxHops < 1 || l.MaxHops > maxHops:
		return graph.Bad("input.within.maxHops", fmt.Sprintf("A path has 1 to %d hops.", maxHops))
	case len(l.Avoid) > maxAvoid:
		return graph.Bad("input.within.avoid", fmt.Sprintf("At most %d records can be avoided.", maxAvoid))
	case len(l.AvoidKinds) > 0 && len(l.OnlyThroughKinds) > 0:
		return graph.Bad("input.within.onlyThroughKinds", "Give the kinds to avoid or the only kinds to pass through, not both.")
	case l.HubDegree < 1:
		return graph.Bad("input.within.hubDegree", "The degree above which an entity is a hub is at least 1.")
	}
	return nil
}

// timed refuses limits that a chain in the order of time does not know.
func (l *RouteLimits) timed() error {
	switch {
	case l == nil:
		return nil
	case len(l.Avoid) > 0:
		return graph.Bad("input.within.avoid", "TIME_RESPECTING avoids nobody: leave it out.")
	case len(l.AvoidKinds) > 0 || len(l.OnlyThroughKinds) > 0:
		return graph.Bad("input.within.avoidKinds", "TIME_RESPECTING passes through every kind: leave it out.")
	case l.HubPenalty > 0:
		return graph.Bad("input.within.hubPenalty", "TIME_RESPECTING knows no penalty: leave it out.")
	}
	return nil
}

// given lists what was filled in.
func (l *RouteLimits) given() map[string]bool {
	if l == nil {
		return map[string]bool{}
	}
	return map[string]bool{
		"input.within.linkKinds": len(l.LinkKinds) > 0, "input.within.avoid": len(l.Avoid) > 0, "input.within.avoidKinds": len(l.AvoidKinds) > 0,
		"input.within.onlyThroughKinds": len(l.OnlyThroughKinds) > 0, "input.within.at": l.At != nil,
		"input.within.leastGrading": l.LeastGrading != nil, "input.within.directed": l.Directed, "input.within.hubPenalty": l.HubPenalty > 0,
	}
}

// routeFault names the field of an error of the engine as the API does.
func routeFault(err error) error {
	return renamed(err, "input", "maxHops", "within.maxHops", "avoid", "within.avoid", "avoidKinds", "within.avoidKinds",
		"hub.degree", "within.hubDegree", "hub.penalty", "within.hubPenalty", "links.kinds", "within.linkKinds", "waypoints", "through")
}

// seenAt refuses records out of sight, naming the first by its place.
func (e *Enquiry) seenAt(view *engine.View, field string, records []graph.ID) error {
	for i, r := range records {
		if _, ok := view.Entity(e.sight, r); !ok {
			return graph.At(fmt.Sprintf("%s.%d", field, i), graph.Missing())
		}
	}
	return nil
}
