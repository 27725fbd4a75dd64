package casework

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"entente/audit"
	"entente/graph"
	"entente/graph/engine"
	"entente/graph/identifier"
)

// The bounds of traces; the schema states them.
const (
	maxSources    = 1000
	maxTraceHops  = 20
	maxTrails     = 200
	maxArrivals   = 500
	maxGapMinutes = 10 * 366 * 24 * 60
	maxHubDegree  = 100_000
)

// Trace follows transfers, or other timed links, in the order of time. A source
// out of sight: NotFound, with its place.
func (e *Enquiry) Trace(ctx context.Context, in TraceInput) (*Trace, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	options, err := in.options()
	if err != nil {
		return nil, err
	}
	view := e.engine.View()
	if err := e.seenAt(view, "input.from", in.From); err != nil {
		return nil, err
	}
	found, err := view.Trace(ctx, e.sight, in.From, options)
	if err != nil {
		return nil, fmt.Errorf("trace: %w", timeFault(err))
	}
	e.note(audit.Path, &audit.Shape{Question: "trace", First: in.First, Depth: in.MaxHops, Given: given(map[string]bool{
		"input.back": in.Back, "input.since": in.Since != nil, "input.until": in.Until != nil, "input.leastAmount": in.LeastAmount != nil,
		"input.linkKinds": len(in.LinkKinds) > 0, "input.leastGrading": in.LeastGrading != nil, "input.maxGapMinutes": in.MaxGapMinutes != nil,
	})}, in.From...)
	return e.trace(ctx, view, found)
}

func (e *Enquiry) trace(ctx context.Context, view *engine.View, found engine.Trace) (*Trace, error) {
	out := &Trace{Entities: found.Entities, LinkCount: found.Links, AtLeast: found.AtLeast, Totalled: found.Links == len(found.LinkIDs)}
	for i, hop := range found.Hops {
		out.Hops = append(out.Hops, TraceHop{Hops: i + 1, Trails: float64(hop.Trails), Links: hop.Links})
	}
	var hubs []graph.ID
	for _, hub := range found.Hubs {
		hubs = append(hubs, hub.Entity)
	}
	read, err := e.readTrails(ctx, view, found.Trails, hubs, found.LinkIDs...)
	if err != nil {
		return nil, err
	}
	out.Trails = read.trails
	for _, hub := range found.Hubs {
		out.hubs = append(out.hubs, TraceHub{Entity: read.entities[hub.Entity], Degree: hub.Degree, Trails: float64(hub.Trails)})
	}
	links := slices.Collect(maps.Values(read.links))
	slices.SortFunc(links, func(a, b *Link) int { return compareIDs(a.ID, b.ID) })
	out.Derived = derivedFrom(basesOf(links), read.recordsOf(slices.Collect(maps.Values(read.entities))))
	if out.Totalled {
		out.Totals = totalsOf(links)
	}
	return out, nil
}

// totalsOf add up transfers by currency, in the order of the currencies' codes.
func totalsOf(links []*Link) []CurrencyTotal {
	totals := map[string]*CurrencyTotal{}
	for _, l := range links {
		if t, ok := l.Details.(*graph.Transfer); ok {
			if totals[t.Currency] == nil {
				totals[t.Currency] = &CurrencyTotal{Currency: t.Currency}
			}
			totals[t.Currency].Minor += t.Amount
			totals[t.Currency].Transfers++
		}
	}
	var out []CurrencyTotal
	for _, currency := range slices.Sorted(maps.Keys(totals)) {
		out = append(out, *totals[currency])
	}
	return out
}

// readTrails is a reading with the trails that it was for.
type readTrails struct {
	*reading
	trails []*Trail
}

// readTrails reads what trails rest on in one statement each for links and
// records, with further entities and links.
func (e *Enquiry) readTrails(ctx context.Context, view *engine.View, found []engine.Trail, entities []graph.ID, links ...graph.ID) (*readTrails, error) {
	read := &readTrails{reading: newReading()}
	read.linkIDs = links
	for _, t := range found {
		entities = append(entities, t.From)
		for _, s := range t.Steps {
			entities, read.linkIDs = append(entities, s.To), append(read.linkIDs, s.Link)
		}
	}
	for _, entity := range view.Entities(e.sight, entities) {
		read.entity(entity)
	}
	if err := read.all(ctx, e, InFull); err != nil {
		return nil, err
	}
	for _, t := range found {
		read.trails = append(read.trails, read.trail(t))
	}
	return read, nil
}

func (r *reading) trail(found engine.Trail) *Trail {
	out := &Trail{From: r.entities[found.From], Cut: found.Cut}
	links, entities := []*Link{}, []*Entity{out.From}
	for _, s := range found.Steps {
		step := TrailStep{Link: r.links[s.Link], To: r.entities[s.To], At: s.At}
		out.Steps = append(out.Steps, step)
		links, entities = append(links, step.Link), append(entities, step.To)
	}
	out.Derived = derivedFrom(basesOf(links), r.recordsOf(entities))
	return out
}

