package neo4j

import (
	"context"

	"entente/graph"
)

// internMarkings gives every marking of the Write its id. Most are remembered;
// the others are looked up, and what is new gets the next ids, which the lock
// on the hub keeps dense.
func (b *writing) internMarkings(ctx context.Context) error {
	unknown := map[string][]byte{}
	var hashes []string
	for _, m := range b.distinctMarkings() {
		hash, form, err := hashOf(m)
		if err != nil {
			return err
		}
		if id, ok := b.Store.markings.find(hash); ok {
			b.interned[hash] = id
		} else if unknown[hash] == nil {
			unknown[hash] = form
			hashes = append(hashes, hash)
		}
	}
	if len(hashes) == 0 {
		return nil
	}
	return b.internUnknown(ctx, hashes, unknown)
}

func (b *writing) internUnknown(ctx context.Context, hashes []string, forms map[string][]byte) error {
	rows, err := b.run(ctx, "write_find_markings", params{"hashes": hashes})
	if err != nil {
		return err
	}
	for _, r := range rows {
		b.interned[text(r, "hash")] = graph.MarkingID(whole(r, "id")) //nolint:gosec // marking ids are 32 bits
	}
	var fresh []map[string]any
	for _, hash := range hashes {
		if _, known := b.interned[hash]; known {
			continue
		}
		b.interned[hash] = graph.MarkingID(b.markings) //nolint:gosec // marking ids are 32 bits
		fresh = append(fresh, map[string]any{"id": b.markings, "hash": hash, "json": string(forms[hash])})
		b.markings++
		b.change.Markings = true
	}
	return b.send(ctx, "write_markings", fresh, nil)
}

// distinctMarkings are those of all elements; equal neighbours are taken once,
// which is what a batch of an import mostly consists of.
func (b *writing) distinctMarkings() []graph.Marking {
	var all []graph.Marking
	add := func(m graph.Marking) {
		if len(all) == 0 || !all[len(all)-1].Same(m) {
			all = append(all, m)
		}
	}
	for i := range b.write.Records {
		add(b.write.Records[i].Marking)
	}
	for i := range b.write.Links {
		add(b.write.Links[i].Marking)
	}
	for i := range b.write.Involvements {
		add(b.write.Involvements[i].Marking)
	}
	for i := range b.write.CaseObjects {
		add(b.write.CaseObjects[i].Marking)
	}
	for i := range b.write.Remark {
		add(b.write.Remark[i].Marking)
	}
	return all
}
