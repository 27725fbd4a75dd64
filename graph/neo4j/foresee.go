package neo4j

import (
	"context"
	"errors"
	"fmt"

	"entente/auth/policy"
	"entente/graph"
)

// Foresee says of each record and link of an import what Write would do with it
// now, by id, and writes nothing. It asks as many statements whatever it finds.
// HIDDEN tells of what is out of sight: casework/importread.go alone asks this, and
// takes another id instead.
func (s *Store) Foresee(ctx context.Context, sight policy.Sight, w graph.Write) (map[graph.ID]graph.Foreseen, error) {
	b := &writing{Store: s, sight: sight, write: w, interned: map[string]graph.MarkingID{}, ends: map[graph.ID]graph.RecordKind{}}
	if _, err := b.recallMarkings(ctx); err != nil {
		return nil, err
	}
	out := make(map[graph.ID]graph.Foreseen, len(w.Records)+len(w.Links))
	records, err := b.draftRecords()
	if err != nil {
		return nil, err
	}
	links, err := b.draftLinks()
	if err != nil {
		return nil, err
	}
	err = b.foresee(ctx, out, "write_find_records", records, func(i int, m graph.MarkingID) (map[string]any, error) {
		return recordProps(w.Records[i], m)
	})
	if err != nil {
		return nil, err
	}
	return out, b.foresee(ctx, out, "write_find_links", links, func(i int, m graph.MarkingID) (map[string]any, error) {
		return linkProps(w.Links[i], m)
	})
}

// under gives the properties of a draft as they would be under another marking.
type under func(draft int, m graph.MarkingID) (map[string]any, error)

func (b *writing) foresee(ctx context.Context, out map[graph.ID]graph.Foreseen, find string, drafts []draft, props under) error {
	if len(drafts) == 0 {
		return nil
	}
	ids := make([]string, len(drafts))
	for i, d := range drafts {
		ids[i] = string(d.id)
	}
	erased, err := b.read(ctx, "write_find_erased", params{"ids": ids})
	if err != nil {
		return err
	}
	rows, err := b.read(ctx, find, params{"ids": ids})
	if err != nil {
		return fmt.Errorf("foresee an import: %w", err)
	}
	there := presentIn(rows)
	for i, d := range drafts {
		now, exists := there[d.id]
		if !exists {
			out[d.id] = graph.Foreseen{Prospect: graph.ProspectNew}
			continue
		}
		if out[d.id], err = b.prospect(ctx, d, now); err != nil {
			return err
		}
		if out[d.id].Prospect != graph.ProspectChange {
			continue
		}
		if d.props, err = props(i, now.marking); err != nil {
			return err
		}
		if now.holds(d) { // whoever imports again has not decided to share or to recall
			out[d.id] = graph.Foreseen{Prospect: graph.ProspectSame, Marking: now.marking}
		}
	}
	for _, r := range erased {
		out[graph.ID(text(r, "id"))] = graph.Foreseen{Prospect: graph.ProspectErased}
	}
	return nil
}

// prospect compares a draft with what is there.
func (b *writing) prospect(ctx context.Context, d draft, now present) (graph.Foreseen, error) {
	var kept *graph.Error
	switch err := b.mayReplace(ctx, d, now); {
	case err == nil:
	case graph.CodeOf(err) == graph.NotFound:
		return graph.Foreseen{Prospect: graph.ProspectHidden}, nil
	case errors.As(err, &kept) && kept.Code == graph.BadInput:
		return graph.Foreseen{Prospect: graph.ProspectFixed, Fault: kept}, nil
	default:
		return graph.Foreseen{}, err
	}
	if now.holds(d) {
		return graph.Foreseen{Prospect: graph.ProspectSame, Marking: now.marking}, nil
	}
	return graph.Foreseen{Prospect: graph.ProspectChange, Marking: now.marking}, nil
}
