package neo4j

import (
	"context"
	"slices"

	"entente/graph"
)

// writeOperations replaces operations as a whole: agreement, parties, members.
func (b *writing) writeOperations(ctx context.Context) error {
	if len(b.write.Operations) == 0 {
		return nil
	}
	b.change.Narrowed = true // a team may have become smaller
	var parties []graph.ID
	for _, o := range b.write.Operations {
		if !o.ID.Is(graph.NounOperation) {
			return graph.Bad("id", "This is not the id of an operation.")
		}
		b.change.Operations = append(b.change.Operations, o.ID)
		for _, p := range o.Parties {
			parties = append(parties, p.Organisation)
		}
	}
	known, err := b.exist(ctx, "write_find_organisations", parties)
	if err != nil {
		return err
	}
	if !known {
		return graph.Bad("parties.organisation", "A party is an organisation that the hub knows.")
	}
	return b.send(ctx, "write_operations", operationRows(b.write.Operations), nil)
}

// exist says whether all of the ids are found by a statement.
func (b *writing) exist(ctx context.Context, name string, ids []graph.ID) (bool, error) {
	distinct := slices.Clone(ids)
	slices.Sort(distinct)
	distinct = slices.Compact(distinct)
	rows, err := b.run(ctx, name, params{"ids": plainTexts(distinct)})
	return len(rows) == len(distinct), err
}
