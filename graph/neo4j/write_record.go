package neo4j

import (
	"context"

	"entente/graph"
)

func (b *writing) writeRecords(ctx context.Context) error {
	if len(b.write.Records) == 0 {
		return nil
	}
	all := make([]draft, len(b.write.Records))
	for i, r := range b.write.Records {
		if !r.ID.Is(graph.NounRecord) || r.Details == nil {
			return graph.Bad("details", "A record has an id of its own noun and details.")
		}
		marking, err := b.markingID(r.Marking)
		if err != nil {
			return err
		}
		props, err := recordProps(r, marking)
		if err != nil {
			return err
		}
		all[i] = draft{id: r.ID, owner: r.Owner(), kind: string(r.Details.Kind()), props: props}
		if !r.Retired {
			b.ends[r.ID] = r.Details.Kind()
		}
	}
	sorted, err := b.sortDrafts(ctx, "write_find_records", all)
	if err != nil {
		return err
	}
	b.change.Records = idsIn(sorted.create, sorted.replace)
	if err := b.send(ctx, "replace_records", propsOf(sorted.replace), params{"noun": "r"}); err != nil {
		return err
	}
	return b.send(ctx, "write_records", propsOf(sorted.create), nil)
}
