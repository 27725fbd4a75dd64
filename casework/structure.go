package casework

import (
	"context"
	"fmt"

	"entente/audit"
	"entente/graph"
	"entente/graph/engine"
)

// CentralityMeasure is in which sense an entity is central.
type CentralityMeasure string

// The measures; the engine says how each is computed.
const (
	Degree      CentralityMeasure = "DEGREE"
	Betweenness CentralityMeasure = "BETWEENNESS"
	Harmonic    CentralityMeasure = "HARMONIC"
	Closeness   CentralityMeasure = "CLOSENESS"
	PageRank    CentralityMeasure = "PAGE_RANK"
	Core        CentralityMeasure = "CORE"
)

// CentralityInput asks who is central; see the schema.
type CentralityInput struct {
	Measure CentralityMeasure
	Scope   *ScopeInput
	First   int
	Of      []graph.ID
	Samples *int
	Delta   float64
	Seed    int
}

// Centrality are the values of a measure.
type Centrality struct {
	Measure    CentralityMeasure
	Entities   int
	Ties       int
	Values     []CentralityValue // highest first
	Of         []CentralityValue // by id
	ErrorBound *float64
	Confidence *float64
}

// CentralityValue is one entity's.
type CentralityValue struct {
	Entity *Entity
	Value  float64
	Rank   int
}

// StructureInput asks where a network comes apart.
type StructureInput struct {
	Scope *ScopeInput
	First int
}

// Structure is where a network comes apart.
type Structure struct {
	Entities, Ties               int
	CutCount, BridgeCount, Parts int
	Cuts                         []*Entity
	Bridges                      []Bridge
	Blocks                       []Block
}

// Bridge is a pair whose tie alone holds two parts together.
type Bridge struct{ A, B *Entity }

// Block is a set of entities that no one entity's absence takes apart.
type Block struct {
	Size      int
	MemberIDs []graph.ID
}

// BrokersInput asks who stands between countries.
type BrokersInput struct {
	Scope ScopeInput
	First int
}

// Broker is an entity that stands between countries.
type Broker struct {
	Entity                                                *Entity
	Country                                               string
	Between, Coordinator, Consultant, Gatekeeper, Liaison int
}

// The bounds of what is listed of a structure, and of whose countries are read.
const (
	maxOf        = 500
	maxSamples   = 1_000_000
	maxBrokering = 20_000
)

// Centrality says who is central in what is in sight.
func (e *Enquiry) Centrality(ctx context.Context, in CentralityInput) (*Centrality, error) {
	return answered[*Centrality](ctx, e, func() (work, error) { return e.centralityWork(ctx, in) })
}

func (in CentralityInput) check() error {
	switch {
	case len(in.Of) > maxOf:
		return graph.Bad("input.of", fmt.Sprintf("Ask for at most %d records by name.", maxOf))
	case in.Samples != nil && in.Measure != Betweenness:
		return graph.Bad("input.samples", "Betweenness alone is sampled: leave it out.")
	case in.Samples != nil && (*in.Samples < 1 || *in.Samples > maxSamples):
		return graph.Bad("input.samples", fmt.Sprintf("Give 1 to %d sources, or leave it out for exact values.", maxSamples))
	case !(in.Delta > 0 && in.Delta < 1):
		return graph.Bad("input.delta", "The chance lies between 0 and 1.")
	case in.Seed < 0:
		return graph.Bad("input.seed", "The seed is not negative.")
	}
	return boundOf(in.First, maxPage, "input.first", "entities")
}

func (e *Enquiry) centralityWork(ctx context.Context, in CentralityInput) (work, error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	s, err := e.scopeOf(ctx, in.Scope, "input.scope")
	if err != nil {
		return nil, err
	}
	view, sight := e.engine.View(), e.sight
	if err := e.seenAt(view, "input.of", in.Of); err != nil {
		return nil, err
	}
	o := engine.CentralityOptions{
		Measure: engine.CentralityMeasure(in.Measure), Scope: s.records, RecordKinds: s.kinds, Links: s.links, Top: in.First, Of: in.Of,
		Delta: in.Delta, Seed: uint64(in.Seed), //nolint:gosec // any seed will do
	}
	if in.Samples != nil {
		o.Samples = *in.Samples
	}
	return func(ctx context.Context, progress engine.Progress) (presented, error) {
		o.Progress = progress
		found, err := e.calculatorOf(view, progress).Centrality(ctx, sight, o)
		if err != nil {
			return nil, fmt.Errorf("centrality: %w", renamed(err, "input"))
		}
		return func(_ context.Context, e *Enquiry) (JobResult, error) {
			return e.centrality(view, in, found), nil
		}, nil
	}, nil
}

