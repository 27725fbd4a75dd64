package neo4j

import (
	"context"
	"slices"

	"entente/graph"
)

// writeOperations replaces operations as a whole, agreement, parties and
// members, and keeps their former state.
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
	if err := b.unmoved(ctx); err != nil {
		return err
	}
	return b.storeOperations(ctx)
}

// unmoved refuses to replace an operation of which another version was read.
func (b *writing) unmoved(ctx context.Context) error {
	rows, err := b.run(ctx, "write_find_operations", params{"ids": plainTexts(b.change.Operations)})
	if err != nil {
		return err
	}
	for _, r := range rows {
		if expected, ok := b.write.Expect[graph.ID(text(r, "id"))]; ok && string(expected) != text(r, "version") {
			return &graph.Error{Code: graph.Conflict, Field: "version", Message: "This has been changed since you read it: read it again."}
		}
	}
	return nil
}

func (b *writing) storeOperations(ctx context.Context) error {
	all := slices.Clone(b.write.Operations)
	for i := range all {
		all[i].KnownFrom = b.write.At
		if all[i].Version != "" {
			continue
		}
		var err error
		if all[i].Version, err = graph.NewID(graph.NounVersion, b.options.Random); err != nil {
			return err
		}
	}
	rows, err := operationRows(all)
	if err != nil {
		return err
	}
	return b.send(ctx, "write_operations", rows, nil)
}

// checkRunning refuses to give something to a team that has ended or not begun.
func (b *writing) checkRunning(ctx context.Context) error {
	if len(b.write.Running) == 0 {
		return nil
	}
	wanted := slices.Clone(b.write.Running)
	slices.Sort(wanted)
	wanted = slices.Compact(wanted)
	rows, err := b.run(ctx, "write_find_running", params{"ids": plainTexts(wanted), "t": b.write.At})
	if err != nil {
		return err
	}
	if len(rows) != len(wanted) {
		return graph.NotRunning()
	}
	return nil
}

// exist says whether all of the ids are found by a statement.
func (b *writing) exist(ctx context.Context, name string, ids []graph.ID) (bool, error) {
	distinct := slices.Clone(ids)
	slices.Sort(distinct)
	distinct = slices.Compact(distinct)
	rows, err := b.run(ctx, name, params{"ids": plainTexts(distinct)})
	return len(rows) == len(distinct), err
}
