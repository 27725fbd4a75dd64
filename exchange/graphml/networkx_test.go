package graphml_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"entente/exchange/extract"
	"entente/exchange/graphml"
	"entente/graph"
)

// readBack is what networkx finds in GraphML.
type readBack struct {
	Directed bool
	Graph    map[string]string
	Nodes    map[string]map[string]string
	Links    map[string]struct {
		From, To   string
		Attributes map[string]string
	}
}

func must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// byNetworkx reads a file with networkx, in the environment of the peers.
func byNetworkx(tb testing.TB, file []byte) readBack {
	tb.Helper()
	setup := exec.CommandContext(tb.Context(), filepath.Join("..", "..", "tools", "peers.sh"))
	setup.Stderr = os.Stderr
	interpreter, err := setup.Output()
	must(tb, err)
	reader := exec.CommandContext(tb.Context(), strings.TrimSpace(string(interpreter)), filepath.Join("testdata", "read.py")) //nolint:gosec // our own script
	reader.Stdin, reader.Stderr = bytes.NewReader(file), os.Stderr
	said, err := reader.Output()
	must(tb, err)
	var found readBack
	must(tb, json.Unmarshal(said, &found))
	return found
}

// marked is an extract with every kind of marking, text that needs care, parallel
// links and a link of a record with itself.
func marked(t *testing.T) extract.Extract {
	t.Helper()
	markings := []graph.Marking{
		{Classification: graph.Official, Handling: []graph.Handling{"P"}},
		{Classification: graph.OfficialSensitive, Handling: []graph.Handling{"C", "A1", "S2"}, Compartments: []graph.Compartment{graph.Child, graph.VictimIdentity}},
		{Classification: graph.OfficialSensitive, Handling: []graph.Handling{"H1", "H3"}, Restrictions: `not before "Wren" <ends> & 5 p.m.`},
		{Classification: graph.OfficialSensitive},
	}
	names := []string{"Ștefan Exemplu", "=SUM(A1)", "+44 Example", `O"Example, the <first> & only`, "Example\ttabbed", "甲乙 😀 Example"}
	x := extract.Extract{Hub: "hub.test.example", Taken: time.Unix(1275393600, 0).UTC(), Purpose: "to test & compare", Banner: "OFFICIAL-SENSITIVE | handling C"}
	contribution := func(noun graph.Noun, n int) graph.Contribution {
		var bits [16]byte
		bits[0], bits[15] = 7, byte(n)
		c := graph.Contribution{ID: graph.IDOf(noun, bits), Source: fmt.Sprintf("INT-%d", n), Marking: markings[n%len(markings)]}
		if n%2 == 0 {
			c.Grading, c.Validity = graph.Grading{Scheme: graph.UK3x5x2, Value: "1B"}, graph.Interval{From: "2009-01", Until: "2010-02-03"}
		}
		return c
	}
	var ids []graph.ID
	for n := range 24 {
		r := graph.Record{Contribution: contribution(graph.NounRecord, n), Details: &graph.Person{Name: names[n%len(names)], Nationality: []string{"RO"}}}
		if n%3 == 0 {
			r.Details = &graph.Phone{Number: "+447700900123"}
		}
		e, err := extract.OfRecord(r, "UK Test Police")
		must(t, err)
		ids, x.Records = append(ids, r.ID), append(x.Records, e)
	}
	for n := range 60 {
		l := graph.Link{Contribution: contribution(graph.NounLink, n), Kind: "ASSOCIATE", From: ids[n%7], To: ids[n%5], Details: &graph.Relationship{Relationship: names[n%len(names)]}}
		e, err := extract.OfLink(l, "RO Test Police")
		must(t, err)
		x.Links = append(x.Links, e)
	}
	return x
}

// networkx finds in the GraphML what the CSV of the same extract says: every
// record and link, with all attributes and markings, and nothing else.
func TestNetworkxReadsWhatTheCSVSays(t *testing.T) {
	x := marked(t)
	var written, table bytes.Buffer
	must(t, graphml.Write(&written, x))
	must(t, extract.WriteCSV(&table, x))
	got := byNetworkx(t, written.Bytes())
	lines := csv.NewReader(&table)
	lines.FieldsPerRecord = -1
	rows, err := lines.ReadAll()
	must(t, err)
	banner, header, rows := rows[0][0], rows[1], rows[2:]
	if !got.Directed || got.Graph["banner"] != banner || got.Graph["hub"] != x.Hub || got.Graph["purpose"] != x.Purpose {
		t.Errorf("the graph says %v, the table %q", got.Graph, banner)
	}
	nodes, links := 0, 0
	for _, row := range rows {
		id, from, to := row[0], row[1], row[2]
		attributes := got.Nodes[id]
		if from == "" {
			nodes++
		} else {
			links++
			link := got.Links[id]
			if attributes = link.Attributes; link.From != from || link.To != to {
				t.Errorf("%s leads from %s to %s, and in the table from %s to %s", id, link.From, link.To, from, to)
			}
		}
		said := map[string]string{}
		for i, name := range header[3:] {
			if value := plain(row[3+i]); value != "" {
				said[name] = value
			}
		}
		if fmt.Sprint(attributes) != fmt.Sprint(said) {
			t.Errorf("%s:\n%v, and in the table\n%v", id, attributes, said)
		}
	}
	if len(got.Nodes) != nodes || len(got.Links) != links || nodes != 24 || links != 60 {
		t.Errorf("%d records and %d links, and in the table %d and %d", len(got.Nodes), len(got.Links), nodes, links)
	}
}

// plain takes off the mark by which a table keeps a text from being a formula.
func plain(cell string) string {
	if text, ok := strings.CutPrefix(cell, "'"); ok && text != "" && strings.ContainsAny(text[:1], "=+-@\t\r") {
		return text
	}
	return cell
}
