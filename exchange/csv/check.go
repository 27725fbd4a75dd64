package csv

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"entente/graph"
)

// check finds every fault that does not need the files.
func (m *Mapping) check() error {
	if _, err := m.nameTemplate(); err != nil {
		return err
	}
	if m.Name == "" {
		return graph.Bad("name", `Give the import a name, such as "hotel register", or "{@file}" where each file is an import of its own.`)
	}
	if err := m.Grading.noun().Check("grading"); err != nil {
		return err
	}
	placed := m.MarkingFor(graph.IDOf(graph.NounOrganisation, [16]byte{}))
	if err := graph.Under("marking", placed.Check()); err != nil {
		return err
	}
	if len(m.Files) == 0 {
		return graph.Bad("files", "The mapping names no files.")
	}
	for i, f := range m.Files {
		at := fmt.Sprintf("files[%d]", i)
		if err := f.check(at); err != nil {
			return err
		}
		if _, err := m.plan(at, f, func(string) (int, bool) { return 0, true }); err != nil {
			return err
		}
	}
	return nil
}

// nameTemplate is the import's name, which no row can change.
func (m *Mapping) nameTemplate() (template, error) {
	t, err := parseTemplate("name", m.Name, func(string) (int, bool) { return 0, false })
	if err != nil {
		return nil, graph.Bad("name", "The name takes {@file} and no column.")
	}
	for _, p := range t {
		if p.column != literal && p.column != fileName {
			return nil, graph.Bad("name", "The name takes {@file} and no column.")
		}
	}
	return t, nil
}

func (g GradingText) noun() graph.Grading {
	return graph.Grading{Scheme: graph.Scheme(g.Scheme), Value: g.Value}
}

// MarkingFor is the mapping's marking for an owner; what the mapping does not
// say is as graph.OwnOrganisationOnly has it.
func (m *Mapping) MarkingFor(owner graph.ID) graph.Marking {
	out := graph.OwnOrganisationOnly(owner)
	t := m.Marking
	if t.Audience.Scope != "" {
		out.Audience.Scope = graph.Scope(t.Audience.Scope)
	}
	out.Audience.Officers = ids(t.Audience.Officers)
	out.Audience.Organisations = ids(t.Audience.Organisations)
	out.Audience.Operations = ids(t.Audience.Operations)
	if t.Classification != "" {
		out.Classification = graph.Classification(t.Classification)
	}
	out.Restrictions = t.Restrictions
	for _, c := range t.Compartments {
		out.Compartments = append(out.Compartments, graph.Compartment(c))
	}
	for _, h := range t.Handling {
		out.Handling = append(out.Handling, graph.Handling(h))
	}
	return out.Canonical()
}

func ids(texts []string) []graph.ID {
	var out []graph.ID
	for _, t := range texts {
		out = append(out, graph.ID(t))
	}
	return out
}

func (f File) check(at string) error {
	if _, err := path.Match(f.Path, ""); err != nil {
		return graph.Bad(at+".path", "This is not a pattern.")
	}
	if f.Format != "" && f.Format != "delimited" && f.Format != "jsonl" {
		return graph.Bad(at+".format", "The format is delimited or jsonl.")
	}
	if f.Format == "jsonl" && (f.Header || len(f.Columns) > 0 || f.Delimiter != "") {
		return graph.Bad(at+".format", "JSON lines have no header, columns or delimiter.")
	}
	if _, err := f.comma(); err != nil {
		return graph.Under(at, err)
	}
	if f.Skip < 0 {
		return graph.Bad(at+".skip", "The number of lines to skip is not negative.")
	}
	if f.Decimal != "" && f.Decimal != "." && f.Decimal != "," {
		return graph.Bad(at+".decimal", `The decimal sign is "." or ",".`)
	}
	if f.Header && len(f.Columns) > 0 {
		return graph.Bad(at+".columns", "The header names the columns: give header or columns, not both.")
	}
	if len(f.Records)+len(f.Links) == 0 {
		return graph.Bad(at, "Say what the rows become: records, links or both.")
	}
	return nil
}

// comma is the character between cells, 0 for runs of blanks.
func (f File) comma() (rune, error) {
	switch f.Delimiter {
	case "":
		return ',', nil
	case "tab":
		return '\t', nil
	case "blanks":
		return 0, nil
	}
	c, size := utf8.DecodeRuneInString(f.Delimiter)
	if size != len(f.Delimiter) || strings.ContainsRune("\"\r\n\uFFFD", c) {
		return 0, graph.Bad("delimiter", `The delimiter is one character, "tab" or "blanks".`)
	}
	return c, nil
}

// sortedKeys gives faults and columns an order that does not change.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
