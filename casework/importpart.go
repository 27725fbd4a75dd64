package casework

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"entente/audit"
	"entente/auth/policy"
	"entente/exchange/csv"
	"entente/graph"
)

// ForesightStore says what an import would do.
type ForesightStore interface {
	// Foresee says of each record and link of an import what Write would do with
	// it, by id. It is asked in importread.go alone.
	Foresee(ctx context.Context, s policy.Sight, w graph.Write) (map[graph.ID]graph.Foreseen, error)
}

// The bounds of one part; the schema states them.
const (
	maxPartText     = 256 << 10
	maxPartMapping  = 64 << 10
	maxPartElements = 1000
)

// PreviewImportInput asks what would become of some rows of a file.
type PreviewImportInput struct {
	Mapping string // as of csv.ParseMapping
	Name    string // replaces the mapping's name of the import, if not empty
	File    string
	Head    string
	Rows    string
	Line    int
	Stage   csv.Stage
	Marking *graph.Marking // nil: the mapping's, else the caller's organisation only
	Replace bool           // what is there and says something else becomes a new version
}

// ImportLayoutInput asks how a mapping has a file read.
type ImportLayoutInput struct {
	Mapping string
	File    string
}

// ImportLayout says how to cut a file into parts. It reads the mapping alone.
func (e *Enquiry) ImportLayout(ctx context.Context, in ImportLayoutInput) (*csv.Layout, error) {
	if err := e.writer(ctx); err != nil {
		return nil, err
	}
	mapping, err := parseMapping(in.Mapping)
	if err != nil {
		return nil, err
	}
	layout, err := mapping.Layout(in.File)
	return &layout, importFault(err)
}

func parseMapping(text string) (*csv.Mapping, error) {
	if len(text) > maxPartMapping {
		return nil, graph.Bad("input.mapping", "A mapping has at most 64 KiB.")
	}
	mapping, err := csv.ParseMapping([]byte(text), "")
	return mapping, importFault(err)
}

// ImportPartInput asks for some rows of a file to be written.
type ImportPartInput struct {
	IdempotencyKey string
	PreviewImportInput
}

// ImportPayload is what became of the rows of a part; Revision is sealed.
type ImportPayload struct {
	importCounts
	Revision string
}

// importCounts are what a part's write remembers. Written and LeftAlone count records and links; Ignored and
// Repeated count rows.
type importCounts struct {
	Written   int            `json:"written,omitempty"`
	LeftAlone int            `json:"leftAlone,omitempty"`
	Ignored   int            `json:"ignored,omitempty"`
	Repeated  int            `json:"repeated,omitempty"`
	Rejected  []*RejectedRow `json:"rejected,omitempty"`
}

// RejectedRow says why a row could not be taken. It carries nothing of the row.
type RejectedRow struct {
	Line   int    `json:"line"`
	Field  string `json:"field,omitempty"` // of what it would have become; empty for the row as a whole
	Reason string `json:"reason"`
}

// ImportPreview is what would become of the rows of a part.
type ImportPreview struct {
	importCounts
	all []*ImportRow
}

// ImportRow is a record or link that a row would make.
type ImportRow struct {
	Line       int
	RecordKind *graph.RecordKind // nil for a link
	LinkKind   *graph.LinkKind   // nil for a record
	Label      string            // of a link: of its ends
	Outcome    graph.Prospect    // New, Same or Change
}

// Rows are the first of them, in the order of the file.
func (p *ImportPreview) Rows(first int) ([]*ImportRow, error) {
	if first < 0 || first > maxPartElements {
		return nil, graph.Bad("first", fmt.Sprintf("Ask for 0 to %d rows.", maxPartElements))
	}
	return p.all[:min(first, len(p.all))], nil
}

