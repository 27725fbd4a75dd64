package neo4j

import (
	"context"
	"time"

	"entente/graph"
)

// draft is a new version of an element, encoded.
type draft struct {
	id    graph.ID
	owner graph.ID
	kind  string // fixed for the life of the element
	from  graph.ID
	to    graph.ID
	props map[string]any
	turn  graph.Turn
}

// present is the version that a draft meets in the database.
type present struct {
	version   graph.ID
	kind      string
	from, to  graph.ID
	marking   graph.MarkingID
	content   int64
	knownFrom time.Time
	retired   bool
}

// drafts are sorted by what is to be done with them; unchanged ones are gone.
type drafts struct {
	create  []draft
	replace []draft
}

// markingID is the id of a marking that internMarkings has met. Neighbours are
// mostly marked alike.
func (b *writing) markingID(m graph.Marking) (graph.MarkingID, error) {
	if b.latest.known && sameMarking(b.latest.marking, m) {
		return b.latest.id, nil
	}
	hash, _, err := hashOf(m)
	b.latest.marking, b.latest.id, b.latest.known = m, b.interned[hash], err == nil
	return b.latest.id, err
}

// sortDrafts compares drafts with what is there, by the statement `find`.
func (b *writing) sortDrafts(ctx context.Context, find string, all []draft) (drafts, error) {
	there, err := b.present(ctx, find, all)
	if err != nil {
		return drafts{}, err
	}
	var sorted drafts
	for _, d := range all {
		now, exists := there[d.id]
		if !exists {
			if b.write.Expect[d.id] != "" {
				return drafts{}, graph.Missing()
			}
			d.turn = turnOf(graph.NoMarking, d.props)
			sorted.create = append(sorted.create, d)
			continue
		}
		if err := b.mayReplace(ctx, d, now); err != nil {
			return drafts{}, err
		}
		if b.write.Import && d.props["content"] == now.content {
			continue
		}
		// A clock that went back must not make a version end before it began.
		if now.knownFrom.After(b.write.At) {
			d.props["knownFrom"] = now.knownFrom
		}
		b.change.Narrowed = b.change.Narrowed || d.props["marking"] != int64(now.marking) || d.props["retired"] == true
		was := now.marking
		if now.retired {
			was = graph.NoMarking
		}
		d.turn = turnOf(was, d.props)
		sorted.replace = append(sorted.replace, d)
	}
	return sorted, nil
}

func (b *writing) mayReplace(ctx context.Context, d draft, now present) error {
	if !b.sight.Sees(now.marking) {
		return graph.Missing()
	}
	marking, err := b.markingOf(ctx, now.marking)
	if err != nil {
		return err
	}
	if marking.Owner != d.owner {
		return graph.Missing()
	}
	if now.kind != d.kind {
		return graph.Bad("kind", "An element keeps its kind: retire it and create another.")
	}
	if now.from != d.from {
		return graph.Bad("from", "A link keeps its ends: retire it and create another.")
	}
	if now.to != d.to {
		return graph.Bad("to", "A link keeps its ends: retire it and create another.")
	}
	if !b.write.Import && b.write.Expect[d.id] != now.version {
		return &graph.Error{Code: graph.Conflict, Field: "version", Message: "This has been changed since you read it: read it again."}
	}
	return nil
}

func (b *writing) present(ctx context.Context, find string, all []draft) (map[graph.ID]present, error) {
	ids := make([]string, len(all))
	for i, d := range all {
		ids[i] = string(d.id)
	}
	rows, err := b.run(ctx, find, params{"ids": ids})
	if err != nil {
		return nil, err
	}
	there := make(map[graph.ID]present, len(rows))
	for _, r := range rows {
		there[graph.ID(text(r, "id"))] = present{
			version: graph.ID(text(r, "version")), kind: text(r, "kind"),
			from: graph.ID(text(r, "from")), to: graph.ID(text(r, "to")),
			marking: graph.MarkingID(whole(r, "marking")), content: whole(r, "content"), knownFrom: instant(r, "knownFrom"), //nolint:gosec // 32 bits
			retired: flag(r, "retired"),
		}
	}
	return there, nil
}

