package extract

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// WriteJSON writes an extract as one JSON object.
func WriteJSON(w io.Writer, x Extract) error {
	to := json.NewEncoder(w)
	to.SetIndent("", " ")
	to.SetEscapeHTML(false)
	if err := to.Encode(x); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// Column is one attribute of an element, by the name that files have for it.
type Column struct {
	Name string
	Of   func(Element) string
}

// Columns are all attributes but id, from and to, in order.
func Columns() []Column {
	return []Column{
		{"kind", func(e Element) string { return e.Kind }},
		{"label", func(e Element) string { return e.Label }},
		{"owner", func(e Element) string { return e.Owner }},
		{"source", func(e Element) string { return e.Source }},
		{"grading", func(e Element) string { return e.Grading }},
		{"classification", func(e Element) string { return e.Classification }},
		{"handling", func(e Element) string { return e.Handling }},
		{"restrictions", func(e Element) string { return e.Restrictions }},
		{"compartments", func(e Element) string { return e.Compartments }},
		{"validFrom", func(e Element) string { return e.ValidFrom }},
		{"validUntil", func(e Element) string { return e.ValidUntil }},
		{"details", func(e Element) string { return string(e.Details) }},
	}
}

// WriteCSV writes an extract as one table: a first line with the banner alone,
// the names of the columns, then the records and the links.
func WriteCSV(w io.Writer, x Extract) error {
	to := csv.NewWriter(w)
	header := []string{"id", "from", "to"}
	for _, c := range Columns() {
		header = append(header, c.Name)
	}
	lines := [][]string{{inert(x.Banner)}, header}
	for _, e := range append(append([]Element(nil), x.Records...), x.Links...) {
		line := []string{e.ID, e.From, e.To}
		for _, c := range Columns() {
			line = append(line, inert(c.Of(e)))
		}
		lines = append(lines, line)
	}
	if err := to.WriteAll(lines); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	return nil
}

// inert keeps a spreadsheet from taking a text for a formula.
func inert(text string) string {
	if text != "" && strings.ContainsAny(text[:1], "=+-@\t\r") {
		return "'" + text
	}
	return text
}
