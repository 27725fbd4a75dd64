package neo4j

import (
	"context"

	"entente/graph"
)

// remark gives elements in sight another marking of the same owner, as a new
// version that is otherwise the same, withdrawn ones too.
func (b *writing) remark(ctx context.Context) error {
	if len(b.write.Remark) == 0 {
		return nil
	}
	ids := make([]graph.ID, len(b.write.Remark))
	to := make(map[graph.ID]graph.Marking, len(ids))
	for i, m := range b.write.Remark {
		ids[i], to[m.ID] = m.ID, m.Marking
	}
	rows, err := b.run(ctx, "write_erase_find", params{"ids": plainTexts(ids)})
	if err != nil {
		return err
	}
	lists := map[graph.Noun][]map[string]any{}
	for _, r := range rows {
		if id := graph.ID(text(r, "id")); text(r, "of") == "" {
			noun := graph.Noun(id[0])
			row, err := b.remarked(ctx, r, to[id])
			if err != nil {
				return err
			}
			lists[noun] = append(lists[noun], row)
		}
	}
	b.change.Narrowed = true
	_, err = b.run(ctx, "write_remark", params{
		"records": lists[graph.NounRecord], "links": lists[graph.NounLink], "involvements": lists[graph.NounInvolvement],
	})
	return err
}

// remarked notes the change of one element, and gives its row.
func (b *writing) remarked(ctx context.Context, r row, to graph.Marking) (map[string]any, error) {
	id, was := graph.ID(text(r, "id")), graph.MarkingID(whole(r, "marking")) //nolint:gosec // 32 bits
	former, err := b.markingOf(ctx, was)
	if err != nil {
		return nil, err
	}
	if !b.sight.Sees(was) || former.Owner != to.Owner {
		return nil, graph.Missing()
	}
	marking, err := b.markingID(to)
	if err != nil {
		return nil, err
	}
	version, err := graph.NewID(graph.NounVersion, b.options.Random)
	if err != nil {
		return nil, err
	}
	turn := graph.Turn{Was: was, Is: marking}
	if flag(r, "retired") {
		turn = graph.Turn{Was: graph.NoMarking, Is: graph.NoMarking}
	}
	switch graph.Noun(id[0]) {
	case graph.NounRecord:
		b.change.Records, b.change.RecordTurns = append(b.change.Records, id), append(b.change.RecordTurns, turn)
	case graph.NounLink:
		b.change.Links, b.change.LinkTurns = append(b.change.Links, id), append(b.change.LinkTurns, turn)
	case graph.NounInvolvement:
		b.change.Involvements, b.change.InvolvementTurns = append(b.change.Involvements, id), append(b.change.InvolvementTurns, turn)
	}
	props := map[string]any{
		"id": string(id), "marking": int64(marking), "seenBy": markingToken(marking), "version": string(version), "knownFrom": b.write.At,
	}
	putReview(props, to, marking)
	return props, nil
}
