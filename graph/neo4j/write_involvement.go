package neo4j

import (
	"context"

	"entente/graph"
)

func (b *writing) writeInvolvements(ctx context.Context) error {
	if len(b.write.Involvements) == 0 {
		return nil
	}
	all := make([]draft, len(b.write.Involvements))
	var persons, operations []graph.ID
	for i, v := range b.write.Involvements {
		if !v.ID.Is(graph.NounInvolvement) {
			return graph.Bad("id", "This is not the id of an involvement.")
		}
		marking, err := b.markingID(v.Marking)
		if err != nil {
			return err
		}
		props := involvementProps(v, marking)
		// A person's role may change; whose role it is, and where, may not.
		all[i] = draft{id: v.ID, owner: v.Owner(), from: v.Person, to: v.Operation, props: props}
		operations = append(operations, v.Operation)
		if !v.Retired {
			persons = append(persons, v.Person)
		}
	}
	if err := b.checkInvolved(ctx, persons, operations); err != nil {
		return err
	}
	return b.storeInvolvements(ctx, all)
}

func (b *writing) storeInvolvements(ctx context.Context, all []draft) error {
	sorted, err := b.sortDrafts(ctx, "write_find_involvements", all)
	if err != nil {
		return err
	}
	b.change.Involvements = append(b.change.Involvements, idsIn(sorted.create, sorted.replace)...)
	b.change.InvolvementTurns = append(b.change.InvolvementTurns, turnsIn(sorted.create, sorted.replace)...)
	if err := b.replace(ctx, "replace_involvements", sorted.replace, "i"); err != nil {
		return err
	}
	return b.send(ctx, "write_involvements", propsOf(sorted.create), nil)
}

func (b *writing) checkInvolved(ctx context.Context, persons, operations []graph.ID) error {
	if err := b.findEnds(ctx, persons); err != nil {
		return err
	}
	for _, id := range persons {
		kind, ok := b.ends[id]
		if !ok {
			return graph.Missing()
		}
		if kind != graph.KindPerson {
			return graph.Bad("person", "An involvement is that of a record of kind PERSON.")
		}
	}
	known, err := b.exist(ctx, "write_find_operations", operations)
	if err == nil && !known {
		return graph.Missing()
	}
	return err
}
