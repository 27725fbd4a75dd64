package csv

import (
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"

	"entente/graph"
)

// Options are what a reading needs beside the mapping.
type Options struct {
	Owner graph.ID // the organisation that contributes; required
	Hub   string
	// Name replaces the mapping's name of the import.
	Name string
	// Files are read in place of those that the mapping's paths find.
	Files []string
	// Marking replaces the mapping's; its owner is set to Owner.
	Marking *graph.Marking
	// Known says what is there beside the rows: the kind of the record with an
	// id, so that a link may end at it. Nil: nothing is.
	Known func(id graph.ID) (kind graph.RecordKind, ok bool)
}

// Reader reads the files of one import: first all records, then the records
// that links make at their ends, then all links, so that the order of files
// and rows does not matter. It is not safe for use by several goroutines.
type Reader struct {
	mapping  *Mapping
	name     template
	builder  *builder
	passes   []pass
	current  *reading
	queue    []Row
	progress Progress
	done     int64 // bytes of the passes that are over
	failed   error
}

// pass is one reading of one file.
type pass struct {
	path  string
	entry int
	size  int64
	want  want
	first bool  // the first of the file: it reports what cannot be read
	part  *Part // nil: the whole file, from its path
}

// want is what a pass reads.
type want int

const (
	records want = iota
	ends
	links
)

// gives says whether a file's rules make what a pass wants.
func (f File) gives(w want) bool {
	switch w {
	case records:
		return len(f.Records) > 0
	case ends:
		return slices.ContainsFunc(f.Links, func(l LinkRule) bool { return l.Ends != nil })
	}
	return len(f.Links) > 0
}

// reading is the pass under way.
type reading struct {
	pass
	source  *source
	decoder decoder
	plan    *plan
	row     row
	name    string
}

// Open finds the files. Nothing is read yet but that they are there. A file
// that no entry of the mapping takes, or two files with the same name without
// folder and endings, is a graph.Error.
func Open(m *Mapping, o Options) (*Reader, error) {
	r, err := newReader(m, o)
	if err != nil {
		return nil, err
	}
	found, err := m.find(o.Files)
	if err != nil {
		return nil, err
	}
	return r, r.plan(found)
}

func newReader(m *Mapping, o Options) (*Reader, error) {
	if !o.Owner.Is(graph.NounOrganisation) {
		return nil, graph.Bad("owner", "The owner is the id of an organisation.")
	}
	r := &Reader{mapping: m, builder: &builder{
		owner: o.Owner, hub: o.Hub, marking: m.MarkingFor(o.Owner), hash: maphash.MakeSeed(),
		known: map[[16]byte]made{}, keyed: map[[16]byte]made{}, beside: o.Known,
	}}
	if o.Marking != nil {
		r.builder.marking = *o.Marking
		r.builder.marking.Owner = o.Owner
		r.builder.marking = r.builder.marking.Canonical()
	}
	name, err := m.nameTemplate()
	if err != nil {
		return nil, err
	}
	if r.name = name; o.Name != "" {
		r.name = template{{column: literal, text: o.Name}}
	}
	return r, nil
}

// plan puts the passes in order.
func (r *Reader) plan(found []pass) error {
	read := map[string]bool{}
	for _, w := range []want{records, ends, links} {
		for _, p := range found {
			if !r.mapping.Files[p.entry].gives(w) {
				continue
			}
			info, err := os.Stat(p.path)
			if err != nil {
				return fmt.Errorf("look at the file: %w", err)
			}
			p.size, p.want, p.first = info.Size(), w, !read[p.path]
			read[p.path] = true
			r.passes = append(r.passes, p)
			r.progress.Total += p.size
		}
	}
	return nil
}

// Next is the next record, link or rejected row; io.EOF after the last. Any
// other error ends the reading: a file that is not there or cannot be unpacked,
// or a mapping that does not fit a file's columns.
func (r *Reader) Next() (Row, error) {
	for len(r.queue) == 0 {
		if r.failed == nil {
			r.failed = r.advance()
		}
		if r.failed != nil && len(r.queue) == 0 {
			return Row{}, r.failed
		}
	}
	next := r.queue[0]
	r.queue = r.queue[1:]
	if next.Rejected != nil {
		r.progress.Rejected++
	} else {
		r.progress.Rows++
	}
	return next, nil
}

// All gives every row, and an error as the last if the reading did not come to
// its end. It closes the reader.
func (r *Reader) All() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		defer func() { _ = r.Close() }() // only read from
		for {
			next, err := r.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			if !yield(next, err) || err != nil {
				return
			}
		}
	}
}

// Progress is how far the reading has come.
func (r *Reader) Progress() Progress {
	p := r.progress
	p.Bytes = r.done
	if r.current != nil {
		p.Bytes += r.current.source.read.n
	}
	return p
}

// Close closes the file being read. Next gives io.EOF from then on.
func (r *Reader) Close() error {
	r.passes, r.queue, r.failed = nil, nil, io.EOF
	if r.current == nil {
		return nil
	}
	open := r.current.source
	r.current = nil
	return open.close()
}

// find gives each file to an entry of the mapping.
func (m *Mapping) find(given []string) ([]pass, error) {
	var found []pass
	stems := map[string]string{}
	add := func(path string, entry int) error {
		if earlier, twice := stems[stem(path)]; twice {
			return graph.Bad("files", "Two files of an import cannot have the same name: "+filepath.Base(earlier)+" and "+filepath.Base(path)+".")
		}
		stems[stem(path)] = path
		found = append(found, pass{path: path, entry: entry})
		return nil
	}
	for _, path := range given {
		entry, ok := m.entryFor(path)
		if !ok {
			return nil, graph.Bad("files", "No entry of the mapping takes the file "+filepath.Base(path)+".")
		}
		if err := add(path, entry); err != nil {
			return nil, err
		}
	}
	if len(given) > 0 {
		return found, nil
	}
	return found, m.glob(add, func() int { return len(found) })
}

// glob adds the files that the mapping's own paths find.
func (m *Mapping) glob(add func(string, int) error, count func() int) error {
	for i, f := range m.Files {
		at := fmt.Sprintf("files[%d].path", i)
		if f.Path == "" {
			return m.lined(graph.Bad(at, "The mapping names no path here: give the files to read."))
		}
		pattern := f.Path
		if !filepath.IsAbs(pattern) {
			pattern = filepath.Join(m.folder, pattern)
		}
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			return m.lined(graph.Bad(at, "There is no such file: "+f.Path+"."))
		}
		for _, path := range paths {
			if err := add(path, i); err != nil {
				return err
			}
		}
	}
	if count() == 0 {
		return graph.Bad("files", "There are no files to read.")
	}
	return nil
}

func (m *Mapping) entryFor(path string) (int, bool) {
	for i, f := range m.Files {
		if f.Path == "" {
			return i, true
		}
		if fits, err := filepath.Match(filepath.Base(f.Path), filepath.Base(path)); err == nil && fits {
			return i, true
		}
	}
	return 0, false
}
