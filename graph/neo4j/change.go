package neo4j

import (
	"context"
	"errors"

	"entente/graph"
)

// errNotMigrated is what a database without its hub answers.
var errNotMigrated = errors.New("the database has not been prepared: run entente migrate")

// Changes gives the changes after a revision in order, at most limit of them,
// without a gap: revisions are taken in the order of the commits.
func (s *Store) Changes(ctx context.Context, after graph.Revision, limit int) ([]graph.Change, error) {
	if limit <= 0 {
		return nil, nil
	}
	rows, err := s.read(ctx, "changes", params{"after": int64(after), "limit": int64(limit)}) //nolint:gosec // a count
	if err != nil {
		return nil, err
	}
	changes := make([]graph.Change, 0, len(rows))
	for _, r := range rows {
		p := mapOf(r, "change")
		changes = append(changes, graph.Change{
			Revision: graph.Revision(whole(p, "revision")), At: instant(p, "at"), Markings: flag(p, "markings"), //nolint:gosec // a count
			Records: idsOf(p, "records"), Links: idsOf(p, "links"),
			Involvements: idsOf(p, "involvements"), Operations: idsOf(p, "operations"), CaseObjects: idsOf(p, "caseObjects"),
			Narrowed: flag(p, "narrowed"), RecordTurns: turns(p, "records"), LinkTurns: turns(p, "links"),
			InvolvementTurns: turns(p, "involvements"),
		})
	}
	return changes, nil
}

// FirstTurns gives, for each of the records that was written at a revision or
// later, the marking it had just before the first of these writes; NoMarking where
// it was not there, or withdrawn. Records written since then alone are in it.
func (s *Store) FirstTurns(ctx context.Context, from graph.Revision, records []graph.ID) (map[graph.ID]graph.MarkingID, error) {
	rows, err := s.read(ctx, "first_turns", params{"from": int64(from), "ids": plainTexts(records)}) //nolint:gosec // a count
	if err != nil {
		return nil, err
	}
	out := make(map[graph.ID]graph.MarkingID, len(rows))
	for _, r := range rows {
		if was, known := r["was"].(int64); known { // changes of before turns were kept have none
			out[graph.ID(text(r, "id"))] = graph.MarkingID(was) //nolint:gosec // 32 bits
		}
	}
	return out, nil
}

// Revision is that of the last committed write, 0 before the first.
func (s *Store) Revision(ctx context.Context) (graph.Revision, error) {
	rows, err := s.read(ctx, "revision", nil)
	if err != nil {
		return 0, err
	}
	if len(rows) == 0 {
		return 0, errNotMigrated
	}
	return graph.Revision(whole(rows[0], "revision")), nil //nolint:gosec // a count
}

// Narrowed is the revision of the last write after which somebody may see less
// than before it, 0 if there was none.
func (s *Store) Narrowed(ctx context.Context) (graph.Revision, error) {
	rows, err := s.read(ctx, "narrowed", nil)
	if err != nil {
		return 0, err
	}
	if len(rows) == 0 {
		return 0, errNotMigrated
	}
	return graph.Revision(whole(rows[0], "narrowed")), nil //nolint:gosec // a count
}

// Identity is what tells this database from every other: random, drawn once.
func (s *Store) Identity(ctx context.Context) (string, error) {
	rows, err := s.read(ctx, "identity", nil)
	if err != nil {
		return "", err
	}
	if len(rows) == 0 || text(rows[0], "store") == "" {
		return "", errNotMigrated
	}
	return text(rows[0], "store"), nil
}

func changeProps(c graph.Change) map[string]any {
	p := map[string]any{
		"revision": int64(c.Revision), "at": c.At, "markings": c.Markings, "records": plainTexts(c.Records), //nolint:gosec // a count
		"links": plainTexts(c.Links), "involvements": plainTexts(c.Involvements), "operations": plainTexts(c.Operations),
		"caseObjects": plainTexts(c.CaseObjects), "narrowed": c.Narrowed,
	}
	for name, list := range map[string][]graph.Turn{"records": c.RecordTurns, "links": c.LinkTurns, "involvements": c.InvolvementTurns} {
		was, is := make([]int64, len(list)), make([]int64, len(list))
		for i, t := range list {
			was[i], is[i] = int64(t.Was), int64(t.Is)
		}
		p[name+"Was"], p[name+"Is"] = was, is
	}
	return p
}

// turns are the two lists that changeProps made of one.
func turns(p map[string]any, name string) []graph.Turn {
	was, _ := p[name+"Was"].([]any)
	is, _ := p[name+"Is"].([]any)
	var list []graph.Turn
	for i := range min(len(was), len(is)) {
		before, _ := was[i].(int64)
		after, _ := is[i].(int64)
		list = append(list, graph.Turn{Was: graph.MarkingID(before), Is: graph.MarkingID(after)}) //nolint:gosec // 32 bits
	}
	return list
}
