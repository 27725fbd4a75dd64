package server_test

import (
	"crypto/rand"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"entente/exchange/csv"
	"entente/graph"
)

const importPart = `mutation($input: ImportPartInput!) { importPart(input: $input) { written leftAlone ignored repeated rejected { line field reason } } }`

const previewImport = `query($input: PreviewImportInput!) { previewImport(input: $input) {
	written leftAlone ignored repeated rejected { line field reason } rows { line recordKind linkKind label outcome } } }`

// The people of a register and who is whose neighbour, in two files.
const (
	registerMapping = `
name: register
source: REG-1
files:
  - path: people.csv
    header: true
    records:
      - {kind: PERSON, key: "{id}", details: {name: "{name}", birthDate: "{born}"}}
  - path: ties.csv
    header: true
    links:
      - {kind: ASSOCIATE, from: "{one}", to: "{other}", details: {relationship: neighbour}}
`
	registerHead = "id,name,born\n"
	registerRows = "1,Anda Invented,1970-01-02\n2,Barbu Invented,1971-02-03\n"
	tiesHead     = "one,other\n"
)

// A mapping that makes the records at the ends of its links.
const endsMapping = `{"name": "ties", "source": "REG-2", "files": [{"links": [
	{"kind": "ASSOCIATE", "from": "{1}", "to": "{2}", "details": {"relationship": "neighbour"}, "ends": {"kind": "PERSON", "details": {"name": "Number {@key}"}}}]}]}`

type rejectedRow struct {
	Line          int
	Field, Reason string
}

type importedPart struct {
	Written, LeftAlone, Ignored, Repeated int
	Rejected                              []rejectedRow
}

func people(rows string, line int, more map[string]any) map[string]any {
	in := map[string]any{"mapping": registerMapping, "file": "people.csv", "head": registerHead, "rows": rows, "line": line, "stage": "RECORDS"}
	maps.Copy(in, more)
	return in
}

func ties(rows string, line int, more map[string]any) map[string]any {
	in := people(rows, line, map[string]any{"file": "ties.csv", "head": tiesHead, "stage": "LINKS"})
	maps.Copy(in, more)
	return in
}

func (w *team) part(officer string, in map[string]any) importedPart {
	w.tb.Helper()
	variables := input(in)
	if in["idempotencyKey"] != nil {
		variables = map[string]any{"input": in}
	}
	var got struct{ ImportPart importedPart }
	w.get(officer, importPart, variables, &got)
	return got.ImportPart
}

// asAnImporter gives the ids that the command's import of the same rows makes.
func (w *team) asAnImporter(owner graph.ID, files map[string]string) (ids []string) {
	w.tb.Helper()
	folder := w.tb.(*testing.T).TempDir()
	for name, text := range files {
		must(w.tb, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600))
	}
	mapping, err := csv.ParseMapping([]byte(registerMapping), folder)
	must(w.tb, err)
	reader, err := csv.Open(mapping, csv.Options{Owner: owner, Hub: "hub.test.example"})
	must(w.tb, err)
	for row, err := range reader.All() {
		must(w.tb, err)
		switch {
		case row.Record != nil:
			ids = append(ids, string(row.Record.ID))
		case row.Link != nil:
			ids = append(ids, string(row.Link.ID))
		}
	}
	return ids
}

