package neo4j

import (
	"context"
	"slices"
	"strings"
	"time"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/identifier"
)

// positionTime is how ByRecent writes its sort key: fixed width, so that keys
// order as the times do.
const positionTime = "2006-01-02T15:04:05.000000000Z"

// ListRecords gives a page of the records in sight that pass the filter, in
// order, and the position of each. With filter.Involved, filter.Operation is
// the operation in which the roles are held; otherwise it keeps the records
// whose audience is that operation's team. A Limit of 0 gives nothing.
func (s *Store) ListRecords(
	ctx context.Context, sight policy.Sight, filter graph.RecordFilter, order graph.RecordOrder, page graph.Page,
) ([]graph.Record, []graph.Position, error) {
	q, err := s.listQuery(ctx, sight, filter)
	if err != nil || q.empty || page.Limit <= 0 {
		return nil, nil, err
	}
	if err := q.begin(order, page); err != nil {
		return nil, nil, err
	}
	rows, err := s.read(ctx, "list_"+q.source+orderName(order), q.params)
	if err != nil {
		return nil, nil, err
	}
	records, err := s.recordsIn(ctx, rows)
	if err != nil {
		return nil, nil, err
	}
	positions := make([]graph.Position, len(records))
	for i, r := range records {
		positions[i] = position(order, r)
	}
	return records, positions, nil
}

// CountRecords counts what ListRecords would give without a page.
func (s *Store) CountRecords(ctx context.Context, sight policy.Sight, filter graph.RecordFilter) (int, error) {
	q, err := s.listQuery(ctx, sight, filter)
	if err != nil || q.empty {
		return 0, err
	}
	rows, err := s.read(ctx, "count_"+q.source, q.params)
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	return int(whole(rows[0], "count")), nil
}

func orderName(order graph.RecordOrder) string {
	if order == graph.ByRecent {
		return "_by_recent"
	}
	return "_by_label"
}

func position(order graph.RecordOrder, r graph.Record) graph.Position {
	if order == graph.ByRecent {
		return graph.Position{Key: r.KnownFrom.UTC().Format(positionTime), ID: r.ID}
	}
	return graph.Position{Key: identifier.SortKey(r.Details.Label()), ID: r.ID}
}

// listQuery is where a list begins (all records in sight, those of some kinds,
// the involvements of an operation or the index of names) and with which
// parameters. The first two look up the next record under each marking, and each
// kind where kinds are given: what is hidden is not passed over, and costs no time.
type listQuery struct {
	source string
	params params
	empty  bool
}

func (s *Store) listQuery(ctx context.Context, sight policy.Sight, f graph.RecordFilter) (listQuery, error) {
	markings, err := s.narrow(ctx, sight, func(m graph.Marking) bool {
		owned := len(f.Owners) == 0 || slices.Contains(f.Owners, m.Owner)
		shared := f.Operation == "" || len(f.Involved) > 0 || slices.Contains(m.Audience.Operations, f.Operation)
		return owned && shared
	})
	q := listQuery{source: "all", empty: len(markings) == 0}
	q.params = params{
		"sight": markings, "kinds": kindsOf(f.Kinds), "at": instantOrNull(f.At), "countries": orNull(f.Countries),
		"words": []string(nil), "operation": string(f.Operation), "roles": orNull(f.Involved), "whole": sight.Visible(),
	}
	if len(f.Kinds) > 0 {
		q.source = "kinds"
	}
	if strings.TrimSpace(f.Name) != "" {
		words := identifier.Terms(f.Name)
		q.empty = q.empty || len(words) == 0 || len(words) > maxWords
		q.params["words"], q.params["queries"] = words, nameQueries(words, markings)
		q.source = "named"
	}
	if len(f.Involved) > 0 {
		q.source = "involved"
	}
	return q, err
}

func kindsOf(kinds []graph.RecordKind) []string {
	if len(kinds) == 0 {
		return plainTexts(graph.RecordKinds())
	}
	distinct := slices.Clone(kinds)
	slices.Sort(distinct)
	return plainTexts(slices.Compact(distinct))
}

func (q *listQuery) begin(order graph.RecordOrder, page graph.Page) error {
	q.params["after"], q.params["limit"] = string(page.After.ID), int64(page.Limit)
	q.params["key"] = page.After.Key
	if order != graph.ByRecent {
		return nil
	}
	key := time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
	if page.After != (graph.Position{}) {
		var err error
		if key, err = time.Parse(positionTime, page.After.Key); err != nil {
			return graph.Bad("after", "This is not a position in a list ordered by time.")
		}
	}
	q.params["key"] = key
	return nil
}