// EarliestArrival says when what left a record's entity could have reached
// others first. A record out of sight: NotFound.
func (e *Enquiry) EarliestArrival(ctx context.Context, in ArrivalInput) (*Arrivals, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	if err := boundOf(in.First, maxArrivals, "input.first", "arrivals"); err != nil {
		return nil, err
	}
	weakness, err := weakest(in.LeastGrading, "input.leastGrading")
	if err != nil {
		return nil, err
	}
	timed, err := timedLinks(graph.LinkFilter{Kinds: in.LinkKinds, WeakestGrading: weakness}, in.Since, in.Until, in.LeastAmount, in.SameInstant)
	if err != nil {
		return nil, err
	}
	view := e.engine.View()
	found, err := view.EarliestArrival(ctx, e.sight, in.From, engine.ArrivalOptions{TimedLinks: timed, List: in.First})
	if err != nil {
		return nil, fmt.Errorf("earliest arrival: %w", graph.At("input.from", timeFault(err)))
	}
	e.note(audit.Path, &audit.Shape{Question: "earliestArrival", First: in.First, Given: given(map[string]bool{
		"input.since": in.Since != nil, "input.until": in.Until != nil, "input.leastAmount": in.LeastAmount != nil,
		"input.linkKinds": len(in.LinkKinds) > 0, "input.leastGrading": in.LeastGrading != nil,
	})}, in.From)
	return e.arrivals(ctx, view, found)
}

func (e *Enquiry) arrivals(ctx context.Context, view *engine.View, found engine.Arrivals) (*Arrivals, error) {
	var entities, links []graph.ID
	for _, a := range found.First {
		entities, links = append(entities, a.Entity), append(links, a.Via)
	}
	read, err := e.readTrails(ctx, view, nil, entities, links...)
	if err != nil {
		return nil, err
	}
	out := &Arrivals{TotalCount: found.Count}
	for _, a := range found.First {
		out.Arrivals = append(out.Arrivals, Arrival{Entity: read.entities[a.Entity], At: a.At, Via: read.links[a.Via]})
	}
	return out, nil
}

func (in TraceInput) options() (engine.TraceOptions, error) {
	if err := in.check(); err != nil {
		return engine.TraceOptions{}, err
	}
	weakness, err := weakest(in.LeastGrading, "input.leastGrading")
	if err != nil {
		return engine.TraceOptions{}, err
	}
	timed, err := timedLinks(graph.LinkFilter{Kinds: in.LinkKinds, WeakestGrading: weakness}, in.Since, in.Until, in.LeastAmount, in.SameInstant)
	o := engine.TraceOptions{TimedLinks: timed, Back: in.Back, MaxHops: in.MaxHops, HubDegree: in.HubDegree, List: in.First}
	if in.MaxGapMinutes != nil {
		o.MaxGap = time.Duration(*in.MaxGapMinutes) * time.Minute
	}
	return o, err
}

func (in TraceInput) check() error {
	switch {
	case len(in.From) < 1 || len(in.From) > maxSources:
		return graph.Bad("input.from", fmt.Sprintf("Give 1 to %d records.", maxSources))
	case in.MaxHops < 1 || in.MaxHops > maxTraceHops:
		return graph.Bad("input.maxHops", fmt.Sprintf("A trail has 1 to %d hops.", maxTraceHops))
	case in.HubDegree < 1 || in.HubDegree > maxHubDegree:
		return graph.Bad("input.hubDegree", fmt.Sprintf("The degree of a hub lies between 1 and %d.", maxHubDegree))
	case in.MaxGapMinutes != nil && (*in.MaxGapMinutes < 1 || *in.MaxGapMinutes > maxGapMinutes):
		return graph.Bad("input.maxGapMinutes", "The gap lies between a minute and ten years; left out, it is any.")
	}
	return boundOf(in.First, maxTrails, "input.first", "trails")
}

// timedLinks are the links that count as steps, in a window.
func timedLinks(f graph.LinkFilter, since, until *time.Time, least *AmountInput, same bool) (engine.TimedLinks, error) {
	out := engine.TimedLinks{Links: f, SameInstant: same}
	if since != nil {
		out.Since = *since
	}
	if until != nil {
		out.Until = *until
	}
	if since != nil && until != nil && !until.After(*since) {
		return out, graph.Bad("input.until", "The window ends before it begins: `until` must lie after `since`.")
	}
	if least == nil {
		return out, nil
	}
	minor, err := identifier.Money(least.Amount, least.Currency)
	out.LeastAmount = minor
	return out, graph.Under("input.leastAmount", err)
}

// timeFault names the field of an error of the engine as the API does.
func timeFault(err error) error {
	var e *graph.Error
	if errors.As(err, &e) && e.Code == graph.NotFound {
		return err
	}
	return renamed(err, "input", "links.kinds", "linkKinds", "maxGap", "maxGapMinutes")
}
