package neo4j

import (
	"context"

	"entente/graph"
)

// writeAhead does what an import can do without the hub's lock, so that one
// batch is prepared while another commits: it creates the records and links
// that are not there yet. What is there and may have to be replaced is left to
// the parts of the Write, under the lock.
//
// Nothing that others do meanwhile can make this wrong. Ids are unique by
// constraint: of two that create one, the second fails and is tried again. An
// end that is retired or marked anew meanwhile is as one that was so just after.
// Where a marking is not interned yet, everything is left to the parts.
func (b *writing) writeAhead(ctx context.Context) error {
	if !b.write.Import {
		return nil
	}
	known, err := b.recallMarkings(ctx)
	if err != nil || !known {
		return err
	}
	if err := b.leaveErased(ctx); err != nil {
		return err
	}
	if err := b.recordsAhead(ctx); err != nil {
		return err
	}
	return b.linksAhead(ctx)
}

func (b *writing) recordsAhead(ctx context.Context) error {
	if len(b.write.Records) == 0 {
		return nil
	}
	all, err := b.draftRecords()
	if err != nil {
		return err
	}
	there, err := b.present(ctx, "write_find_records", all)
	if err != nil {
		return err
	}
	create := absent(all, there)
	b.change.Records, b.change.RecordTurns = idsIn(create), turnsAhead(create)
	var left []graph.Record
	for i, d := range all {
		if now, exists := there[d.id]; exists && !b.settled(ctx, d, now) {
			left = append(left, b.write.Records[i])
		}
	}
	b.write.Records = left
	return b.createRecords(ctx, create)
}

func (b *writing) linksAhead(ctx context.Context) error {
	if len(b.write.Links) == 0 {
		return nil
	}
	all, err := b.draftLinks()
	if err != nil {
		return err
	}
	there, err := b.present(ctx, "write_find_links", all)
	if err != nil {
		return err
	}
	create := absent(all, there)
	b.change.Links, b.change.LinkTurns = idsIn(create), turnsAhead(create)
	var left []graph.Link
	for _, d := range all {
		if now, exists := there[d.id]; exists && !b.settled(ctx, d, now) {
			left = append(left, *d.link)
		}
	}
	b.write.Links = left
	return b.createLinks(ctx, create)
}

// settled says that what is there needs no writing and may be left alone. What
// may not be replaced is refused by the parts.
func (b *writing) settled(ctx context.Context, d draft, now present) bool {
	return now.holds(d) && b.mayReplace(ctx, d, now) == nil
}

// turnsAhead are those of elements that come to be.
func turnsAhead(create []draft) []graph.Turn {
	turns := make([]graph.Turn, len(create))
	for i, d := range create {
		turns[i] = turnOf(graph.NoMarking, d.props)
	}
	return turns
}

func absent(all []draft, there map[graph.ID]present) []draft {
	var create []draft
	for _, d := range all {
		if _, exists := there[d.id]; !exists {
			create = append(create, d)
		}
	}
	return create
}

// recallMarkings says whether all markings of the Write are interned already;
// then it gives them their ids.
func (b *writing) recallMarkings(ctx context.Context) (bool, error) {
	known, err := b.rememberedMarkings()
	if err != nil || known {
		return known, err
	}
	if _, err := b.Markings(ctx, b.Store.markings.size()); err != nil {
		return false, err
	}
	return b.rememberedMarkings()
}

func (b *writing) rememberedMarkings() (bool, error) {
	for _, m := range b.distinctMarkings() {
		hash, _, err := hashOf(m)
		if err != nil {
			return false, err
		}
		id, ok := b.Store.markings.find(hash)
		if !ok {
			return false, nil
		}
		b.interned[hash] = id
	}
	return true, nil
}
