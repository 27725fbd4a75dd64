package csv

import (
	"strings"

	"entente/graph"
)

// row is one row of a file. fields are its cells in the order of the plan's
// columns; they hold until the next row is read.
type row struct {
	file   string
	line   int64
	fields []string
	key    string // of the end that is being made
}

// The parts of a template that are no column.
const (
	literal = -1 - iota
	fileName
	lineNumber
	endKey
)

type part struct {
	column int
	text   string
}

// template is a text with columns in it.
type template []part

// columns finds a column by its name; ok is false where there is none.
type columns func(name string) (index int, ok bool)

func parseTemplate(field, text string, find columns) (template, error) {
	var t template
	for text != "" {
		open := strings.IndexAny(text, "{}")
		switch {
		case open < 0:
			return t.literal(text), nil
		case open+1 < len(text) && text[open+1] == text[open]:
			t, text = t.literal(text[:open+1]), text[open+2:]
		case text[open] == '}':
			return nil, graph.Bad(field, "A closing brace without an opening one; write }} for a brace.")
		default:
			name, rest, closed := strings.Cut(text[open+1:], "}")
			if !closed {
				return nil, graph.Bad(field, "An opening brace without a closing one; write {{ for a brace.")
			}
			column, ok := placeholder(name, find)
			if !ok {
				return nil, graph.Bad(field, "There is no column \""+name+"\".")
			}
			t, text = append(t.literal(text[:open]), part{column: column}), rest
		}
	}
	return t, nil
}

func (t template) literal(text string) template {
	if text == "" {
		return t
	}
	return append(t, part{column: literal, text: text})
}

func placeholder(name string, find columns) (int, bool) {
	switch name {
	case "@file":
		return fileName, true
	case "@line":
		return lineNumber, true
	case "@key":
		return endKey, true
	}
	return find(name)
}

// constant says that no row changes the text.
func (t template) constant() bool {
	for _, p := range t {
		if p.column != literal {
			return false
		}
	}
	return true
}

// of is the text for a row, without outer blanks. It is empty where every
// column in it is, so that "Account {id}" of an empty cell says nothing.
func (t template) of(r *row) string {
	if len(t) == 1 {
		return t[0].of(r)
	}
	var b strings.Builder
	filled := t.constant()
	for _, p := range t {
		text := p.of(r)
		filled = filled || p.column != literal && text != ""
		b.WriteString(text)
	}
	if !filled {
		return ""
	}
	return strings.TrimSpace(b.String())
}

func (p part) of(r *row) string {
	switch p.column {
	case literal:
		return p.text
	case fileName:
		return stem(r.file)
	case lineNumber:
		return decimal(r.line)
	case endKey:
		return r.key
	}
	return r.fields[p.column]
}