// Ana imports a register and its ties in parts: what comes to be has the ids that the
// command gives, is her organisation's alone, and read again nothing is written.
func TestAnImportInPartsIsThatOfTheCommand(t *testing.T) {
	w := newTeam(t)
	rows := strings.SplitAfter(registerRows, "\n")
	first := people(rows[0], 2, map[string]any{"idempotencyKey": rand.Text()})
	if got := w.part("ana", first); got.Written != 1 || len(got.Rejected) != 0 {
		t.Fatalf("the first part: %+v", got)
	}
	if got := w.part("ana", first); got.Written != 1 || got.LeftAlone != 0 {
		t.Errorf("the same part again: %+v", got)
	}
	w.part("ana", people(rows[1], 3, nil))
	if got := w.part("ana", ties("1,2\n", 2, nil)); got.Written != 1 {
		t.Errorf("the ties: %+v", got)
	}
	ids := w.asAnImporter(w.uk, map[string]string{"people.csv": registerHead + registerRows, "ties.csv": tiesHead + "1,2\n"})
	if len(ids) != 3 {
		t.Fatalf("the command makes %v", ids)
	}
	for _, id := range ids {
		if !w.sees("ana", id) || w.sees("bogdan", id) {
			t.Errorf("%s is not its owner's alone", id)
		}
	}
	for _, in := range []map[string]any{people(registerRows, 2, nil), ties("1,2\n", 2, nil)} {
		if got := w.part("ana", in); got.Written != 0 || got.LeftAlone == 0 || len(got.Rejected) != 0 {
			t.Errorf("all of it again: %+v", got)
		}
	}
}

// The same file of another organisation makes things of its own.
func TestAnImportIsOfTheCallersOrganisation(t *testing.T) {
	w := newTeam(t)
	w.part("ana", people(registerRows, 2, nil))
	if got := w.part("bogdan", people(registerRows, 2, nil)); got.Written != 2 {
		t.Errorf("Bogdan writes %+v", got)
	}
	his := w.asAnImporter(w.ro, map[string]string{"people.csv": registerHead + registerRows, "ties.csv": tiesHead})
	for _, id := range his {
		if !w.sees("bogdan", id) || w.sees("ana", id) {
			t.Errorf("%s is not its owner's alone", id)
		}
	}
}

func TestBadRowsAreToldByLineAndField(t *testing.T) {
	w := newTeam(t)
	got := w.part("ana", people("7,Anda Invented,1970-13-02\n8,\n,Nobody Invented,\n9,Costin Invented,1972-03-04\n", 12, nil))
	want := []rejectedRow{
		{12, "birthDate", "Write a date as YYYY, YYYY-MM or YYYY-MM-DD."},
		{13, "", "The row has 2 columns instead of 3."},
		{14, "key", "The key is empty."},
	}
	if got.Written != 1 || len(got.Rejected) != 3 {
		t.Fatalf("%+v", got)
	}
	want[0].Reason = got.Rejected[0].Reason // as graph.Date says it
	if !slices.Equal(got.Rejected, want) || want[0].Reason == "" {
		t.Errorf("%+v", got.Rejected)
	}
	if got := w.part("ana", ties("9,nobody\n", 2, nil)); got.Written != 0 || !slices.Equal(got.Rejected, []rejectedRow{{2, "to.key", "No row makes the record at this end."}}) {
		t.Errorf("an unknown end: %+v", got)
	}
}

func TestABadPartIsRefusedByField(t *testing.T) {
	w := newTeam(t)
	for why, c := range map[string]struct {
		in   map[string]any
		want string
	}{
		"no mapping":        {people("", 2, map[string]any{"mapping": "name: [", "rows": "1,A,"}), "input.mapping"},
		"no such column":    {people("1,A,\n", 2, map[string]any{"head": "id,born,b\n"}), "input.mapping.files[0].records[0].details.name"},
		"no such file":      {people("1,A,\n", 2, map[string]any{"file": "other.csv"}), "input.file"},
		"a path":            {people("1,A,\n", 2, map[string]any{"file": "../people.csv"}), "input.file"},
		"no head":           {people("1,A,\n", 2, map[string]any{"head": ""}), "input.head"},
		"line nought":       {people("1,A,\n", 0, nil), "input.line"},
		"too many rows":     {people(strings.Repeat("1,A,1970\n", 500)+tooMany(), 2, nil), "input.rows"},
		"too much":          {people(strings.Repeat("x", 256<<10), 2, nil), "input.rows"},
		"a team of others":  {people("1,A,\n", 2, map[string]any{"marking": map[string]any{"audience": map[string]any{"scope": "JOINT_TEAMS", "operations": []any{id(t, graph.NounOperation)}}}}), "input.marking.audience.operations"},
		"so in the mapping": {people("1,A,\n", 2, map[string]any{"mapping": registerMapping + fmt.Sprintf("marking: {audience: {scope: JOINT_TEAMS, operations: [%s]}}\n", id(t, graph.NounOperation))}), "input.mapping.marking.audience.operations"},
	} {
		t.Run(why, func(*testing.T) {
			code := "BAD_USER_INPUT"
			if strings.HasSuffix(c.want, "operations") {
				code = "NOT_FOUND"
			}
			w.refused("ana", importPart, input(c.in), refusal{code, c.want})
		})
	}
	w.refused("idle", importPart, input(people(registerRows, 2, nil)), refusal{"PURPOSE_REQUIRED", ""})
	w.refused("admin", importPart, input(people(registerRows, 2, nil)), refusal{"GATE_CLOSED", ""})
	w.refused("admin", previewImport, map[string]any{"input": people(registerRows, 2, nil)}, refusal{"GATE_CLOSED", ""})
}

