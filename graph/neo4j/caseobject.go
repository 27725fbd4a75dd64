package neo4j

import (
	"context"
	"encoding/json"
	"time"

	"entente/auth/policy"
	"entente/graph"
)

// CaseObject gives a case object in sight; else graph.Missing.
func (s *Store) CaseObject(ctx context.Context, sight policy.Sight, id graph.ID) (graph.CaseObject, error) {
	if !id.Is(graph.NounCaseObject) || sight.Blind() {
		return graph.CaseObject{}, graph.Missing()
	}
	rows, err := s.read(ctx, "case_object", params{"id": string(id), "sight": sight.Visible()})
	if err != nil {
		return graph.CaseObject{}, err
	}
	if len(rows) == 0 {
		return graph.CaseObject{}, graph.Missing()
	}
	return s.caseObjectIn(ctx, rows[0])
}

// CaseObjects gives a page of the case objects in sight that pass the filter,
// newest first, then by id, and the position of each. No kinds are all kinds.
func (s *Store) CaseObjects(
	ctx context.Context, sight policy.Sight, filter graph.CaseFilter, page graph.Page,
) ([]graph.CaseObject, []graph.Position, error) {
	if sight.Blind() || page.Limit <= 0 {
		return nil, nil, nil
	}
	p := caseParams(sight, filter)
	var q listQuery
	q.params = p
	if err := q.begin(graph.ByRecent, page); err != nil {
		return nil, nil, err
	}
	rows, err := s.read(ctx, about("case_objects", filter), p)
	if err != nil {
		return nil, nil, err
	}
	objects, positions := make([]graph.CaseObject, len(rows)), make([]graph.Position, len(rows))
	for i, r := range rows {
		if objects[i], err = s.caseObjectIn(ctx, r); err != nil {
			return nil, nil, err
		}
		positions[i] = graph.Position{Key: objects[i].Made.Format(positionTime), ID: objects[i].ID}
	}
	return objects, positions, nil
}

// CountCaseObjects counts what CaseObjects would give without a page.
func (s *Store) CountCaseObjects(ctx context.Context, sight policy.Sight, filter graph.CaseFilter) (int, error) {
	if sight.Blind() {
		return 0, nil
	}
	rows, err := s.read(ctx, about("count_case_objects", filter), caseParams(sight, filter))
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	return int(whole(rows[0], "count")), nil
}

// about names the variant of a statement that begins at what case objects are about.
func about(name string, f graph.CaseFilter) string {
	if len(f.About) > 0 {
		return name + "_about"
	}
	return name
}

func caseParams(sight policy.Sight, f graph.CaseFilter) params {
	kinds := f.Kinds
	if len(kinds) == 0 {
		kinds = graph.CaseKinds()
	}
	var due any
	if !f.DueBefore.IsZero() {
		due = f.DueBefore.UTC()
	}
	return params{
		"sight": sight.Visible(), "kinds": plainTexts(kinds), "states": orNull(f.States), "about": orNull(f.About), "dueBefore": due,
		"reader": string(f.Reader),
	}
}

func (s *Store) caseObjectIn(ctx context.Context, r row) (graph.CaseObject, error) {
	p := mapOf(r, "object")
	marking, err := s.markingIn(ctx, p)
	if err != nil {
		return graph.CaseObject{}, err
	}
	return graph.CaseObject{
		ID: graph.ID(text(p, "id")), Hub: text(p, "hub"), Kind: graph.CaseKind(text(p, "kind")), Marking: marking,
		Except: idsOf(p, "except"), About: idsOf(p, "about"), State: text(p, "state"), Due: instant(p, "due"), Body: json.RawMessage(text(p, "body")),
		Made: instant(p, "made"), Version: graph.ID(text(p, "version")), KnownFrom: instant(p, "knownFrom"),
	}, nil
}

func caseObjectProps(c graph.CaseObject, marking graph.MarkingID) map[string]any {
	p := map[string]any{
		"id": string(c.ID), "hub": c.Hub, "kind": string(c.Kind), "marking": int64(marking), "about": plainTexts(c.About),
		"state": c.State, "body": string(c.Body), "made": c.Made.UTC(), "version": string(c.Version), "knownFrom": c.KnownFrom.UTC(),
	}
	put(p, "due", c.Due)
	if len(c.Except) > 0 {
		p["except"] = plainTexts(c.Except)
	}
	return p
}

// completeCaseObjects fills in what the store decides, in a copy.
func (s *Store) completeCaseObjects(w *graph.Write) error {
	w.CaseObjects = append([]graph.CaseObject(nil), w.CaseObjects...)
	for i := range w.CaseObjects {
		c := &w.CaseObjects[i]
		if err := c.Check(); err != nil {
			return err
		}
		c.KnownFrom = w.At
		if c.Version != "" {
			continue
		}
		var err error
		if c.Version, err = graph.NewID(graph.NounVersion, s.options.Random); err != nil {
			return err
		}
	}
	return nil
}

// writeCaseObjects creates case objects, and replaces those in sight whose
// version is the one expected. Who may move one on is decided by casework.
func (b *writing) writeCaseObjects(ctx context.Context) error {
	if len(b.write.CaseObjects) == 0 {
		return nil
	}
	there, err := b.presentCaseObjects(ctx)
	if err != nil {
		return err
	}
	var create, replace []map[string]any
	for _, c := range b.write.CaseObjects {
		now, exists := there[c.ID]
		if err := b.mayMoveOn(c, now, exists); err != nil {
			return err
		}
		c.Made = c.KnownFrom
		if exists {
			c.Made = now.made
		}
		marking, err := b.markingID(c.Marking)
		if err != nil {
			return err
		}
		row := map[string]any{"props": caseObjectProps(c, marking)}
		if exists {
			b.change.Narrowed = b.change.Narrowed || marking != now.marking
			replace = append(replace, row)
		} else {
			create = append(create, row)
		}
		b.change.CaseObjects = append(b.change.CaseObjects, c.ID)
	}
	if err := b.send(ctx, "replace_case_objects", replace, nil); err != nil {
		return err
	}
	return b.send(ctx, "write_case_objects", create, nil)
}

// presentCase is the version that a case object meets in the database.
type presentCase struct {
	version graph.ID
	kind    string
	marking graph.MarkingID
	made    time.Time
}

func (b *writing) presentCaseObjects(ctx context.Context) (map[graph.ID]presentCase, error) {
	ids := make([]string, len(b.write.CaseObjects))
	for i, c := range b.write.CaseObjects {
		ids[i] = string(c.ID)
	}
	rows, err := b.run(ctx, "write_find_case_objects", params{"ids": ids})
	if err != nil {
		return nil, err
	}
	there := make(map[graph.ID]presentCase, len(rows))
	for _, r := range rows {
		there[graph.ID(text(r, "id"))] = presentCase{
			version: graph.ID(text(r, "version")), kind: text(r, "kind"),
			marking: graph.MarkingID(whole(r, "marking")), made: instant(r, "made"), //nolint:gosec // 32 bits
		}
	}
	return there, nil
}

func (b *writing) mayMoveOn(c graph.CaseObject, now presentCase, exists bool) error {
	expected := b.write.Expect[c.ID]
	if !exists {
		if expected != "" {
			return graph.Missing()
		}
		return nil
	}
	if !b.sight.Sees(now.marking) || now.kind != string(c.Kind) {
		return graph.Missing()
	}
	if expected != now.version {
		return &graph.Error{Code: graph.Conflict, Field: "version", Message: "This has been changed since you read it: read it again."}
	}
	return nil
}