// PreviewImport says what ImportPart would make of rows, and writes nothing.
func (e *Enquiry) PreviewImport(ctx context.Context, in PreviewImportInput) (*ImportPreview, error) {
	if err := e.writer(ctx); err != nil {
		return nil, err
	}
	p, err := e.readPart(ctx, in)
	if err != nil {
		return nil, err
	}
	e.note(audit.Read, &audit.Shape{Question: "previewImport"}, p.met...)
	return &ImportPreview{importCounts: p.importCounts, all: p.rows()}, nil
}

// ImportPart writes what rows of a file say, under the ids that an import of
// the whole file gives them. What is there already and says the same is left
// alone; what says something else is rejected, or with Replace becomes a new
// version under the marking that it has. A row about what exists out of the
// caller's sight is as if that did not exist.
func (e *Enquiry) ImportPart(ctx context.Context, in ImportPartInput) (*ImportPayload, error) {
	a, err := e.attempt(ctx, "importPart", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	counts, revision := a.before.Import, a.revision
	if !a.done {
		counts, revision, err = e.putPart(ctx, a.key, in.PreviewImportInput)
	}
	if err != nil {
		return nil, err
	}
	token, err := e.seal.revision(revision)
	return &ImportPayload{importCounts: counts, Revision: token}, err
}

func (e *Enquiry) putPart(ctx context.Context, key graph.WriteKey, in PreviewImportInput) (importCounts, graph.Revision, error) {
	p, err := e.readPart(ctx, in)
	if err != nil {
		return importCounts{}, 0, err
	}
	w, err := e.writeOfPart(key, p)
	if err != nil {
		return importCounts{}, 0, err
	}
	if err := e.givesLinks(ctx, p, w); err != nil {
		return importCounts{}, 0, err
	}
	entry := audit.Entry{Action: audit.Import, Elements: distinct(append(elementsOf(w), p.met...))}
	if len(entry.Elements) > 0 {
		if err := e.record(ctx, entry); err != nil {
			return importCounts{}, 0, err
		}
	}
	if len(w.Records)+len(w.Links) == 0 {
		revision, err := e.store.Revision(ctx)
		return p.importCounts, revision, err
	}
	_, revision, err := e.settle(ctx, w)
	return p.importCounts, revision, err
}

// givesLinks refuses, as createLink does, to give somebody links to people to
// safeguard of whom the caller does not know.
func (e *Enquiry) givesLinks(ctx context.Context, p *importPart, w graph.Write) error {
	var ends []graph.ID
	for _, l := range w.Links {
		if p.foreseen[l.ID].Prospect == graph.ProspectNew {
			ends = append(ends, l.From, l.To)
		}
	}
	if len(ends) == 0 {
		return nil
	}
	return e.gives(ctx, graph.Marking{}, p.marking, distinct(ends)...)
}

// writeOfPart is the write of what of a part is to be written.
func (e *Enquiry) writeOfPart(key graph.WriteKey, p *importPart) (graph.Write, error) {
	remembered, err := json.Marshal(outcome{Import: p.importCounts})
	if err != nil {
		return graph.Write{}, fmt.Errorf("encode an outcome: %w", err)
	}
	w := graph.Write{Key: key, At: e.at, Import: true, Outcome: remembered}
	for _, row := range p.taken {
		switch p.foreseen[row.id()].Prospect {
		case graph.ProspectNew, graph.ProspectChange:
		default:
			continue
		}
		if row.Record != nil {
			w.Records = append(w.Records, *row.Record)
		} else {
			w.Links = append(w.Links, *row.Link)
		}
	}
	return w, nil
}

// importFault says of a fault of reading where in the input it is.
func importFault(err error) error {
	var fault *graph.Error
	if !errors.As(err, &fault) || fault.Code != graph.BadInput {
		return err
	}
	if strings.HasPrefix(fault.Field, "input.") {
		return err
	}
	switch fault.Field {
	case "file", "head", "line":
		return graph.Under("input", fault)
	case "mapping":
		return graph.Bad("input.mapping", fault.Message)
	}
	return graph.Bad("input.mapping."+strings.TrimPrefix(fault.Field, "mapping."), fault.Message)
}