func tooMany() string {
	var b strings.Builder
	for n := range 1001 {
		fmt.Fprintf(&b, "n%d,A,1970\n", n)
	}
	return b.String()
}

// A row that says something else than what is there is rejected, or becomes a new version that
// is shared with whom it was. What an officer amended since stays.
func TestWhatIsThereIsReplacedOnlyWhenAsked(t *testing.T) {
	w := newTeam(t)
	w.part("ana", people(registerRows, 2, map[string]any{"marking": w.shared()}))
	first := w.asAnImporter(w.uk, map[string]string{"people.csv": registerHead + registerRows, "ties.csv": tiesHead})[0]
	if got := w.part("ana", people(registerRows, 2, nil)); got.Written != 0 || got.LeftAlone != 2 {
		t.Errorf("with another marking: %+v", got)
	}
	other := "1,Anda Otherwise,1970-01-02\n"
	if got := w.part("ana", people(other, 2, nil)); got.Written != 0 || len(got.Rejected) != 1 || got.Rejected[0].Field != "key" {
		t.Errorf("something else: %+v", got)
	}
	if got := w.part("ana", people(other, 2, map[string]any{"replace": true})); got.Written != 1 || len(got.Rejected) != 0 {
		t.Errorf("replaced: %+v", got)
	}
	if answer := string(w.ask("bogdan", labelOf, map[string]any{"id": first})); !strings.Contains(answer, "Anda Otherwise") {
		t.Errorf("Bogdan, with whom it is shared, sees %s", answer)
	}
	var now struct{ Node struct{ Version string } }
	w.get("ana", `query($id: ID!) { node(id: $id) { ... on Record { version } } }`, map[string]any{"id": first}, &now)
	w.get("ana", `mutation($input: AmendRecordInput!) { amendRecord(input: $input) { record { id } } }`, input(map[string]any{
		"id": first, "version": now.Node.Version, "source": "INT-2", "details": map[string]any{"person": map[string]any{"name": "Anda Amended"}},
	}), &struct{}{})
	for _, replace := range []bool{false, true} {
		if got := w.part("ana", people(other, 2, map[string]any{"marking": w.shared(), "replace": replace})); got.Written != 0 || got.LeftAlone != 1 {
			t.Errorf("after it was amended: %+v", got)
		}
	}
	kind := strings.Replace(registerMapping, "kind: PERSON", "kind: COMPANY", 1)
	kind = strings.Replace(kind, `, birthDate: "{born}"`, "", 1)
	if got := w.part("ana", people(other, 2, map[string]any{"mapping": kind, "replace": true})); len(got.Rejected) != 1 || got.Rejected[0].Field != "kind" {
		t.Errorf("as a company: %+v", got)
	}
}

