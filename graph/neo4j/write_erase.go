package neo4j

import (
	"context"
	"slices"

	"entente/graph"
)

// leaveErased takes out of an import what was erased and what would end at it:
// reading a file again brings nothing back.
func (b *writing) leaveErased(ctx context.Context) error {
	if !b.write.Import {
		return nil
	}
	ids := slices.Concat(b.change.Records, b.change.Links)
	for _, r := range b.write.Records {
		ids = append(ids, r.ID)
	}
	for _, l := range b.write.Links {
		ids = append(ids, l.ID, l.From, l.To)
	}
	for _, i := range b.write.Involvements {
		ids = append(ids, i.ID, i.Person)
	}
	if len(ids) == 0 {
		return nil
	}
	rows, err := b.run(ctx, "write_find_erased", params{"ids": plainTexts(ids)})
	if err != nil || len(rows) == 0 {
		return err
	}
	erased := map[graph.ID]bool{}
	for _, r := range rows {
		erased[graph.ID(text(r, "id"))] = true
	}
	for _, id := range slices.Concat(b.change.Records, b.change.Links) {
		if erased[id] { // it was erased while the batch was prepared
			return &graph.Error{Code: graph.Conflict, Message: "Something was erased meanwhile: import again."}
		}
	}
	w := &b.write
	w.Records = slices.DeleteFunc(slices.Clone(w.Records), func(r graph.Record) bool { return erased[r.ID] })
	w.Links = slices.DeleteFunc(slices.Clone(w.Links), func(l graph.Link) bool { return erased[l.ID] || erased[l.From] || erased[l.To] })
	w.Involvements = slices.DeleteFunc(slices.Clone(w.Involvements), func(i graph.Involvement) bool { return erased[i.ID] || erased[i.Person] })
	return nil
}

// doomed is an element about to be erased, or one that hangs on it.
type doomed struct {
	marking graph.MarkingID
	retired bool
	held    bool
	of      graph.ID // the record it hangs on; empty for what was asked for itself
}

// erase takes elements out of the database for ever: their versions, their terms,
// and what of the same owner hangs on a record. Their ids remain, without
// anything else, so that nothing is made under them again. Links of other owners
// keep their place at such an id, where no statement finds them. What is under a
// legal hold, and a record on which such a thing hangs, stays. Whose it was remains
// with the id, so that its owner may still ask the log about it.
func (b *writing) erase(ctx context.Context) error {
	if len(b.write.Erase) == 0 {
		return nil
	}
	found, order, err := b.doomed(ctx)
	if err != nil {
		return err
	}
	gone, owners, err := b.unheld(ctx, found, order)
	if err != nil {
		return err
	}
	lists := map[graph.Noun][]graph.ID{}
	for _, id := range gone {
		noun, turn := graph.Noun(id[0]), graph.Turn{Was: found[id][0].marking, Is: graph.NoMarking}
		if found[id][0].retired {
			turn.Was = graph.NoMarking
		}
		lists[noun] = append(lists[noun], id)
		switch noun {
		case graph.NounRecord:
			b.change.Records, b.change.RecordTurns = append(b.change.Records, id), append(b.change.RecordTurns, turn)
		case graph.NounLink:
			b.change.Links, b.change.LinkTurns = append(b.change.Links, id), append(b.change.LinkTurns, turn)
		case graph.NounInvolvement:
			b.change.Involvements, b.change.InvolvementTurns = append(b.change.Involvements, id), append(b.change.InvolvementTurns, turn)
		}
	}
	b.change.Narrowed = b.change.Narrowed || len(gone) > 0
	if _, err = b.run(ctx, "write_erase", params{
		"records": plainTexts(lists[graph.NounRecord]), "links": plainTexts(lists[graph.NounLink]),
		"involvements": plainTexts(lists[graph.NounInvolvement]),
	}); err != nil {
		return err
	}
	return b.send(ctx, "write_erase_owners", owners, nil)
}

func (b *writing) doomed(ctx context.Context) (map[graph.ID][]doomed, []graph.ID, error) {
	rows, err := b.run(ctx, "write_erase_find", params{"ids": plainTexts(b.write.Erase)})
	if err != nil {
		return nil, nil, err
	}
	found := map[graph.ID][]doomed{}
	var order []graph.ID
	for _, r := range rows {
		id := graph.ID(text(r, "id"))
		if found[id] == nil {
			order = append(order, id)
		}
		found[id] = append(found[id], doomed{
			marking: graph.MarkingID(whole(r, "marking")), retired: flag(r, "retired"), held: flag(r, "held"), of: graph.ID(text(r, "of")), //nolint:gosec // 32 bits
		})
	}
	return found, order, nil
}

// unheld are the elements to be erased, in order of id: those in sight that were
// asked for, and those of the same owner that hang on them, but for holds; and the
// owner of each, as a statement takes it.
func (b *writing) unheld(ctx context.Context, found map[graph.ID][]doomed, order []graph.ID) ([]graph.ID, []map[string]any, error) {
	kept := map[graph.ID]bool{}
	owners := map[graph.ID]graph.ID{}
	for id, all := range found {
		marking, err := b.markingOf(ctx, all[0].marking)
		if err != nil {
			return nil, nil, err
		}
		owners[id] = marking.Owner
		for _, d := range all {
			kept[id] = kept[id] || d.held || d.of == "" && !b.sight.Sees(d.marking)
		}
	}
	for id, all := range found {
		for _, d := range all {
			if d.of != "" && d.held && owners[id] == owners[d.of] {
				kept[d.of] = true
			}
		}
	}
	gone := slices.DeleteFunc(order, func(id graph.ID) bool {
		return kept[id] || !slices.ContainsFunc(found[id], func(d doomed) bool {
			return d.of == "" || owners[id] == owners[d.of] && !kept[d.of]
		})
	})
	rows := make([]map[string]any, len(gone))
	for i, id := range gone {
		rows[i] = map[string]any{"id": string(id), "owner": string(owners[id])}
	}
	return gone, rows, nil
}
