package casework

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"entente/exchange/csv"
	"entente/graph"
)

// importPart is what the rows of a part say, and what would become of it.
type importPart struct {
	importCounts
	marking  graph.Marking // of what is new
	taken    []importedRow
	labels   map[graph.ID]string // of the records at ends of links
	foreseen map[graph.ID]graph.Foreseen
	met      []graph.ID // what is there already, and is told of
}

// importedRow is a row that can be taken, under the id that it has for the caller.
type importedRow struct{ csv.Row }

func (r importedRow) id() graph.ID {
	if r.Record != nil {
		return r.Record.ID
	}
	return r.Link.ID
}

// atMostBeside is how many ids of one thing are looked at: all of them always, so
// that no answer takes longer for what is hidden.
const atMostBeside = 4

// readPart reads rows under the caller's sight, and foresees what a write would do.
func (e *Enquiry) readPart(ctx context.Context, in PreviewImportInput) (*importPart, error) {
	mapping, marking, err := e.importMapping(ctx, in)
	if err != nil {
		return nil, err
	}
	p := &importPart{marking: marking, foreseen: map[graph.ID]graph.Foreseen{}, labels: map[graph.ID]string{}}
	read := func(known func(graph.ID) (graph.RecordKind, bool)) (*csv.Reader, error) {
		return csv.OpenPart(mapping, csv.Options{
			Owner: e.principal.Organisation, Hub: e.hub, Name: in.Name, Marking: &marking, Known: known,
		}, csv.Part{File: in.File, Head: in.Head, Text: in.Rows, Line: int64(in.Line), Stage: in.Stage})
	}
	ends, err := e.importEnds(ctx, p, read)
	if err != nil {
		return nil, importFault(err)
	}
	if err := p.read(read, ends); err != nil {
		return nil, importFault(err)
	}
	if err := e.foreseePart(ctx, p, ends); err != nil {
		return nil, err
	}
	p.judge(e.known, in.Replace)
	return p, nil
}

// importMapping reads the mapping, and the marking that new elements get.
func (e *Enquiry) importMapping(ctx context.Context, in PreviewImportInput) (*csv.Mapping, graph.Marking, error) {
	switch {
	case len(in.Head)+len(in.Rows) > maxPartText:
		return nil, graph.Marking{}, graph.Bad("input.rows", "A part has at most 256 KiB: send fewer rows at a time.")
	case len(in.Name) > 200:
		return nil, graph.Marking{}, graph.Bad("input.name", "A name has at most 200 bytes.")
	}
	mapping, err := parseMapping(in.Mapping)
	if err != nil {
		return nil, graph.Marking{}, err
	}
	asked, field := in.Marking, "input.marking"
	if asked == nil {
		own := mapping.MarkingFor(e.principal.Organisation)
		asked, field = &own, "input.mapping.marking"
	}
	marking, err := e.marking(ctx, asked, nil)
	return mapping, marking, elsewhere(err, "input.marking", field)
}

// elsewhere says of a fault in one place of the input that it is in another.
func elsewhere(err error, from, to string) error {
	var fault *graph.Error
	if from == to || !errors.As(err, &fault) || !hasPrefix(fault.Field, from) {
		return err
	}
	other := *fault
	other.Field = to + fault.Field[len(from):]
	return &other
}

func hasPrefix(field, path string) bool {
	return field == path || len(field) > len(path) && field[:len(path)+1] == path+"."
}

// knownEnds are the records in sight at which links of a part may end, by the id
// that the file gives them.
type knownEnds map[graph.ID]*Record

func (k knownEnds) kind(id graph.ID) (graph.RecordKind, bool) {
	if r := k[id]; r != nil {
		return r.Kind(), true
	}
	return "", false
}

type partReader func(known func(graph.ID) (graph.RecordKind, bool)) (*csv.Reader, error)

// importEnds reads the part once to learn which records it needs, and finds those
// in sight.
func (e *Enquiry) importEnds(ctx context.Context, p *importPart, open partReader) (knownEnds, error) {
	var asked []graph.ID
	reader, err := open(func(id graph.ID) (graph.RecordKind, bool) {
		asked = append(asked, id)
		return "", false
	})
	if err != nil {
		return nil, err
	}
	for _, err := range reader.All() {
		if err != nil {
			return nil, err
		}
	}
	var candidates []graph.ID
	for _, id := range distinct(asked) {
		for n := range atMostBeside {
			candidates = append(candidates, csv.Beside(id, n))
		}
	}
	if len(candidates) > 2*atMostBeside*maxPartElements {
		return nil, tooManyRows()
	}
	found, err := e.records(ctx, candidates, nil, nil)
	if err != nil {
		return nil, err
	}
	byID := map[graph.ID]*Record{}
	for _, r := range found {
		byID[r.ID], p.labels[r.ID] = r, r.Details.Label()
	}
	ends := knownEnds{}
	for i, id := range distinct(asked) {
		for _, candidate := range candidates[i*atMostBeside:][:atMostBeside] {
			if r := byID[candidate]; r != nil && ends[id] == nil {
				ends[id] = r
			}
		}
	}
	return ends, nil
}

func tooManyRows() error {
	return graph.Bad("input.rows", fmt.Sprintf("A part makes at most %d records and links: send fewer rows at a time.", maxPartElements))
}

