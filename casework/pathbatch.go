package casework

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"entente/audit"
	"entente/graph"
	"entente/graph/engine"
)

// PathsBetween finds the best path of each of up to 100 pairs, in their order.
// All links and records are read together, and logged once.
func (e *Enquiry) PathsBetween(ctx context.Context, in PathsBetweenInput, detail Detail) ([]*PairRoute, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	options, err := in.Within.options(in.Measure)
	if err != nil {
		return nil, err
	}
	if len(in.Pairs) < 1 || len(in.Pairs) > maxPairs {
		return nil, graph.Bad("input.pairs", fmt.Sprintf("Give 1 to %d pairs.", maxPairs))
	}
	pairs := make([]engine.Pair, len(in.Pairs))
	var ends []graph.ID
	for i, p := range in.Pairs {
		pairs[i] = engine.Pair(p)
		ends = append(ends, p.From, p.To)
	}
	view := e.engine.View()
	if err := e.pairsSeen(view, pairs); err != nil {
		return nil, err
	}
	found, err := view.Routes(ctx, e.sight, pairs, options, nil)
	if err != nil {
		return nil, fmt.Errorf("paths of pairs: %w", routeFault(err))
	}
	e.note(audit.Path, &audit.Shape{Question: "pathsBetween", Given: given(in.Within.given()), Depth: options.MaxHops, First: len(pairs)}, ends...)
	return e.pairRoutes(ctx, found, detail)
}

func (e *Enquiry) pairsSeen(view *engine.View, pairs []engine.Pair) error {
	for i, p := range pairs {
		for _, end := range []struct {
			name string
			id   graph.ID
		}{{"from", p.From}, {"to", p.To}} {
			if _, ok := view.Entity(e.sight, end.id); !ok {
				return graph.At(fmt.Sprintf("input.pairs.%d.%s", i, end.name), graph.Missing())
			}
		}
	}
	return nil
}

func (e *Enquiry) pairRoutes(ctx context.Context, found []engine.PairRoute, detail Detail) ([]*PairRoute, error) {
	routes := make([]*engine.Route, len(found))
	for i, one := range found {
		if one.Err != nil {
			return nil, renamed(one.Err, fmt.Sprintf("input.pairs.%d", i))
		}
		routes[i] = one.Route
	}
	read, err := e.readRoutes(ctx, routes, detail)
	if err != nil {
		return nil, err
	}
	out := make([]*PairRoute, len(found))
	for i, one := range found {
		out[i] = &PairRoute{FromID: one.From, ToID: one.To, Route: read[i]}
	}
	return out, nil
}

// AllPairs says how far up to 100 records are from each other.
func (e *Enquiry) AllPairs(ctx context.Context, in AllPairsInput) (*AllPairs, error) {
	return answered[*AllPairs](ctx, e, func() (work, error) { return e.allPairsWork(in) })
}

func (e *Enquiry) allPairsWork(in AllPairsInput) (work, error) {
	options, err := in.Within.options(in.Measure)
	if err != nil {
		return nil, err
	}
	if len(in.Records) < 2 || len(in.Records) > maxConnected {
		return nil, graph.Bad("input.records", fmt.Sprintf("Give 2 to %d records.", maxConnected))
	}
	view, sight := e.engine.View(), e.sight
	if err := e.seenAt(view, "input.records", in.Records); err != nil {
		return nil, err
	}
	return func(ctx context.Context, progress engine.Progress) (presented, error) {
		found, err := view.AllPairs(ctx, sight, in.Records, options, progress)
		if err != nil {
			return nil, fmt.Errorf("all pairs: %w", routeFault(err))
		}
		entities := view.Entities(sight, in.Records)
		return func(_ context.Context, e *Enquiry) (JobResult, error) {
			shape := &audit.Shape{Question: "allPairs", Given: given(in.Within.given()), Depth: options.MaxHops}
			e.note(audit.Path, shape, in.Records...)
			return allPairs(entities, found), nil
		}, nil
	}, nil
}

func allPairs(entities []engine.Entity, found []engine.PairRoute) *AllPairs {
	out := &AllPairs{Entities: entitiesOf(entities), TotalCount: len(found)}
	counts := map[int]int{}
	for _, p := range found {
		one := PairDistance{FromID: p.From, ToID: p.To}
		if p.Route == nil {
			out.Unconnected++
		} else {
			hops, cost := p.Route.Hops(), p.Route.Cost
			one.Hops, one.Cost = &hops, &cost
			counts[hops]++
		}
		out.pairs = append(out.pairs, one)
	}
	for hops, n := range counts {
		out.ByHops = append(out.ByHops, HopCount{hops, n})
	}
	slices.SortFunc(out.ByHops, func(a, b HopCount) int { return cmp.Compare(a.Hops, b.Hops) })
	return out
}

// maxDistances is how many pairs 100 records have.
const maxDistances = maxConnected * (maxConnected - 1) / 2

// Pairs are the first distances, in the order of the ids of both ends.
func (a *AllPairs) Pairs(first int) ([]PairDistance, error) {
	if err := boundOf(first, maxDistances, "first", "pairs"); err != nil {
		return nil, err
	}
	return a.pairs[:min(first, len(a.pairs))], nil
}

// Connect joins up to 100 records by as few or as strong links as can be found.
func (e *Enquiry) Connect(ctx context.Context, in ConnectInput) (*Connection, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	options, err := in.Within.options(in.Measure)
	if err != nil {
		return nil, err
	}
	if options.Links.Direction != "" {
		return nil, graph.Bad("input.within.directed", "What connects several records is walked either way: leave it out.")
	}
	if len(in.Records) < 2 || len(in.Records) > maxConnected {
		return nil, graph.Bad("input.records", fmt.Sprintf("Give 2 to %d records.", maxConnected))
	}
	view := e.engine.View()
	if err := e.seenAt(view, "input.records", in.Records); err != nil {
		return nil, err
	}
	found, err := view.Connect(ctx, e.sight, in.Records, options)
	if err != nil {
		return nil, fmt.Errorf("connect records: %w", routeFault(err))
	}
	e.note(audit.Path, &audit.Shape{Question: "connect", Given: given(in.Within.given())}, in.Records...)
	return e.connection(ctx, found)
}

func (e *Enquiry) connection(ctx context.Context, found engine.Connection) (*Connection, error) {
	read := newReading()
	out := &Connection{Cost: found.Cost, Bound: found.Bound}
	for _, entity := range found.Entities {
		out.Entities = append(out.Entities, read.entity(entity))
	}
	for _, l := range found.Links {
		read.linkIDs = append(read.linkIDs, l.Link)
	}
	if err := read.all(ctx, e, InFull); err != nil {
		return nil, err
	}
	var links []*Link
	for _, l := range found.Links {
		links = append(links, read.links[l.Link])
		out.Links = append(out.Links, ConnectionLink{Link: read.links[l.Link], FromID: l.From, ToID: l.To, Parallel: l.Parallel})
	}
	for _, g := range found.Groups {
		out.Groups = append(out.Groups, ConnectionGroup{g})
	}
	for _, hub := range found.Hubs {
		out.Hubs = append(out.Hubs, Hub{Entity: read.entities[hub.Entity], Degree: hub.Degree})
	}
	bases, records := basesOf(links), read.recordsOf(out.Entities)
	out.Derived = derivedFrom(bases, records)
	out.Sources, out.Owners, out.ReliesOn = sourcesOf(bases, records), out.Derived.Owners, read.reliesOn(out.Hubs)
	return out, nil
}
