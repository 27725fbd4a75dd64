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
	link  *graph.Link // of a link's draft
	turn  graph.Turn
}

// present is the version that a draft meets in the database.
type present struct {
	version   graph.ID
	kind      string
	from, to  graph.ID
	marking   graph.MarkingID
	content   int64
	imported  int64 // content of the last import, where others wrote since
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
	if b.latest.known && b.latest.marking.Same(m) {
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
		if b.write.Import && now.holds(d) {
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

// holds says whether an import need not write the draft: what the file says is
// there, or was imported and has been amended or retired by its owner since.
// Reading the same file again must not undo what an officer has decided; a row
// that has changed is news, and is written.
func (p present) holds(d draft) bool {
	return d.props["content"] == p.content || d.props["content"] == p.imported
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
	return presentIn(rows), nil
}

func presentIn(rows []row) map[graph.ID]present {
	there := make(map[graph.ID]present, len(rows))
	for _, r := range rows {
		there[graph.ID(text(r, "id"))] = present{
			version: graph.ID(text(r, "version")), kind: text(r, "kind"),
			from: graph.ID(text(r, "from")), to: graph.ID(text(r, "to")),
			marking: graph.MarkingID(whole(r, "marking")), content: whole(r, "content"), imported: whole(r, "imported"), knownFrom: instant(r, "knownFrom"), //nolint:gosec // 32 bits
			retired: flag(r, "retired"),
		}
	}
	return there
}

// replace writes new versions of what is there, and keeps the former ones under
// the letter of their noun.
func (b *writing) replace(ctx context.Context, name string, all []draft, noun string) error {
	return b.send(ctx, name, propsOf(all), params{"noun": noun, "import": b.write.Import})
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
