package csv

import (
	"errors"
	"io"
	"path/filepath"
	"strings"

	"entente/graph"
)

// Stage says which of what a file gives is read from a part of it: all records
// of all files come before the first link.
type Stage string

// The stages.
const (
	RecordStage Stage = "RECORDS" // what record rules make
	LinkStage   Stage = "LINKS"   // what link rules make, and the records at their ends where nothing else made them
)

// Stages are all stages in order.
func Stages() []Stage { return []Stage{RecordStage, LinkStage} }

// Part is some whole rows of one file. A file read in parts gives what it gives
// when it is read at once, under the same ids, but that rows with the same key
// meet only within a part.
type Part struct {
	File  string // the file's name, for @file and for the ids of links without a key
	Head  string // the lines that the mapping skips, and the header; empty if there are none
	Text  string
	Line  int64 // where Text begins in the file, from 1
	Stage Stage
}

// OpenPart reads a part. Options.Files is not looked at. A part that does not
// fit the mapping is a graph.Error from here or from Next, its field one of
// file, head, line and of the mapping.
func OpenPart(m *Mapping, o Options, p Part) (*Reader, error) {
	if stem(p.File) == "" || p.File != filepath.Base(p.File) || len(p.File) > 255 {
		return nil, graph.Bad("file", "Give the file's name, without its folder.")
	}
	if p.Line < 1 {
		return nil, graph.Bad("line", "The first line of a file is line 1.")
	}
	entry, ok := m.entryFor(p.File)
	if !ok {
		return nil, graph.Bad("file", "No entry of the mapping takes the file "+p.File+".")
	}
	r, err := newReader(m, o)
	if err != nil {
		return nil, err
	}
	r.passes = m.Files[entry].passesOf(p, entry)
	return r, nil
}

// passesOf are the passes over a part. What cannot be read is told once of a
// file: with its records, if it gives any.
func (f File) passesOf(p Part, entry int) []pass {
	wants := []want{records}
	if p.Stage == LinkStage {
		wants = []want{ends, links}
	}
	var out []pass
	for _, w := range wants {
		if f.gives(w) {
			tells := len(out) == 0 && (w == records || !f.gives(records))
			out = append(out, pass{path: p.File, entry: entry, want: w, first: tells, part: &p})
		}
	}
	return out
}

// open compiles the rules for the columns of the head, and goes to the rows.
func (p *Part) open(c *reading, m *Mapping, entry File) error {
	err := c.source.skip(entry.Skip)
	if err == nil {
		err = c.compile(m, entry)
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return graph.Bad("head", "The head is the lines that the mapping skips, and the header if it says that there is one.")
	}
	c.source.lines = newLines(strings.NewReader(p.Text))
	c.source.count = p.Line - 1
	return err
}

func (p *Part) source() *source {
	return &source{lines: newLines(strings.NewReader(p.Head)), read: &counter{}, name: p.File}
}
