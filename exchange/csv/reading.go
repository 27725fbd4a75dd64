package csv

import (
	"errors"
	"fmt"
	"io"

	"entente/graph"
)

// advance reads one row, or begins or ends a pass. io.EOF is after the last.
func (r *Reader) advance() error {
	if r.current == nil {
		if len(r.passes) == 0 {
			return io.EOF
		}
		next := r.passes[0]
		r.passes = r.passes[1:]
		return r.begin(next)
	}
	c := r.current
	raw, err := c.decoder.decode(&c.row)
	var bad badRow
	switch {
	case errors.Is(err, io.EOF):
		r.done += c.size
		r.current = nil
		return c.source.close()
	case errors.As(err, &bad):
		if c.first {
			r.reject(raw, string(bad))
		}
		return nil
	case err != nil:
		return err
	}
	r.take(raw)
	return nil
}

// begin opens a file and compiles its rules for its columns.
func (r *Reader) begin(p pass) error {
	s, err := p.source()
	if err != nil {
		return err
	}
	r.current = &reading{pass: p, source: s, row: row{file: s.name}}
	r.current.name = r.name.of(&r.current.row)
	entry := r.mapping.Files[p.entry]
	if p.part != nil {
		return p.part.open(r.current, r.mapping, entry)
	}
	if err := s.skip(entry.Skip); err != nil {
		if errors.Is(err, io.EOF) {
			err = fmt.Errorf("%s ends within the lines to skip: %w", s.name, io.ErrUnexpectedEOF)
		}
		return err
	}
	return r.current.compile(r.mapping, entry)
}

func (p pass) source() (*source, error) {
	if p.part != nil {
		return p.part.source(), nil
	}
	return openSource(p.path)
}

func (c *reading) compile(m *Mapping, entry File) error {
	find, err := c.open(entry)
	if errors.Is(err, io.EOF) {
		return fmt.Errorf("%s has no header: %w", c.source.name, io.ErrUnexpectedEOF)
	}
	if err != nil {
		return graph.Under(c.source.name, err)
	}
	c.plan, err = m.plan(fmt.Sprintf("files[%d]", c.entry), entry, find)
	return m.lined(err)
}

func (c *reading) open(entry File) (columns, error) {
	if entry.Format == "jsonl" {
		form, err := entry.form("")
		j := &jsonLines{source: c.source, comment: []byte(entry.Comment), list: form.list}
		c.decoder = j
		return j.column, err
	}
	d, err := newDelimited(c.source, entry)
	if err != nil {
		return nil, err
	}
	c.decoder = d
	return d.columns(entry)
}

// take makes what the rules of the pass say of the row.
func (r *Reader) take(raw []byte) {
	c := r.current
	for _, v := range c.plan.values {
		if to, ok := v.by[c.row.fields[v.column]]; ok {
			c.row.fields[v.column] = to
		}
	}
	for _, ignored := range c.plan.ignore {
		if ignored.holds(&c.row) {
			if c.first {
				r.progress.Ignored++
			}
			return
		}
	}
	switch c.want {
	case records:
		r.records(raw)
	case ends:
		r.ends()
	case links:
		r.links(raw)
	}
	if c.first && !c.plan.meets(&c.row) {
		r.reject(raw, "No rule of the mapping fits this row.")
	}
}

// meets says whether any rule is for the row.
func (p *plan) meets(r *row) bool {
	for i := range p.records {
		if p.records[i].when.holds(r) {
			return true
		}
	}
	for i := range p.links {
		if p.links[i].when.holds(r) {
			return true
		}
	}
	return false
}

func (r *Reader) records(raw []byte) {
	c := r.current
	for i := range c.plan.records {
		rule := &c.plan.records[i]
		if !rule.when.holds(&c.row) {
			continue
		}
		record, err := r.builder.record(c.name, rule, &c.row)
		if err != nil {
			r.refuse(raw, err)
			continue
		}
		r.queue = append(r.queue, Row{File: c.row.file, Line: c.row.line, Record: record})
	}
}

// ends makes the records that links need. What is wrong with one is said when
// the link is read.
func (r *Reader) ends() {
	c := r.current
	for i := range c.plan.links {
		rule := &c.plan.links[i]
		if rule.ends == nil || !rule.when.holds(&c.row) {
			continue
		}
		for _, e := range []end{rule.from, rule.to} {
			if record, err := r.builder.missing(c.name, e, rule.ends, &c.row); err == nil && record != nil {
				r.queue = append(r.queue, Row{File: c.row.file, Line: c.row.line, Record: record})
			}
		}
	}
}

func (r *Reader) links(raw []byte) {
	c := r.current
	for i := range c.plan.links {
		rule := &c.plan.links[i]
		if !rule.when.holds(&c.row) {
			continue
		}
		link, err := r.builder.link(c.name, rule, &c.row)
		if err != nil {
			r.refuse(raw, err)
			continue
		}
		r.queue = append(r.queue, Row{File: c.row.file, Line: c.row.line, Link: link})
	}
}

// refuse rejects a row for a fault, and counts one that was there before.
func (r *Reader) refuse(raw []byte, err error) {
	if errors.Is(err, errRepeated) {
		r.progress.Repeated++
		return
	}
	reason, field := "This row cannot be taken.", ""
	var fault *graph.Error
	if errors.As(err, &fault) {
		reason, field = fault.Field+": "+fault.Message, fault.Field
	}
	r.reject(raw, reason)
	r.queue[len(r.queue)-1].Rejected.Field = field
}

// maxRaw bounds how much of a rejected row is kept.
const maxRaw = 2000

func (r *Reader) reject(raw []byte, reason string) {
	c := r.current
	r.queue = append(r.queue, Row{File: c.row.file, Line: c.row.line, Rejected: &Rejected{
		File: c.row.file, Line: c.row.line, Reason: reason, Raw: string(raw[:min(len(raw), maxRaw)]),
	}})
}
