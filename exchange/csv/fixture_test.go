package csv_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/exchange/csv"
	"entente/graph"
)

// reading is everything one import gave, in words.
type reading struct {
	rows     []csv.Row
	progress csv.Progress
	err      error
}

// write puts files in a folder; those named .gz are packed.
func write(t testing.TB, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		content := []byte(text)
		if strings.HasSuffix(name, ".gz") && !strings.HasPrefix(name, "broken") {
			content = zipped(t, text)
		}
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func zipped(t testing.TB, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// importAll reads files by a mapping.
func importAll(t testing.TB, mapping string, files map[string]string) reading {
	t.Helper()
	m, err := csv.ParseMapping([]byte(mapping), write(t, files))
	if err != nil {
		t.Fatal(err)
	}
	r, err := csv.Open(m, csv.Options{Owner: owner(), Hub: "test"})
	if err != nil {
		t.Fatal(err)
	}
	var got reading
	for row, err := range r.All() {
		if got.err = err; err == nil {
			got.rows = append(got.rows, row)
		}
	}
	got.progress = r.Progress()
	return got
}

// rejected are the rejected rows as "line: reason".
func (r reading) rejected() []string {
	var out []string
	for _, row := range r.rows {
		if row.Rejected != nil {
			out = append(out, fmt.Sprintf("%d: %s", row.Line, row.Rejected.Reason))
		}
	}
	return out
}

// labels are the labels of the records.
func (r reading) labels() []string {
	var out []string
	for _, row := range r.rows {
		if row.Record != nil {
			out = append(out, row.Record.Details.Label())
		}
	}
	return out
}

func (r reading) links() []graph.Link {
	var out []graph.Link
	for _, row := range r.rows {
		if row.Link != nil {
			out = append(out, *row.Link)
		}
	}
	return out
}

func owner() graph.ID { return graph.IDOf(graph.NounOrganisation, [16]byte{1}) }

// people reads a file of people with a header.
const people = `
name: people
source: REP-1
files:
  - path: people.*
    header: true
    records:
      - kind: PERSON
        key: "{id}"
        details: {name: "{name}", birthDate: "{born}"}
`
