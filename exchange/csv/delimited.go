package csv

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"entente/graph"
)

// decoder gives the rows of one file. raw is the row as written; errors are
// io.EOF, a badRow after which reading goes on, or what ended the reading.
type decoder interface {
	decode(r *row) (raw []byte, err error)
}

// badRow is why a row cannot be read.
type badRow string

func (b badRow) Error() string { return string(b) }

// maxRowLines bounds the lines of one row.
const maxRowLines = 200

// delimited reads delimited text by encoding/csv, a row at a time, so that
// one bad row costs neither the rows after it nor memory.
type delimited struct {
	*source
	comma   rune // 0 for runs of blanks
	comment []byte
	feed    *bytes.Reader
	parser  *csv.Reader
	width   int  // columns a row has
	atLeast bool // rows may be wider: columns are numbered
}

func newDelimited(s *source, f File) (*delimited, error) {
	comma, err := f.comma()
	d := &delimited{source: s, comma: comma, comment: []byte(f.Comment), feed: bytes.NewReader(nil)}
	d.reset()
	return d, err
}

func (d *delimited) reset() {
	d.parser = csv.NewReader(d.feed)
	if d.comma != 0 {
		d.parser.Comma = d.comma
	}
	d.parser.FieldsPerRecord = -1
	d.parser.ReuseRecord = true
}

// columns finds the columns of the file, reading its header if it has one.
func (d *delimited) columns(f File) (columns, error) {
	names := f.Columns
	if f.Header {
		var head row
		if _, err := d.cells(&head); err != nil {
			var bad badRow
			if errors.As(err, &bad) {
				return nil, graph.Bad("header", fmt.Sprintf("The header in line %d cannot be read: %s", head.line, bad))
			}
			return nil, err
		}
		names = slices.Clone(head.fields)
	}
	if len(names) == 0 {
		d.atLeast = true
		return d.numbered, nil
	}
	d.width = len(names)
	for i, name := range names {
		if name != "" && slices.Contains(names[:i], name) {
			return nil, graph.Bad("header", "Two columns are named \""+name+"\".")
		}
	}
	return func(name string) (int, bool) {
		i := slices.Index(names, name)
		return i, i >= 0 && name != ""
	}, nil
}

// numbered finds {1}, {2} and so on, and notes how wide rows must be.
func (d *delimited) numbered(name string) (int, bool) {
	n, err := strconv.Atoi(name)
	if err != nil || n < 1 || n > 10_000 {
		return 0, false
	}
	d.width = max(d.width, n)
	return n - 1, true
}

func (d *delimited) decode(r *row) ([]byte, error) {
	raw, err := d.cells(r)
	if err != nil {
		return raw, err
	}
	if n := len(r.fields); n != d.width && (n < d.width || !d.atLeast) {
		return raw, badRow(fmt.Sprintf("The row has %d columns instead of %d.", n, d.width))
	}
	return raw, nil
}

// cells reads the cells of the next row that is neither blank nor a comment.
func (d *delimited) cells(r *row) ([]byte, error) {
	for {
		line, err := d.next()
		r.line = d.count
		switch {
		case errors.Is(err, errTooLong):
			return nil, badRow("The line is longer than 1 MiB.")
		case err != nil:
			return nil, d.fault(err)
		case len(bytes.TrimSpace(line)) == 0, len(d.comment) > 0 && bytes.HasPrefix(line, d.comment):
			continue
		case !utf8.Valid(line):
			return line, badRow("The line is not UTF-8.")
		case d.comma == 0:
			r.fields = strings.Fields(string(line))
			return line, nil
		}
		return d.parse(r, line)
	}
}

func (d *delimited) parse(r *row, line []byte) ([]byte, error) {
	raw, taken, err := d.whole(line)
	if err != nil {
		return raw, err
	}
	d.feed.Reset(append(raw, '\n'))
	cells, err := d.parser.Read()
	if err != nil {
		d.reset()
		d.takeBack(taken)
		var fault *csv.ParseError
		if errors.As(err, &fault) {
			return line, badRow("The quotes do not fit: " + fault.Err.Error() + ".")
		}
		return line, badRow("The quotes do not fit.")
	}
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	r.fields = cells
	return raw, nil
}

// whole adds to a line those after it, until every quote that it opens is
// closed, and gives these back too.
func (d *delimited) whole(line []byte) (raw []byte, taken [][]byte, err error) {
	raw = line
	for bytes.Count(raw, []byte{'"'})%2 != 0 {
		next, err := d.next()
		if err == nil {
			taken = append(taken, next)
			raw = slices.Concat(raw, []byte{'\n'}, next)
		}
		if err != nil || len(taken) >= maxRowLines || len(raw) > maxLine || !utf8.Valid(next) {
			d.takeBack(taken)
			return line, nil, badRow("A quote is opened and never closed.")
		}
	}
	return raw, taken, nil
}
