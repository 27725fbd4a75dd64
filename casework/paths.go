package casework

import (
	"context"
	"fmt"

	"entente/audit"
	"entente/graph"
	"entente/graph/engine"
)

// The bounds of paths; the schema states them.
const (
	maxEnds      = 100
	maxWaypoints = 12
	maxPaths     = 100
	maxConnected = 100
	maxPairs     = 100
)

// Paths finds paths of the kind asked for. An end or a waypoint out of sight:
// NotFound, with its place. No path: an empty list.
func (e *Enquiry) Paths(ctx context.Context, in PathsInput, detail Detail) (*Paths, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	if err := in.check(); err != nil {
		return nil, err
	}
	view := e.engine.View()
	for _, ends := range []struct {
		field   string
		records []graph.ID
	}{{"input.from", in.From}, {"input.to", in.To}, {"input.through", in.Through}} {
		if err := e.seenAt(view, ends.field, ends.records); err != nil {
			return nil, err
		}
	}
	if in.Mode == InTimeOrder {
		return e.chain(ctx, view, in)
	}
	options, err := in.Within.options(in.measure())
	if err != nil {
		return nil, err
	}
	found, out, err := e.findPaths(ctx, view, in, options)
	if err != nil {
		return nil, fmt.Errorf("paths: %w", routeFault(err))
	}
	e.notePaths(in, options.MaxHops)
	read, err := e.readRoutes(ctx, found.routes, detail)
	if err != nil {
		return nil, err
	}
	for i, r := range read {
		r.WaypointIDs, r.RepeatedIDs = found.order, found.repeats
		out.Routes = append(out.Routes, read[i])
	}
	return out, nil
}

func (in PathsInput) measure() PathMeasure {
	if in.Mode == StrongestPath {
		return ByStrength
	}
	return ByHops
}

// foundPaths are what the engine found.
type foundPaths struct {
	routes         []*engine.Route
	order, repeats []graph.ID
}

func (e *Enquiry) findPaths(ctx context.Context, view *engine.View, in PathsInput, o engine.RouteOptions) (foundPaths, *Paths, error) {
	out := &Paths{Mode: in.Mode}
	from, to := in.From[0], in.To[0]
	one := func(r engine.Route, ok bool, err error) (foundPaths, *Paths, error) {
		if err != nil || !ok {
			return foundPaths{}, out, err
		}
		return foundPaths{routes: []*engine.Route{&r}}, out, nil
	}
	switch {
	case len(in.Through) > 0:
		t, ok, err := view.Through(ctx, e.sight, from, to, engine.ThroughOptions{RouteOptions: o, Waypoints: in.Through, AnyOrder: in.AnyOrder})
		found, out, err := one(t.Route, ok, err)
		found.order, found.repeats = t.Order, t.Repeats
		return found, out, err
	case in.Mode == EveryShortest:
		all, err := view.AllShortest(ctx, e.sight, from, to, engine.AllShortestOptions{RouteOptions: o, List: in.First})
		count, links := float64(all.Count), float64(all.Links)
		out.Count, out.CountOfLinks, out.AtLeast = &count, &links, all.AtLeast
		return foundPaths{routes: pointersTo(all.Routes)}, out, err
	case in.Mode == KShortest:
		routes, err := view.KShortest(ctx, e.sight, from, to, engine.KShortestOptions{RouteOptions: o, K: in.First})
		return foundPaths{routes: pointersTo(routes)}, out, err
	}
	return one(bestBetween(ctx, view, e, in, o))
}

// bestBetween is the best path between two sets. Strength with a bound on hops is
// dear, so first it is asked without: if that is short enough, it is the answer.
func bestBetween(ctx context.Context, view *engine.View, e *Enquiry, in PathsInput, o engine.RouteOptions) (engine.Route, bool, error) {
	if o.By == engine.ByStrength {
		free := o
		free.MaxHops = 0
		r, ok, err := view.BetweenSets(ctx, e.sight, in.From, in.To, free)
		if err != nil || !ok || r.Hops() <= o.MaxHops {
			return r, ok, err
		}
	}
	return view.BetweenSets(ctx, e.sight, in.From, in.To, o)
}

func pointersTo[T any](in []T) []*T {
	out := make([]*T, len(in))
	for i := range in {
		out[i] = &in[i]
	}
	return out
}

func (e *Enquiry) notePaths(in PathsInput, depth int) {
	inputs := in.Within.given()
	inputs["input.through"], inputs["input.since"], inputs["input.until"] = len(in.Through) > 0, in.Since != nil, in.Until != nil
	ends := append(append(append([]graph.ID{}, in.From...), in.To...), in.Through...)
	e.note(audit.Path, &audit.Shape{Question: "paths", Given: given(inputs), Depth: depth, First: in.First}, ends...)
}

func (in PathsInput) check() error {
	if err := in.checkEnds(); err != nil {
		return err
	}
	if in.Mode != InTimeOrder && (in.Since != nil || in.Until != nil || in.SameInstant) {
		return graph.Bad("input.mode", "A window and sameInstant are for TIME_RESPECTING.")
	}
	return boundOf(in.First, maxPaths, "input.first", "paths")
}

func (in PathsInput) checkEnds() error {
	for _, ends := range []struct {
		field string
		n     int
	}{{"input.from", len(in.From)}, {"input.to", len(in.To)}} {
		if ends.n < 1 || ends.n > maxEnds {
			return graph.Bad(ends.field, fmt.Sprintf("Give 1 to %d records.", maxEnds))
		}
	}
	best := in.Mode == FewestHops || in.Mode == StrongestPath
	switch {
	case len(in.Through) > maxWaypoints:
		return graph.Bad("input.through", fmt.Sprintf("A path leads through at most %d records.", maxWaypoints))
	case len(in.Through) > 0 && !best:
		return graph.Bad("input.through", "Waypoints are for FEWEST_HOPS and STRONGEST.")
	case (len(in.From) > 1 || len(in.To) > 1) && (!best || len(in.Through) > 0):
		return graph.Bad("input.from", "Sets of ends are for FEWEST_HOPS and STRONGEST without waypoints: give one record at either end.")
	}
	return nil
}

// chain is a chain in the order of time.
func (e *Enquiry) chain(ctx context.Context, view *engine.View, in PathsInput) (*Paths, error) {
	if err := in.Within.timed(); err != nil {
		return nil, err
	}
	options, err := in.Within.options(ByHops)
	if err != nil {
		return nil, err
	}
	timed, err := timedLinks(options.Links, in.Since, in.Until, nil, in.SameInstant)
	if err != nil {
		return nil, err
	}
	found, ok, err := view.TimeRespecting(ctx, e.sight, in.From[0], in.To[0], engine.TimeRespectingOptions{TimedLinks: timed, MaxHops: options.MaxHops})
	if err != nil {
		return nil, fmt.Errorf("a chain in the order of time: %w", routeFault(err))
	}
	e.notePaths(in, options.MaxHops)
	out := &Paths{Mode: in.Mode}
	if !ok {
		return out, nil
	}
	read, err := e.readTrails(ctx, view, []engine.Trail{{From: found.From, Steps: found.Steps}}, nil)
	if err != nil {
		return nil, err
	}
	out.Chain = read.trails[0]
	return out, nil
}