// A colleague imported the same register for their eyes only. For Ana it is as if that did not
// exist: the same answers after the same statements, and hers beside it. A tie to what she does
// not see is rejected like one to nothing.
func TestAnImportOfWhatIsOutOfSightIsAsIfItDidNotExist(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	own := map[string]any{"audience": map[string]any{"scope": "OFFICERS", "officers": []any{w.known["uma"].Officer}}}
	for _, name := range []string{"hidden", "free"} {
		w.part("ana", people("0,Zero Invented,\n", 2, map[string]any{"name": name}))
	}
	if got := w.part("uma", people(registerRows, 2, map[string]any{"name": "hidden", "marking": own})); got.Written != 2 {
		t.Fatalf("Uma writes %+v", got)
	}
	hidden := string(csv.RecordID(w.uk, "hidden", "", "1"))
	before := string(w.ask("uma", elementQuery, map[string]any{"id": hidden}))
	type told struct {
		answers []string
		took    [][]string
	}
	of := map[string]*told{"hidden": {}, "free": {}}
	for name, t := range of {
		say := func(query string, in map[string]any) {
			in["name"] = name
			variables := map[string]any{"input": in}
			if query == importPart {
				variables = input(in)
			}
			t.answers = append(t.answers, string(w.ask("ana", query, variables)))
			t.took = append(t.took, w.last.Load().sorted())
		}
		say(importPart, ties("0,1\n", 2, nil))
		say(previewImport, people(registerRows, 2, nil))
		say(importPart, people(registerRows, 2, nil))
		say(importPart, people(registerRows, 2, nil))
		say(importPart, people(registerRows, 2, map[string]any{"replace": true}))
		say(importPart, people("1,Anda Otherwise,\n", 2, nil))
		say(importPart, ties("0,1\n1,2\n", 2, nil))
		say(importPart, ties("0,1\n1,2\n", 2, nil))
	}
	for i, answer := range of["hidden"].answers {
		if answer != of["free"].answers[i] || strings.Contains(answer, `"errors"`) {
			t.Errorf("question %d, with something hidden:\n%s\nand without:\n%s", i, answer, of["free"].answers[i])
		}
		if !slices.Equal(of["hidden"].took[i], of["free"].took[i]) {
			t.Errorf("question %d takes %v with something hidden, and %v without", i, of["hidden"].took[i], of["free"].took[i])
		}
	}
	if after := string(w.ask("uma", elementQuery, map[string]any{"id": hidden})); after != before {
		t.Errorf("the hidden record was:\n%s\nand is:\n%s", before, after)
	}
	if w.sees("ana", hidden) || !w.sees("ana", string(csv.Beside(graph.ID(hidden), 1))) {
		t.Error("Ana's own is not beside the hidden one")
	}
}

// A tie given to others past a victim of whom Ana does not know is stopped, as one entered by hand is.
func TestAnImportPastAHiddenSafeguardStops(t *testing.T) {
	w := newTeam(t)
	w.part("ana", people(registerRows, 2, map[string]any{"marking": w.shared()}))
	person := string(csv.RecordID(w.uk, "register", "", "1"))
	alias := w.person("bogdan", "Anda Otherwise", nil).Record.ID
	w.link("bogdan", "SAME_AS", person, alias, nil)
	w.role("bogdan", alias, "VICTIM", nil)
	w.refused("ana", importPart, input(ties("1,2\n", 2, map[string]any{"marking": w.shared()})), refusal{"GATE_CLOSED", ""})
	if got := w.part("ana", ties("1,2\n", 2, nil)); got.Written != 1 {
		t.Errorf("for Ana's own organisation: %+v", got)
	}
}

// What a part writes and finds is in the log by the officer, and a preview is too.
func TestAnImportIsLogged(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	w.part("ana", people(registerRows, 2, nil))
	first := string(csv.RecordID(w.uk, "register", "", "1"))
	w.ask("ana", previewImport, map[string]any{"input": people(registerRows, 2, nil)})
	var got struct {
		AccessesTo struct{ Nodes []struct{ Action string } }
	}
	w.get("uma", `query($id: ID!) { accessesTo(id: $id) { nodes { action } } }`, map[string]any{"id": first}, &got)
	var actions []string
	for _, n := range got.AccessesTo.Nodes {
		actions = append(actions, n.Action)
	}
	if !slices.Contains(actions, "IMPORT") || !slices.Contains(actions, "READ") {
		t.Errorf("the log says %v", actions)
	}
}
