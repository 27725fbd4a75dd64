package neo4j

import (
	"context"

	"entente/graph"
)

// draftLinks encodes the links of the Write.
func (b *writing) draftLinks() ([]draft, error) {
	all := make([]draft, len(b.write.Links))
	for i, l := range b.write.Links {
		if !l.ID.Is(graph.NounLink) {
			return nil, graph.Bad("id", "This is not the id of a link.")
		}
		if err := checkAlone(l); err != nil {
			return nil, err
		}
		marking, err := b.markingID(l.Marking)
		if err != nil {
			return nil, err
		}
		props, err := linkProps(l, marking)
		if err != nil {
			return nil, err
		}
		all[i] = draft{id: l.ID, owner: l.Owner(), kind: string(l.Kind), from: l.From, to: l.To, props: props, link: &b.write.Links[i]}
	}
	return all, nil
}

func (b *writing) writeLinks(ctx context.Context) error {
	if len(b.write.Links) == 0 {
		return nil
	}
	all, err := b.draftLinks()
	if err != nil {
		return err
	}
	sorted, err := b.sortDrafts(ctx, "write_find_links", all)
	if err != nil {
		return err
	}
	b.change.Links = append(b.change.Links, idsIn(sorted.create, sorted.replace)...)
	b.change.LinkTurns = append(b.change.LinkTurns, turnsIn(sorted.create, sorted.replace)...)
	if err := b.checkEnds(ctx, sorted.replace); err != nil {
		return err
	}
	if err := b.replace(ctx, "replace_links", sorted.replace, "l"); err != nil {
		return err
	}
	return b.createLinks(ctx, sorted.create)
}

// checkAlone refuses what is wrong with a link whatever it joins.
func checkAlone(l graph.Link) error {
	from, to := graph.LinkEnds(l.Kind)
	return l.Check(from[0], to[0])
}

// createLinks lets the statement itself look whether the ends are in sight and
// of a kind that the link can join. Only if some are not is it asked which.
func (b *writing) createLinks(ctx context.Context, create []draft) error {
	if len(create) == 0 {
		return nil
	}
	rows := make([]map[string]any, len(create))
	for i, d := range create {
		_, fromOwn := b.ends[d.from]
		_, toOwn := b.ends[d.to]
		rows[i] = map[string]any{"from": string(d.from), "to": string(d.to), "fromOwn": fromOwn, "toOwn": toOwn, "props": d.props}
	}
	begins, ends := endKinds(create)
	done, err := b.run(ctx, "write_links", params{"rows": rows, "sight": b.sight.Visible(), "begins": begins, "ends": ends})
	if err != nil {
		return err
	}
	if len(done) == 1 && whole(done[0], "count") == int64(len(create)) {
		return nil
	}
	if err := b.checkEnds(ctx, create); err != nil {
		return err
	}
	return graph.Missing()
}

// endKinds gives for each kind of link in the drafts the kinds of its ends.
func endKinds(links []draft) (begins, ends map[string]any) {
	begins, ends = map[string]any{}, map[string]any{}
	for _, d := range links {
		if begins[d.kind] == nil {
			from, to := graph.LinkEnds(graph.LinkKind(d.kind))
			begins[d.kind], ends[d.kind] = plainTexts(from), plainTexts(to)
		}
	}
	return begins, ends
}

// checkEnds refuses links to what is not there for the caller, and ends that
// the kind of link cannot join. A link may be retired whatever became of its
// ends.
func (b *writing) checkEnds(ctx context.Context, drafts []draft) error {
	var ids []graph.ID
	for _, d := range drafts {
		if !d.link.Retired {
			ids = append(ids, d.from, d.to)
		}
	}
	if err := b.findEnds(ctx, ids); err != nil {
		return err
	}
	for _, d := range drafts {
		l := d.link
		from, begins := b.ends[l.From]
		to, ends := b.ends[l.To]
		if l.Retired {
			continue
		}
		if !begins || !ends {
			return graph.Missing()
		}
		if err := l.Check(from, to); err != nil {
			return err
		}
	}
	return nil
}

// findEnds looks up the ends that are not written by the same Write.
func (b *writing) findEnds(ctx context.Context, ids []graph.ID) error {
	seen := make(map[graph.ID]bool, len(ids))
	var asked []string
	for _, id := range ids {
		if _, known := b.ends[id]; !known && !seen[id] {
			seen[id] = true
			asked = append(asked, string(id))
		}
	}
	if len(asked) == 0 {
		return nil
	}
	rows, err := b.run(ctx, "write_find_ends", params{"ids": asked})
	if err != nil {
		return err
	}
	for _, r := range rows {
		if r["retired"] != true && b.sight.Sees(graph.MarkingID(whole(r, "marking"))) { //nolint:gosec // 32 bits
			b.ends[graph.ID(text(r, "id"))] = graph.RecordKind(text(r, "kind"))
		}
	}
	return nil
}
