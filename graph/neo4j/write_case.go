package neo4j

import (
	"context"
	"slices"

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
		if len(all) == 0 || !sameMarking(all[len(all)-1], m) {
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

func sameMarking(a, b graph.Marking) bool {
	return a.Owner == b.Owner && a.Classification == b.Classification && a.Expires.Equal(b.Expires) &&
		a.Audience.Scope == b.Audience.Scope && slices.Equal(a.Audience.Officers, b.Audience.Officers) &&
		slices.Equal(a.Audience.Organisations, b.Audience.Organisations) && slices.Equal(a.Audience.Operations, b.Audience.Operations) &&
		slices.Equal(a.Compartments, b.Compartments) && slices.Equal(a.Handling, b.Handling)
}

// writeOrganisations stores organisations and officers, which are not marked.
func (b *writing) writeOrganisations(ctx context.Context) error {
	if err := b.send(ctx, "write_organisations", organisationRows(b.write.Organisations), nil); err != nil {
		return err
	}
	return b.send(ctx, "write_officers", officerRows(b.write.Officers), nil)
}

// exist says whether all of the ids are found by a statement.
func (b *writing) exist(ctx context.Context, name string, ids []graph.ID) (bool, error) {
	distinct := slices.Clone(ids)
	slices.Sort(distinct)
	distinct = slices.Compact(distinct)
	rows, err := b.run(ctx, name, params{"ids": plainTexts(distinct)})
	return len(rows) == len(distinct), err
}
