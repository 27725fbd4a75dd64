package neo4j

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"entente/auth/policy"
	"entente/graph"
)

// Retentions gives what an owner has said of how long to keep its elements among
// ids; the rest is left out.
func (s *Store) Retentions(ctx context.Context, owner graph.ID, ids []graph.ID) (map[graph.ID]graph.Retention, error) {
	found, err := s.retentions(ctx, "retentions", params{"owner": string(owner), "ids": plainTexts(ids)})
	byID := make(map[graph.ID]graph.Retention, len(found))
	for _, t := range found {
		byID[t.Of] = t
	}
	return byID, err
}

// Reviews gives a page of an owner's elements in sight whose review is before
// due, the oldest first, with the position of each.
func (s *Store) Reviews(
	ctx context.Context, sight policy.Sight, owner graph.ID, due time.Time, page graph.Page,
) ([]graph.Retention, []graph.Position, error) {
	if sight.Blind() || page.Limit <= 0 {
		return nil, nil, nil
	}
	key := time.Time{}
	if page.After.ID != "" {
		var err error
		if key, err = time.Parse(positionTime, page.After.Key); err != nil {
			return nil, nil, fmt.Errorf("read a position: %w", err)
		}
	}
	markings, err := s.narrow(ctx, sight, func(m graph.Marking) bool { return m.Owner == owner })
	if err != nil {
		return nil, nil, err
	}
	found, err := s.retentions(ctx, "reviews", params{
		"owner": string(owner), "due": due.UTC(), "sight": sight.Visible(), "markings": markings, "t": s.options.Clock().UTC(), "key": key.UTC(), "after": string(page.After.ID), "limit": int64(page.Limit),
	})
	places := make([]graph.Position, len(found))
	for i, t := range found {
		places[i] = graph.Position{Key: t.Review.Format(positionTime), ID: t.Of}
	}
	return found, places, err
}

// ReviewsUnder gives a page of an owner's elements in sight under markings that carry a
// review date before due, the oldest first, then by id. Of those with a review of their
// own it gives none.
func (s *Store) ReviewsUnder(
	ctx context.Context, sight policy.Sight, owner graph.ID, due time.Time, page graph.Page,
) ([]graph.Retention, error) {
	if sight.Blind() || page.Limit <= 0 {
		return nil, nil
	}
	marks, err := s.reviewMarks(ctx, sight, owner, due, page.After)
	if err != nil || len(marks) == 0 {
		return nil, err
	}
	rows, err := s.read(ctx, "reviews_under", params{
		"marks": marks, "sight": sight.Visible(), "owner": string(owner), "t": s.options.Clock().UTC(), "limit": int64(page.Limit),
	})
	if err != nil {
		return nil, err
	}
	out, err := retentionsIn(rows)
	for i := range out {
		out[i].Of, out[i].Owner, out[i].Review = graph.ID(text(rows[i], "id")), owner, instant(rows[i], "review")
	}
	return out, err
}

// reviewMarks are the markings of an owner in sight that carry a review date before
// due and not before a place, each with the id after which it goes on.
func (s *Store) reviewMarks(ctx context.Context, sight policy.Sight, owner graph.ID, due time.Time, after graph.Position) ([]map[string]any, error) {
	var marks []map[string]any
	for _, id := range sight.Visible() {
		m, err := s.markingOf(ctx, graph.MarkingID(id)) //nolint:gosec // marking ids are 32 bits
		if err != nil {
			return nil, err
		}
		key := m.Review.UTC().Format(positionTime)
		if m.Owner != owner || m.Review.IsZero() || !m.Review.Before(due) || key < after.Key {
			continue
		}
		from := ""
		if key == after.Key {
			from = string(after.ID)
		}
		marks = append(marks, map[string]any{"marking": id, "review": m.Review.UTC(), "after": from})
	}
	return marks, nil
}

// ReviewsDue gives up to limit elements of any owner whose review date has come
// and whose owner has not been told. It is for the hub's own work alone.
func (s *Store) ReviewsDue(ctx context.Context, due time.Time, limit int) ([]graph.Retention, error) {
	return s.retentions(ctx, "reviews_due", params{"due": due.UTC(), "limit": int64(limit)})
}

func (s *Store) retentions(ctx context.Context, name string, p params) ([]graph.Retention, error) {
	rows, err := s.read(ctx, name, p)
	if err != nil {
		return nil, err
	}
	return retentionsIn(rows)
}

// retentionsIn reads those of rows, one of each; nil with an error.
func retentionsIn(rows []row) (out []graph.Retention, err error) {
	out = make([]graph.Retention, len(rows))
	for i, r := range rows {
		if out[i], err = retention(mapOf(r, "retention")); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// retention reads one back; of nothing it is the zero one.
func retention(p map[string]any) (graph.Retention, error) {
	t := graph.Retention{Of: graph.ID(text(p, "of")), Owner: graph.ID(text(p, "owner")), Review: instant(p, "review"), Told: flag(p, "told")}
	if err := read(p, "hold", &t.Hold); err != nil {
		return t, err
	}
	return t, read(p, "kept", &t.Kept)
}

// read decodes a property that holds JSON, if it is there.
func read(p map[string]any, name string, into any) error {
	encoded := text(p, name)
	if encoded == "" {
		return nil
	}
	if err := json.Unmarshal([]byte(encoded), into); err != nil {
		return fmt.Errorf("read a retention: %w", err)
	}
	return nil
}

// writeRetentions replaces what is said of how long elements are kept.
func (b *writing) writeRetentions(ctx context.Context) error {
	rows := make([]map[string]any, len(b.write.Retentions))
	for i, t := range b.write.Retentions {
		rows[i] = map[string]any{"of": string(t.Of), "owner": string(t.Owner), "held": t.Hold != nil, "told": t.Told}
		put(rows[i], "review", t.Review)
		for name, value := range map[string]any{"hold": t.Hold, "kept": t.Kept} {
			encoded, err := json.Marshal(value)
			if err != nil {
				return fmt.Errorf("encode a retention: %w", err)
			}
			if string(encoded) != "null" {
				rows[i][name] = string(encoded)
			}
		}
	}
	return b.send(ctx, "write_retentions", rows, nil)
}

// UnderMarkings gives up to limit ids of elements under markings, in order of id, with
// the version of each; retired ones only if asked for. It takes no sight: it is
// for what an owner does with all of its own.
func (s *Store) UnderMarkings(ctx context.Context, markings []graph.MarkingID, retired bool, limit int) (ids []graph.ID, err error) {
	rows, err := s.read(ctx, "under_markings", params{"markings": numbers(markings), "retired": retired, "limit": int64(limit)})
	for _, r := range rows {
		ids = append(ids, graph.ID(text(r, "id")))
	}
	return ids, err
}