// read reads the part with the ends known.
func (p *importPart) read(open partReader, ends knownEnds) error {
	reader, err := open(ends.kind)
	if err != nil {
		return err
	}
	for row, err := range reader.All() {
		switch {
		case err != nil:
			return err
		case row.Rejected != nil:
			p.reject(row.Line, row.Rejected.Field, row.Rejected.Reason)
		default:
			p.taken = append(p.taken, importedRow{row})
		}
		if len(p.taken)+len(p.Rejected) > maxPartElements {
			return tooManyRows()
		}
	}
	progress := reader.Progress()
	p.Ignored, p.Repeated = int(progress.Ignored), int(progress.Repeated)
	return nil
}

func (p *importPart) reject(line int64, field, reason string) {
	p.Rejected = append(p.Rejected, &RejectedRow{Line: int(line), Field: field, Reason: strings.TrimPrefix(reason, field+": ")})
}

// foreseePart gives every row the id that it has for the caller, and foresees what
// would become of it: records first, for links end at them.
func (e *Enquiry) foreseePart(ctx context.Context, p *importPart, ends knownEnds) error {
	moved := map[graph.ID]graph.ID{}
	for id, r := range ends {
		moved[id] = r.ID
	}
	var records, links graph.Write
	for _, row := range p.taken {
		if row.Record != nil {
			records.Records = append(records.Records, *row.Record)
		}
	}
	if err := e.foresee(ctx, p, records, moved); err != nil {
		return err
	}
	for _, row := range p.taken {
		if row.Record != nil {
			row.Record.ID = moved[row.Record.ID]
			p.labels[row.Record.ID] = row.Record.Details.Label()
			continue
		}
		row.Link.From, row.Link.To = or(moved, row.Link.From), or(moved, row.Link.To)
		links.Links = append(links.Links, *row.Link)
	}
	if err := e.foresee(ctx, p, links, moved); err != nil {
		return err
	}
	for _, row := range p.taken {
		if row.Link != nil {
			row.Link.ID = moved[row.Link.ID]
		}
	}
	return nil
}

func or(moved map[graph.ID]graph.ID, id graph.ID) graph.ID {
	if to, ok := moved[id]; ok {
		return to
	}
	return id
}

// foresee asks about every id that each element may have, and takes the first
// that nothing out of sight has.
func (e *Enquiry) foresee(ctx context.Context, p *importPart, w graph.Write, moved map[graph.ID]graph.ID) error {
	every := graph.Write{Import: true}
	for n := range atMostBeside {
		for _, r := range w.Records {
			r.ID = csv.Beside(r.ID, n)
			every.Records = append(every.Records, r)
		}
		for _, l := range w.Links {
			l.ID = csv.Beside(l.ID, n)
			every.Links = append(every.Links, l)
		}
	}
	if len(every.Records)+len(every.Links) == 0 {
		return nil
	}
	found, err := e.store.Foresee(ctx, e.sight, every)
	if err != nil {
		return fmt.Errorf("foresee an import: %w", err)
	}
	for _, id := range elementsOf(w) {
		n := 0
		for n < atMostBeside && found[csv.Beside(id, n)].Prospect == graph.ProspectHidden {
			n++
		}
		if n == atMostBeside {
			return fmt.Errorf("import: %d ids of one thing are taken", atMostBeside)
		}
		moved[id] = csv.Beside(id, n)
		p.foreseen[moved[id]] = found[moved[id]]
	}
	return nil
}

// judge counts what would become of the rows, and rejects those that say something
// else than what is there, unless that is to be replaced: it keeps its marking.
func (p *importPart) judge(known []graph.Marking, replace bool) {
	kept := p.taken[:0]
	for _, row := range p.taken {
		f := p.foreseen[row.id()]
		switch {
		case f.Prospect == graph.ProspectFixed:
			p.reject(row.Line, f.Fault.Field, f.Fault.Message)
			continue
		case f.Prospect == graph.ProspectChange && !replace:
			p.met = append(p.met, row.id())
			p.reject(row.Line, "key", "The hub holds something else under this key. Say that it is to be replaced, or amend it by hand.")
			continue
		case f.Prospect == graph.ProspectChange:
			row.keepMarking(known[f.Marking])
			p.met = append(p.met, row.id())
			p.Written++
		case f.Prospect == graph.ProspectNew:
			p.Written++
		default:
			if f.Prospect == graph.ProspectSame {
				p.met = append(p.met, row.id())
			}
			p.LeftAlone++
		}
		kept = append(kept, row)
	}
	p.taken = kept
	slices.SortStableFunc(p.Rejected, func(a, b *RejectedRow) int { return a.Line - b.Line })
}

func (r importedRow) keepMarking(m graph.Marking) {
	if r.Record != nil {
		r.Record.Marking = m
	} else {
		r.Link.Marking = m
	}
}

// rows are the elements as a preview tells them, in the order of the file. What was
// erased is left alone.
func (p *importPart) rows() []*ImportRow {
	var out []*ImportRow
	for _, row := range p.taken {
		one := &ImportRow{Line: int(row.Line), Outcome: p.foreseen[row.id()].Prospect}
		if one.Outcome == graph.ProspectErased {
			one.Outcome = graph.ProspectSame
		}
		if row.Record != nil {
			kind := row.Record.Details.Kind()
			one.RecordKind, one.Label = &kind, row.Record.Details.Label()
		} else {
			one.LinkKind, one.Label = &row.Link.Kind, p.labels[row.Link.From]+" → "+p.labels[row.Link.To]
		}
		out = append(out, one)
	}
	slices.SortStableFunc(out, func(a, b *ImportRow) int { return a.Line - b.Line })
	return out
}
