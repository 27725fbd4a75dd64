package neo4j

import (
	"context"

	"entente/graph"
)

// draftRecords encodes the records of the Write and remembers them as ends.
func (b *writing) draftRecords() ([]draft, error) {
	all := make([]draft, len(b.write.Records))
	for i, r := range b.write.Records {
		if !r.ID.Is(graph.NounRecord) || r.Details == nil {
			return nil, graph.Bad("details", "A record has an id of its own noun and details.")
		}
		marking, err := b.markingID(r.Marking)
		if err != nil {
			return nil, err
		}
		props, err := recordProps(r, marking)
		if err != nil {
			return nil, err
		}
		all[i] = draft{id: r.ID, owner: r.Owner(), kind: string(r.Details.Kind()), props: props}
		if !r.Retired {
			b.ends[r.ID] = r.Details.Kind()
		}
	}
	return all, nil
}

func (b *writing) writeRecords(ctx context.Context) error {
	if len(b.write.Records) == 0 {
		return nil
	}
	all, err := b.draftRecords()
	if err != nil {
		return err
	}
	sorted, err := b.sortDrafts(ctx, "write_find_records", all)
	if err != nil {
		return err
	}
	b.change.Records = append(b.change.Records, idsIn(sorted.create, sorted.replace)...)
	b.replaced = idsIn(sorted.replace)
	b.change.RecordTurns = append(b.change.RecordTurns, turnsIn(sorted.create, sorted.replace)...)
	if err := b.replace(ctx, "replace_records", sorted.replace, "r"); err != nil {
		return err
	}
	return b.createRecords(ctx, sorted.create)
}

func (b *writing) createRecords(ctx context.Context, create []draft) error {
	return b.send(ctx, "write_records", propsOf(create), nil)
}
