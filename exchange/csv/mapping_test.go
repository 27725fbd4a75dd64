package csv_test

import (
	"bytes"
	stdcsv "encoding/csv"
	"errors"
	"strings"
	"testing"

	"entente/exchange/csv"
	"entente/graph"
)

func TestMappingFaultsNameTheLine(t *testing.T) {
	for _, c := range []struct{ old, new, field, message string }{
		{"name: people", "", "name", "Give the import a name"},
		{"name: people", `name: "{id}"`, "name", "Line 2: The name takes {@file} and no column."},
		{"source: REP-1", "", "source", "Name the source report by its reference."},
		{"source: REP-1", "source: REP-1\nmarking: {audience: {scope: OFFICERS}}", "marking.audience.officers", "Line 4: "},
		{"source: REP-1", "source: REP-1\nmarking: {handling: [H3]}", "marking.restrictions", "Line 4: H3 stands for other restrictions"},
		{"source: REP-1", "source: REP-1\nmarking: {handling: [P, H0]}", "marking.handling", "Line 4: The codes of 3x5x2"},
		{"source: REP-1", "source: REP-1\ngrading: {scheme: UK_3X5X2, value: 9Z}", "grading.value", "Line 4: In UK_3X5X2"},
		{"header: true", "headr: true", "mapping", "Line 6: The mapping has no field headr here."},
		{"header: true", "header: true\n    header: true", "mapping", "Line 7: header is given twice here."},
		{"header: true", "header: [true", "mapping", "Line 7: The YAML reader says: ',' or ']' must be specified"},
		{"header: true", "header: true\n    format: xml", "files[0].format", "Line 7: The format is delimited or jsonl."},
		{"header: true", "header: true\n    format: jsonl", "files[0].format", "Line 7: JSON lines have no header"},
		{"header: true", "header: true\n    delimiter: ab", "files[0].delimiter", "Line 7: The delimiter is one character"},
		{"header: true", "header: true\n    skip: -1", "files[0].skip", "Line 7: The number of lines"},
		{"header: true", "header: true\n    decimal: x", "files[0].decimal", "Line 7: The decimal sign"},
		{"header: true", "header: true\n    columns: [id]", "files[0].columns", "Line 7: The header names"},
		{"header: true", "header: true\n    times: {zone: Mars}", "files[0].times.zone", "Line 7: The zone is"},
		{"header: true", "header: true\n    times: {layout: d/m/y}", "files[0].times.layout", "Line 7: A layout is made of"},
		{"header: true", "header: true\n    times: {step: 1d}", "files[0].times.step", "Line 7: The step is"},
		{"header: true", "header: true\n    times: {step: 1h, base: x}", "files[0].times.base", "Line 7: The base is"},
		{"header: true", "header: true\n    times: {step: 1h, base: 2009-01-01, layout: unix}", "files[0].times.layout", "Line 7: Times are"},
		{"header: true", "header: true\n    ignore: [{id: \"[\"}]", "files[0].ignore[0].id", "Line 7: This is not a pattern."},
		{"kind: PERSON", "kind: PERSN", "files[0].records[0].kind", "Line 8: This is not a kind of record"},
		{`key: "{id}"`, `key: ""`, "files[0].records[0].key", "Line 9: Give the key"},
		{`key: "{id}"`, `key: {id}`, "mapping", "Line 9: A text is needed here; put quotes"},
		{`key: "{id}"`, `key: "{id"`, "files[0].records[0].key", "Line 9: An opening brace without"},
		{`key: "{id}"`, `key: "id}"`, "files[0].records[0].key", "Line 9: A closing brace without"},
		{"birthDate:", "birthday:", "files[0].records[0].details.birthday", "Line 10: There is no such field; the fields are name, alias,"},
		{`"{born}"`, `["{born}", "{id}"]`, "files[0].records[0].details.birthDate", "Line 10: This field takes one value."},
		{"    records:", "    links:", "files[0].links[0].kind", "Line 8: This is not a kind of link"},
	} {
		text := strings.Replace(people, c.old, c.new, 1)
		if text == people {
			t.Fatalf("%q is not in the mapping", c.old)
		}
		_, err := csv.ParseMapping([]byte(text), ".")
		var fault *graph.Error
		if !errors.As(err, &fault) || fault.Field != c.field || !strings.HasPrefix(fault.Message, c.message) {
			t.Errorf("%s: got %v", c.new, err)
		}
	}
}

func TestLinkRuleFaults(t *testing.T) {
	for _, c := range []struct{ old, new, field string }{
		{"kind: CALLED", "kind: RANG", "files[0].links[0].kind"},
		{`from: "{1}"`, `from: ""`, "files[0].links[0]"},
		{"kind: PERSON,", `kind: PERSON, key: "{1}",`, "files[0].links[0].ends"},
		{"kind: PERSON,", `kind: NOBODY,`, "files[0].links[0].ends.kind"},
		{"count:", "counts:", "files[0].links[0].details.counts"},
		{"kind: CALLED", "kind: FORGED", "files[0].links[0].details.count"},
	} {
		_, err := csv.ParseMapping([]byte(strings.Replace(pairs, c.old, c.new, 1)), ".")
		if !isFault(err, c.field) {
			t.Errorf("%s: got %v", c.new, err)
		}
	}
}

func TestRejectedRowsAreHarmlessInASpreadsheet(t *testing.T) {
	var out bytes.Buffer
	w, err := csv.NewRejectedWriter(&out)
	if err != nil {
		t.Fatal(err)
	}
	raws := []string{`=HYPERLINK("x")`, " +1", "-1", "@SUM", "\tx", "a,\"b\"\nc", "＝1", "\xff", "plain"}
	for i, raw := range raws {
		if err := w.Write(csv.Rejected{File: "f.csv", Line: int64(i), Reason: "No.", Raw: raw}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	rows, err := stdcsv.NewReader(&out).ReadAll()
	if err != nil || len(rows) != len(raws)+1 || strings.Join(rows[0], " ") != "file line reason raw" {
		t.Fatalf("%v %v", rows, err)
	}
	want := []string{`'=HYPERLINK("x")`, "' +1", "'-1", "'@SUM", "'\tx", "a,\"b\"\nc", "'＝1", `"\xff"`, "plain"}
	for i := range want {
		if rows[i+1][3] != want[i] {
			t.Errorf("%q was written as %q", raws[i], rows[i+1][3])
		}
	}
}

func TestRejectedWriterSaysWhenTheDiskIsFull(t *testing.T) {
	w, err := csv.NewRejectedWriter(fullDisk{})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Write(csv.Rejected{}), w.Flush()); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}

type fullDisk struct{}

var errFull = errors.New("full")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }
