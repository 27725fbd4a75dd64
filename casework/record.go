package casework

import (
	"context"
	"fmt"
	"time"

	"entente/audit"
	"entente/auth/policy"
	"entente/graph"
)

// RecordStore reads records under a sight.
type RecordStore interface {
	// Records are the visible ones among ids.
	Records(ctx context.Context, s policy.Sight, ids []graph.ID, asOf *time.Time) (map[graph.ID]graph.Record, error)
	// ListRecords is a page in order, with the position of each record.
	ListRecords(ctx context.Context, s policy.Sight, f graph.RecordFilter, o graph.RecordOrder, p graph.Page) ([]graph.Record, []graph.Position, error)
	// CountRecords counts what the filter keeps on all pages.
	CountRecords(ctx context.Context, s policy.Sight, f graph.RecordFilter) (int, error)
	// Search ranks by what is visible alone, best first.
	Search(ctx context.Context, s policy.Sight, q graph.Search) ([]graph.Record, error)
}

// VersionStore reads what the hub knew before, newest first, visible versions only.
type VersionStore interface {
	RecordVersions(ctx context.Context, s policy.Sight, id graph.ID) ([]graph.Record, error)
	LinkVersions(ctx context.Context, s policy.Sight, id graph.ID) ([]graph.Link, error)
}

// The bounds of pages and lists; the schema states them.
const (
	maxPage     = 500
	maxNodes    = 500
	maxSubgraph = 5000
	maxSearch   = 100
)

// Record is a record by its id. Unknown, malformed, of another noun or out of
// sight: NotFound.
func (e *Enquiry) Record(ctx context.Context, id graph.ID, asOf *time.Time) (*Record, error) {
	return e.recordAmong(ctx, id, asOf, nil)
}

// recordAmong is Record, read together with its siblings.
func (e *Enquiry) recordAmong(ctx context.Context, id graph.ID, asOf *time.Time, kin *siblings) (*Record, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	if !id.Is(graph.NounRecord) {
		return nil, graph.Missing()
	}
	record, err := e.loaders.record(asOf).load(ctx, id, kin)
	if err != nil {
		return nil, fmt.Errorf("read a record: %w", err)
	}
	if record == nil {
		return nil, e.unseen(ctx, id, asOf)
	}
	e.note(audit.Read, nil, id)
	return record, nil
}

// unseen is why a record is not shown: it is not there for the caller, or it
// would be if they stepped up.
func (e *Enquiry) unseen(ctx context.Context, id graph.ID, asOf *time.Time) error {
	if !e.stepUp().Withheld {
		return graph.Missing()
	}
	whole := policy.See(e.principal, e.standing.Operations, e.known, e.at)
	found, err := e.store.Records(ctx, whole, []graph.ID{id}, asOf)
	if err != nil {
		return fmt.Errorf("read a record: %w", err)
	}
	if len(found) == 0 {
		return graph.Missing()
	}
	return e.proved(ctx, id)
}

// records are the visible ones among ids, in the order of ids; kin may be nil.
func (e *Enquiry) records(ctx context.Context, ids []graph.ID, asOf *time.Time, kin *siblings) ([]*Record, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	loaded, err := e.loaders.record(asOf).loadAll(ctx, ids, kin)
	if err != nil {
		return nil, fmt.Errorf("read records: %w", err)
	}
	out := make([]*Record, 0, len(loaded))
	for _, record := range loaded {
		if record != nil {
			out = append(out, record)
			e.note(audit.Read, nil, record.ID)
		}
	}
	return out, nil
}

// Records is a page of the records in sight that the filter keeps.
func (e *Enquiry) Records(ctx context.Context, in *RecordFilter, order graph.RecordOrder, first int, after *string) (*RecordConnection, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	filter, err := in.filter()
	if err != nil {
		return nil, err
	}
	list := e.listOf("records", filter, order)
	page, err := e.page(first, after, list)
	if err != nil {
		return nil, err
	}
	sight := e.listSight(ctx, in)
	found, places, err := e.store.ListRecords(ctx, sight, filter, order, page)
	if err != nil {
		return nil, fmt.Errorf("list records: %w", err)
	}
	connection, err := e.recordConnection(found, places, first, list)
	if err != nil {
		return nil, err
	}
	connection.total = func(ctx context.Context) (int, error) { return e.store.CountRecords(ctx, sight, filter) }
	e.note(audit.List, &audit.Shape{Question: "records", Given: in.given(), First: first}, connection.ids()...)
	return connection, nil
}

// listSight is the sight under which a list is read: none where it asks for an
// operation the caller has no part in, for that there is one, and who has a role
// in it, would show in what the filter keeps.
func (e *Enquiry) listSight(ctx context.Context, in *RecordFilter) policy.Sight {
	if in != nil && in.Operation != nil && !e.knowsOperation(ctx, *in.Operation) {
		return policy.Sight{}
	}
	return e.sight
}

func (e *Enquiry) recordConnection(found []graph.Record, places []graph.Position, first int, list string) (*RecordConnection, error) {
	c := &RecordConnection{PageInfo: PageInfo{HasNextPage: len(found) > first}}
	for i, record := range e.loaders.recordViews(found[:min(len(found), first)]) {
		cursor, err := e.seal.cursor(places[i], list)
		if err != nil {
			return nil, err
		}
		c.Nodes = append(c.Nodes, record)
		c.Edges = append(c.Edges, RecordEdge{Cursor: cursor, Node: record})
		c.PageInfo.EndCursor = &c.Edges[i].Cursor
	}
	return c, nil
}

// Versions are the versions of a record that the caller may see, newest first.
func (e *Enquiry) Versions(ctx context.Context, r *Record) ([]*Record, error) {
	found, err := e.store.RecordVersions(ctx, e.sight, r.ID)
	if err != nil {
		return nil, fmt.Errorf("read the versions of a record: %w", err)
	}
	var out []*Record
	for _, version := range found {
		if r.AsOf == nil || !version.KnownFrom.After(*r.AsOf) {
			out = append(out, &Record{Record: version, AsOf: versionTime(version.Contribution)})
		}
	}
	return out, nil
}

// versionTime is as of when a version is shown: nil for the present one.
func versionTime(c graph.Contribution) *time.Time {
	if c.KnownUntil.IsZero() {
		return nil
	}
	known := c.KnownFrom
	return &known
}

func (f *RecordFilter) filter() (graph.RecordFilter, error) {
	if f == nil {
		return graph.RecordFilter{}, nil
	}
	if len(f.Involved) > 0 && f.Operation == nil {
		return graph.RecordFilter{}, graph.Bad("filter.operation", "Roles are held per operation: give the operation.")
	}
	out := graph.RecordFilter{
		Kinds: f.Kinds, Owners: f.Owners, Involved: f.Involved, Name: f.Name, Countries: f.Countries, At: f.At,
	}
	if f.Operation != nil {
		out.Operation = *f.Operation
	}
	return out, nil
}

// given lists what was filled in, without the values.
func (f *RecordFilter) given() []string {
	if f == nil {
		return nil
	}
	return given(map[string]bool{
		"filter.kinds": len(f.Kinds) > 0, "filter.owners": len(f.Owners) > 0, "filter.operation": f.Operation != nil,
		"filter.involved": len(f.Involved) > 0, "filter.name": f.Name != "", "filter.countries": len(f.Countries) > 0,
		"filter.at": f.At != nil,
	})
}

// RecordOrNone is a record that may be named or not: nil for no id, and for
// one that is not there for the caller.
func (e *Enquiry) RecordOrNone(ctx context.Context, id graph.ID) (*Record, error) {
	found, err := e.records(ctx, ofNoun([]graph.ID{id}, graph.NounRecord), nil, nil)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}
