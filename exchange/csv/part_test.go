package csv_test

import (
	"slices"
	"strings"
	"testing"

	"entente/exchange/csv"
	"entente/graph"
)

// A register with lines to skip, a header, and links that make one of their ends.
const inParts = `
name: "{@file}"
source: REP-1
files:
  - path: all.csv
    skip: 1
    header: true
    comment: "#"
    records:
      - {when: {sort: person}, kind: PERSON, key: "{id}", details: {name: "{name}"}}
    links:
      - {when: {sort: tie}, kind: ASSOCIATE, from: "{id}", to: "{name}", details: {relationship: friend}, ends: {kind: PERSON, details: {name: "Number {@key}"}}}
`

const allInParts = "made by hand\nsort,id,name\nperson,1,Anda Invented\n# a note\nperson,2,\"Barbu\nInvented\"\ntie,1,2\nodd,1,2\ntie,2,7\nperson,3\n"

// readPart reads a part; known are records that are there already.
func readPart(t *testing.T, p csv.Part, known map[graph.ID]bool) []csv.Row {
	t.Helper()
	m, err := csv.ParseMapping([]byte(inParts), "")
	if err != nil {
		t.Fatal(err)
	}
	p.File = "all.csv"
	r, err := csv.OpenPart(m, csv.Options{Owner: owner(), Hub: "test", Known: func(id graph.ID) (graph.RecordKind, bool) {
		return graph.KindPerson, known[id]
	}}, p)
	if err != nil {
		t.Fatal(err)
	}
	var rows []csv.Row
	for row, err := range r.All() {
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	return rows
}

// said is what a row became, in words.
func said(rows []csv.Row) []string {
	var out []string
	for _, row := range rows {
		switch {
		case row.Record != nil:
			out = append(out, string(row.Record.ID)+" "+row.Record.Details.Label())
		case row.Link != nil:
			out = append(out, string(row.Link.ID+" "+row.Link.From+" "+row.Link.To))
		default:
			out = append(out, row.Rejected.Reason)
		}
	}
	slices.Sort(out)
	return out
}

// However a file is cut between rows, the parts give together what it gives at once.
func TestPartsGiveWhatTheFileGives(t *testing.T) {
	want := said(importAll(t, inParts, map[string]string{"all.csv": allInParts}).rows)
	lines := strings.SplitAfter(allInParts, "\n")
	head, body := strings.Join(lines[:2], ""), lines[2:len(lines)-1]
	for _, cuts := range [][]int{{}, {1}, {4}, {1, 2, 4, 5, 6, 7}} {
		known := map[graph.ID]bool{}
		var got []csv.Row
		for _, stage := range csv.Stages() {
			from := 0
			for _, to := range append(slices.Clone(cuts), len(body)) {
				for _, row := range readPart(t, csv.Part{Head: head, Text: strings.Join(body[from:to], ""), Line: int64(3 + from), Stage: stage}, known) {
					got = append(got, row)
					if row.Record != nil {
						known[row.Record.ID] = true
					}
				}
				from = to
			}
		}
		if !slices.Equal(said(got), want) {
			t.Errorf("cut at %v:\n%s\nand at once:\n%s", cuts, strings.Join(said(got), "\n"), strings.Join(want, "\n"))
		}
	}
}

func TestALayoutSaysHowToCut(t *testing.T) {
	m, err := csv.ParseMapping([]byte(inParts), "")
	if err != nil {
		t.Fatal(err)
	}
	got, err := m.Layout("all.csv")
	if err != nil || got.Name != "all" || got.Skip != 1 || !got.Header || got.Comment != "#" || !got.Quoted || !slices.Equal(got.Stages, csv.Stages()) {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := m.Layout("other.csv"); graph.CodeOf(err) != graph.BadInput {
		t.Errorf("a file that no entry takes: %v", err)
	}
}

// Ids beside one are others, and follow from it.
func TestIdsBesideAreOthers(t *testing.T) {
	id := csv.RecordID(owner(), "people", "", "1")
	seen := map[graph.ID]bool{}
	for n := range 4 {
		beside := csv.Beside(id, n)
		if seen[beside] || !beside.Is(graph.NounRecord) || beside != csv.Beside(id, n) {
			t.Errorf("%d: %s", n, beside)
		}
		seen[beside] = true
	}
	if !seen[id] {
		t.Error("the first is not the id itself")
	}
}
