package casework

import (
	"context"
	"fmt"
	"slices"

	"entente/audit"
	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine"
)

// Subgraph is the given records in sight, and the links among them. Ids out of
// sight are left out as if they did not exist.
func (e *Enquiry) Subgraph(ctx context.Context, ids []graph.ID) (*Subgraph, error) {
	if len(ids) > maxSubgraph {
		return nil, graph.Bad("ids", fmt.Sprintf("At most %d ids.", maxSubgraph))
	}
	return e.subgraph(ctx, ids)
}

func (e *Enquiry) subgraph(ctx context.Context, ids []graph.ID) (*Subgraph, error) {
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	records, err := e.records(ctx, ids, nil, nil)
	if err != nil {
		return nil, err
	}
	ties := e.engine.View().Induced(e.sight, ids)
	linkIDs := make([]graph.ID, len(ties))
	for i, tie := range ties {
		linkIDs[i] = tie.ID
	}
	links, err := e.links(ctx, linkIDs, nil)
	return &Subgraph{Records: records, Links: links}, err
}

// OperationGraph is the graph shared with an operation's team, as far as it is
// in sight. More than limit records: LimitExceeded.
func (e *Enquiry) OperationGraph(ctx context.Context, o *graph.Operation, kinds []graph.RecordKind, limit int) (*Subgraph, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	if err := checkLimit(limit); err != nil {
		return nil, err
	}
	ids, err := e.recordsShared(ctx, o.ID, kinds, limit)
	if err != nil {
		return nil, err
	}
	e.note(audit.Expand, &audit.Shape{Question: "graph", First: limit}, ids...)
	return e.subgraph(ctx, ids)
}

// recordsShared are the ids of the records in sight that are shared with an
// operation's team. More than limit: LimitExceeded with the number.
func (e *Enquiry) recordsShared(ctx context.Context, operation graph.ID, kinds []graph.RecordKind, limit int) ([]graph.ID, error) {
	return e.recordIDs(ctx, e.sight, graph.RecordFilter{Operation: operation, Kinds: kinds}, limit)
}

// recordIDs are those of the records under a sight that a filter keeps, by label.
// More than limit: LimitExceeded with the number. A filter that came from outside
// is asked under its listSight.
func (e *Enquiry) recordIDs(ctx context.Context, sight policy.Sight, filter graph.RecordFilter, limit int) ([]graph.ID, error) {
	count, err := e.store.CountRecords(ctx, sight, filter)
	if err != nil {
		return nil, fmt.Errorf("count records: %w", err)
	}
	if count > limit {
		return nil, tooMany(count, limit)
	}
	return e.firstRecordIDs(ctx, sight, filter, limit)
}

// firstRecordIDs are the first records that a filter keeps under a sight, by label.
func (e *Enquiry) firstRecordIDs(ctx context.Context, sight policy.Sight, filter graph.RecordFilter, limit int) ([]graph.ID, error) {
	found, _, err := e.store.ListRecords(ctx, sight, filter, graph.ByLabel, graph.Page{Limit: limit})
	if err != nil {
		return nil, fmt.Errorf("list records: %w", err)
	}
	ids := make([]graph.ID, len(found))
	for i, r := range found {
		ids[i] = r.ID
	}
	return ids, nil
}

// Expand is the surroundings of a record's entity with the links to them. More
// than limit records: LimitExceeded with the number, never a silent sample.
func (e *Enquiry) Expand(ctx context.Context, r *Record, in *LinkFilter, limit int) (*Subgraph, error) {
	if err := checkLimit(limit); err != nil {
		return nil, err
	}
	if r.AsOf != nil {
		return nil, graph.Bad("asOf", "The surroundings are those of now: leave asOf out.")
	}
	filter, err := in.filter()
	if err != nil {
		return nil, err
	}
	around, err := e.engine.View().Neighbours(e.sight, r.ID, engine.NeighbourOptions{Links: filter})
	if err != nil {
		return nil, fmt.Errorf("expand: %w", err)
	}
	records := append([]graph.ID(nil), around.Entity.Records...)
	var linkIDs []graph.ID
	for _, neighbour := range around.Neighbours {
		records = append(records, neighbour.Entity.Records...)
		linkIDs = append(linkIDs, neighbour.Links...)
	}
	if len(records) > limit {
		return nil, tooMany(len(records), limit)
	}
	e.note(audit.Expand, &audit.Shape{Question: "expand", First: limit}, r.ID)
	return e.surroundings(ctx, records, linkIDs)
}

func (e *Enquiry) surroundings(ctx context.Context, records, linkIDs []graph.ID) (*Subgraph, error) {
	slices.Sort(records)
	found, err := e.records(ctx, records, nil, nil)
	if err != nil {
		return nil, err
	}
	for _, tie := range e.engine.View().Induced(e.sight, records) {
		if tie.Kind == graph.SameAs {
			linkIDs = append(linkIDs, tie.ID)
		}
	}
	links, err := e.links(ctx, slices.Compact(slices.Sorted(slices.Values(linkIDs))), nil)
	return &Subgraph{Records: found, Links: links}, err
}

// presentLinkCounts counts the links of a record's entity by kind.
func (e *Enquiry) presentLinkCounts(record graph.ID) []LinkCount {
	around, err := e.engine.View().Neighbours(e.sight, record, engine.NeighbourOptions{Most: -1})
	if err != nil {
		return nil
	}
	var out []LinkCount
	for _, count := range around.Counts {
		out = append(out, LinkCount{Kind: count.Kind, Count: count.Links})
	}
	return out
}

func checkLimit(limit int) error {
	if limit < 1 || limit > maxSubgraph {
		return graph.Bad("limit", fmt.Sprintf("The limit lies between 1 and %d.", maxSubgraph))
	}
	return nil
}

func tooMany(count, limit int) error {
	return &graph.Error{
		Code:    graph.LimitExceeded,
		Message: fmt.Sprintf("This would bring %d records, and the limit is %d: narrow it by kind, or raise the limit.", count, limit),
	}
}