func propsOf(all []draft) []map[string]any {
	rows := make([]map[string]any, len(all))
	for i, d := range all {
		rows[i] = d.props
	}
	return rows
}

func idsIn(lists ...[]draft) []graph.ID {
	var ids []graph.ID
	for _, list := range lists {
		for _, d := range list {
			ids = append(ids, d.id)
		}
	}
	return ids
}

// turnOf is how the marking of an element goes with a new version.
func turnOf(was graph.MarkingID, props map[string]any) graph.Turn {
	if flag(props, "retired") {
		return graph.Turn{Was: was, Is: graph.NoMarking}
	}
	return graph.Turn{Was: was, Is: graph.MarkingID(whole(props, "marking"))} //nolint:gosec // 32 bits
}

func turnsIn(lists ...[]draft) []graph.Turn {
	var turns []graph.Turn
	for _, list := range lists {
		for _, d := range list {
			turns = append(turns, d.turn)
		}
	}
	return turns
}

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
	b.change.Records, b.change.RecordTurns = idsIn(sorted.create, sorted.replace), turnsIn(sorted.create, sorted.replace)
	if err := b.send(ctx, "replace_records", propsOf(sorted.replace), params{"noun": "r"}); err != nil {
		return err
	}
	return b.send(ctx, "write_records", propsOf(sorted.create), nil)
}

func (b *writing) writeLinks(ctx context.Context) error {
	if len(b.write.Links) == 0 {
		return nil
	}
	all := make([]draft, len(b.write.Links))
	byID := make(map[graph.ID]graph.Link, len(all))
	for i, l := range b.write.Links {
		if !l.ID.Is(graph.NounLink) {
			return graph.Bad("id", "This is not the id of a link.")
		}
		if err := checkAlone(l); err != nil {
			return err
		}
		marking, err := b.markingID(l.Marking)
		if err != nil {
			return err
		}
		props, err := linkProps(l, marking)
		if err != nil {
			return err
		}
		all[i] = draft{id: l.ID, owner: l.Owner(), kind: string(l.Kind), from: l.From, to: l.To, props: props}
		byID[l.ID] = l
	}
	sorted, err := b.sortDrafts(ctx, "write_find_links", all)
	if err != nil {
		return err
	}
	b.change.Links, b.change.LinkTurns = idsIn(sorted.create, sorted.replace), turnsIn(sorted.create, sorted.replace)
	if err := b.checkEnds(ctx, byID, sorted.replace); err != nil {
		return err
	}
	if err := b.send(ctx, "replace_links", propsOf(sorted.replace), params{"noun": "l"}); err != nil {
		return err
	}
	return b.createLinks(ctx, byID, sorted.create)
}

// checkAlone refuses what is wrong with a link whatever it joins.
func checkAlone(l graph.Link) error {
	from, to := graph.LinkEnds(l.Kind)
	return l.Check(from[0], to[0])
}

// createLinks lets the statement itself look whether the ends are in sight and
// of a kind that the link can join. Only if some are not is it asked which.
func (b *writing) createLinks(ctx context.Context, links map[graph.ID]graph.Link, create []draft) error {
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
	if err := b.checkEnds(ctx, links, create); err != nil {
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
func (b *writing) checkEnds(ctx context.Context, links map[graph.ID]graph.Link, drafts []draft) error {
	var ids []graph.ID
	for _, d := range drafts {
		if !links[d.id].Retired {
			ids = append(ids, d.from, d.to)
		}
	}
	if err := b.findEnds(ctx, ids); err != nil {
		return err
	}
	for _, d := range drafts {
		l := links[d.id]
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
	b.change.Involvements, b.change.InvolvementTurns = idsIn(sorted.create, sorted.replace), turnsIn(sorted.create, sorted.replace)
	if err := b.send(ctx, "replace_involvements", propsOf(sorted.replace), params{"noun": "i"}); err != nil {
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