func (e *Enquiry) centrality(view *engine.View, in CentralityInput, found engine.Centralities) *Centrality {
	out := &Centrality{Measure: in.Measure, Entities: found.Entities, Ties: found.Ties}
	if in.Samples != nil {
		epsilon, sure := found.Epsilon, 1-found.Delta
		out.ErrorBound, out.Confidence = &epsilon, &sure
	}
	of := func(c engine.Centrality) graph.ID { return c.Entity }
	found.Top, found.Of = present(e, view, found.Top, of), present(e, view, found.Of, of)
	var ids []graph.ID
	for _, c := range append(append([]engine.Centrality{}, found.Top...), found.Of...) {
		ids = append(ids, c.Entity)
	}
	entities := e.entitiesNamed(view, ids)
	for _, c := range found.Top {
		out.Values = append(out.Values, CentralityValue{entities[c.Entity], c.Value, c.Rank})
	}
	for _, c := range found.Of {
		out.Of = append(out.Of, CentralityValue{entities[c.Entity], c.Value, c.Rank})
	}
	e.note(audit.Communities, &audit.Shape{Question: "centrality", First: in.First, Given: given(in.Scope.given())}, ids...)
	return out
}

// Structure says where what is in sight comes apart.
func (e *Enquiry) Structure(ctx context.Context, in StructureInput) (*Structure, error) {
	return answered[*Structure](ctx, e, func() (work, error) { return e.structureWork(ctx, in) })
}

func (e *Enquiry) structureWork(ctx context.Context, in StructureInput) (work, error) {
	if err := boundOf(in.First, maxPage, "input.first", "of each"); err != nil {
		return nil, err
	}
	s, err := e.scopeOf(ctx, in.Scope, "input.scope")
	if err != nil {
		return nil, err
	}
	view, sight := e.engine.View(), e.sight
	o := engine.StructureOptions{Scope: s.records, RecordKinds: s.kinds, Links: s.links, List: in.First}
	return func(ctx context.Context, _ engine.Progress) (presented, error) {
		found, err := view.Structure(ctx, sight, o)
		if err != nil {
			return nil, fmt.Errorf("structure: %w", renamed(err, "input"))
		}
		return func(_ context.Context, e *Enquiry) (JobResult, error) { return e.structure(view, in, found), nil }, nil
	}, nil
}

func (e *Enquiry) structure(view *engine.View, in StructureInput, found engine.Structure) *Structure {
	out := &Structure{
		Entities: found.Entities, Ties: found.Ties, CutCount: found.Articulations, BridgeCount: found.Bridges, Parts: found.Blocks,
	}
	ids := append([]graph.ID{}, found.FirstArticulations...)
	for _, b := range found.FirstBridges {
		ids = append(ids, b.A, b.B)
	}
	entities := e.entitiesNamed(view, ids)
	for _, id := range found.FirstArticulations {
		out.Cuts = append(out.Cuts, entities[id])
	}
	for _, b := range found.FirstBridges {
		out.Bridges = append(out.Bridges, Bridge{entities[b.A], entities[b.B]})
	}
	for _, members := range found.FirstBlocks {
		out.Blocks = append(out.Blocks, Block{len(members), members})
		ids = append(ids, members...)
	}
	e.note(audit.Communities, &audit.Shape{Question: "structure", First: in.First, Given: given(in.Scope.given())}, distinctIDs(ids)...)
	return out
}

// Brokers are the entities that stand between countries, as far as the records
// in sight say where each belongs: of several records the first by id counts.
func (e *Enquiry) Brokers(ctx context.Context, in BrokersInput) ([]Broker, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	if err := boundOf(in.First, maxPage, "input.first", "brokers"); err != nil {
		return nil, err
	}
	if in.Scope.Operation == nil && len(in.Scope.Records) == 0 {
		return nil, graph.Bad("input.scope", "Countries are read record by record: give an operation or records.")
	}
	s, err := e.scopeOf(ctx, &in.Scope, "input.scope")
	if err != nil {
		return nil, err
	}
	if len(s.records) > maxBrokering {
		return nil, tooMany(len(s.records), maxBrokering)
	}
	view := e.engine.View()
	groups, err := e.countries(ctx, view, s.records)
	if err != nil || len(groups) == 0 {
		return nil, err
	}
	found, err := view.Brokers(ctx, e.sight, engine.BrokerageOptions{
		StructureOptions: engine.StructureOptions{Scope: s.records, RecordKinds: s.kinds, Links: s.links, List: in.First}, Groups: groups,
	})
	if err != nil {
		return nil, fmt.Errorf("brokers: %w", renamed(err, "input"))
	}
	var ids []graph.ID
	for _, b := range found {
		ids = append(ids, b.Entity)
	}
	entities := e.entitiesNamed(view, ids)
	e.note(audit.Communities, &audit.Shape{Question: "brokers", First: in.First, Given: given(in.Scope.given())}, ids...)
	var out []Broker
	for _, b := range found {
		out = append(out, Broker{entities[b.Entity], b.Group, b.Between(), b.Coordinator, b.Consultant, b.Gatekeeper, b.Liaison})
	}
	return out, nil
}

// countries are those of the records in sight of the entities of records: the
// first that each names.
func (e *Enquiry) countries(ctx context.Context, view *engine.View, records []graph.ID) (map[graph.ID]string, error) {
	var ids []graph.ID
	for _, entity := range view.Entities(e.sight, records) {
		ids = append(ids, entity.Records...)
	}
	read, err := e.records(ctx, distinctIDs(ids), nil, nil)
	if err != nil {
		return nil, err
	}
	out := map[graph.ID]string{}
	for _, r := range read {
		if named := countriesOf(r.Details); len(named) > 0 {
			out[r.ID] = named[0]
		}
	}
	return out, nil
}
