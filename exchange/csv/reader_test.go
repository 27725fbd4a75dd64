package csv_test

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	stdcsv "encoding/csv"

	"entente/exchange/csv"
	"entente/graph"
)

func TestReadsWhatSpreadsheetsWrite(t *testing.T) {
	text := "\xEF\xBB\xBFid,name,born\r\n" +
		"1,\"Sample, Ana\",1990-02-03\r\n" +
		"\r\n" +
		"2,\"Ion \"\"the Mock\"\" Test\",\r\n" +
		"3,\"Two\nlines\",1991\r\n" +
		"4,  Blank Edges  ,\r\n" +
		"5,No Line End,"
	got := importAll(t, people, map[string]string{"people.csv": text})
	want := []string{"Sample, Ana", `Ion "the Mock" Test`, "Two\nlines", "Blank Edges", "No Line End"}
	if diff := cmp.Diff(want, got.labels()); diff != "" || got.err != nil || len(got.rejected()) > 0 {
		t.Error(diff, got.err, got.rejected())
	}
	if lines := []int64{got.rows[2].Line, got.rows[3].Line}; !slices.Equal(lines, []int64{5, 7}) {
		t.Errorf("rows begin at %v", lines)
	}
	first := got.rows[0].Record
	if first.Source != "REP-1" || first.Hub != "test" || first.Marking.Audience.Scope != graph.Private || first.Owner() != owner() ||
		first.Details.(*graph.Person).BirthDate != "1990-02-03" {
		t.Errorf("%+v", first)
	}
}

func TestRejectsBadRowsAndGoesOn(t *testing.T) {
	text := strings.Join([]string{
		"id,name,born",
		"1,Good,1990",
		"2,Too,many,columns",
		"3,few",
		"4,\"never closed,1990",
		"5,in \"the\" middle,1990",
		"6,\xff\xfe,1990",
		",No Key,1990",
		"7,,1990",
		"8,Bad Date,1990-02-30",
		"1,Good,1990",
		"1,Someone Else,1990",
		"9," + strings.Repeat("x", 1<<20) + ",1990",
		"10," + strings.Repeat("x", 4001) + ",1990",
		"11,Still Good,1990",
	}, "\n")
	got := importAll(t, people, map[string]string{"people.csv": text})
	want := []string{
		"3: The row has 4 columns instead of 3.",
		"4: The row has 2 columns instead of 3.",
		"5: A quote is opened and never closed.",
		`6: The quotes do not fit: bare " in non-quoted-field.`,
		"7: The line is not UTF-8.",
		"8: key: The key is empty.",
		"9: name: Give a name, or a pseudonym.",
		"10: birthDate: A date is YYYY-MM-DD, YYYY-MM or YYYY, and must exist in the calendar.",
		"12: key: An earlier row with the same key says something else.",
		"13: The line is longer than 1 MiB.",
		"14: name: This text is too long: 4,000 characters at most.",
	}
	if diff := cmp.Diff(want, got.rejected()); diff != "" || got.err != nil {
		t.Error(diff, got.err)
	}
	if diff := cmp.Diff([]string{"Good", "Still Good"}, got.labels()); diff != "" || got.progress.Repeated != 1 {
		t.Error(diff, got.progress)
	}
}

const payments = `
name: payments
source: "BANK-{@file}"
grading: {scheme: UK_3X5X2, value: 2B}
files:
  - path: "accounts.jsonl"
    format: jsonl
    comment: "#"
    ignore: [{kind: closed}]
    records:
      - {when: {kind: account}, kind: BANK_ACCOUNT, key: "{number}", keys: account, details: {accountNumber: "{number}"}}
      - {when: {kind: [person, boss*]}, kind: PERSON, key: "{number}", keys: person, details: {name: "{who.name}", alias: "{who.alias}"}}
  - path: "payments.tsv"
    delimiter: tab
    columns: [id, payer, payee, sum, day]
    decimal: ","
    times: {layout: DD.MM.YYYY hh:mm, zone: Europe/Bucharest}
    links:
      - kind: TRANSFERRED
        key: "{id}"
        from: {key: "{payer}", keys: account}
        to: {key: "{payee}", keys: account}
        details: {amount: "{sum}", currency: ron, at: "{day}", reference: "no. {id}"}
        validFrom: "{day}"
`

func accountRows() string {
	return strings.Join([]string{
		"# accounts",
		`{"kind": "account", "number": 17}`,
		`{"kind": "account", "number": "18", "extra": {"deep": [1]}}`,
		`{"kind": "boss-1", "number": "17", "who": {"name": "Ana Sample", "alias": ["A", "B"]}}`,
		`{"kind": "closed", "number": "20"}`,
		`{"kind": "loan"}`,
		`{"kind": "account"} {}`,
		`["account"]`,
		`null`,
		`{"kind": `,
	}, "\n")
}

func paymentRows() string {
	return strings.Join([]string{
		"a\t17\t18\t1250,5\t01.07.2009 00:30",
		"a\t17\t18\t1250,5\t01.07.2009 00:30",
		"a\t17\t18\t1250,6\t01.07.2009 00:30",
		"b\t17\t19\t1\t01.07.2009 00:30",
		"c\t17\t17\t1\t01.07.2009 00:30",
		"d\t17\t18\t1.250,5\t01.07.2009 00:30",
		"e\t17\t18\t-1\t01.07.2009 00:30",
		"f\t17\t18\t1,234\t01.07.2009 00:30",
		"g\t17\t18\t1\t2009-07-01",
		"\t17\t18\t1\t01.07.2009 00:30",
		"h\t\t18\t1\t01.07.2009 00:30",
		"i\t17\t18\t1\t31.06.2009 00:30",
	}, "\n")
}

func TestReadsRecordsAndLinksOfSeveralFiles(t *testing.T) {
	got := importAll(t, payments, map[string]string{"accounts.jsonl": accountRows(), "payments.tsv": paymentRows()})
	amount := "amount: An amount is a plain decimal number such as 1250.00, with no more decimals than its currency has."
	clock := "at: This is not a time in the form that the mapping states."
	want := []string{
		"6: No rule of the mapping fits this row.",
		"7: Something follows the JSON object on the line.",
		"8: The line is not a JSON object.",
		"9: The line is not a JSON object.",
		"10: The line is not a JSON object.",
		"3: key: An earlier row with the same key says something else.",
		"4: to.key: No row makes the record at this end.",
		"5: to: A link joins two different records.",
		"6: " + amount,
		"7: details.amount: The amount is a positive number.",
		"8: " + amount,
		"9: " + clock,
		"10: key: The key is empty.",
		"11: from.key: The key is empty.",
		"12: " + clock,
	}
	if diff := cmp.Diff(want, got.rejected()); diff != "" || got.err != nil {
		t.Error(diff, got.err)
	}
	if p := got.progress; p.Ignored != 1 || p.Repeated != 1 || p.Rows != 4 || p.Rejected != int64(len(want)) {
		t.Errorf("progress %+v", p)
	}
	links := got.links()
	if len(links) != 1 {
		t.Fatalf("%d links", len(links))
	}
	link := links[0]
	wantTransfer := &graph.Transfer{Amount: 125050, Currency: "RON", At: time.Date(2009, 6, 30, 21, 30, 0, 0, time.UTC), Reference: "no. a"}
	if diff := cmp.Diff(wantTransfer, link.Details); diff != "" || link.Validity.From != "2009-07-01" || link.Source != "BANK-payments" ||
		link.Grading != (graph.Grading{Scheme: graph.UK3x5x2, Value: "2B"}) {
		t.Error(diff, link)
	}
	if link.From != csv.RecordID(owner(), "payments", "account", "17") || link.To != csv.RecordID(owner(), "payments", "account", "18") {
		t.Errorf("ends %s %s", link.From, link.To)
	}
	person := got.rows[2].Record.Details.(*graph.Person)
	if diff := cmp.Diff(&graph.Person{Name: "Ana Sample", Alias: []string{"A", "B"}}, person); diff != "" {
		t.Error(diff)
	}
}

const pairs = `
name: "{@file}"
source: S
files:
  - path: "pairs.*"
    delimiter: blanks
    skip: 1
    comment: "%"
    links:
      - kind: CALLED
        from: "{1}"
        to: "{2}"
        ends: {kind: PERSON, details: {name: "Person {@key}"}}
        details: {count: "{3}"}
`

func TestMakesTheEndsOfAnEdgeList(t *testing.T) {
	got := importAll(t, pairs, map[string]string{"pairs.el.gz": "3 3\n% a note\n0 \t 1  5\n1 2 6 more\n0 1 5\n0 1\n0 1 five\n"})
	if diff := cmp.Diff([]string{"Person 0", "Person 1", "Person 2"}, got.labels()); diff != "" || got.err != nil {
		t.Error(diff, got.err)
	}
	links := got.links()
	if len(links) != 3 || links[0].ID == links[2].ID || links[0].From != links[2].From || links[0].From != csv.RecordID(owner(), "pairs", "", "0") {
		t.Errorf("links %+v", links)
	}
	want := []string{"6: The row has 2 columns instead of 3.", "7: count: This is not a whole number."}
	if diff := cmp.Diff(want, got.rejected()); diff != "" {
		t.Error(diff)
	}
}

func TestRefusesLinksThatCannotBe(t *testing.T) {
	mapping := strings.Replace(pairs, "CALLED", "LIVES_AT", 1)
	mapping = strings.Replace(mapping, "        details: {count: \"{3}\"}\n", "", 1)
	got := importAll(t, mapping, map[string]string{"pairs.el": "h\n0 1\n"})
	want := []string{"2: to: A link of kind LIVES_AT ends at one of PLACE."}
	if diff := cmp.Diff(want, got.rejected()); diff != "" {
		t.Error(diff)
	}
}

func TestReadsTheSameThingsAgain(t *testing.T) {
	files := map[string]string{"pairs.el": "h\n0 1 1\n1 2 1\n"}
	once, again := importAll(t, pairs, files), importAll(t, pairs, files)
	if diff := cmp.Diff(once.rows, again.rows); diff != "" {
		t.Error(diff)
	}
	other := importAll(t, strings.Replace(pairs, `"{@file}"`, "other", 1), files)
	for i := range once.rows {
		if a, b := once.rows[i], other.rows[i]; a.Record != nil && a.Record.ID == b.Record.ID || a.Link != nil && a.Link.ID == b.Link.ID {
			t.Errorf("row %d has the same id under another name", i)
		}
	}
}

func TestReadsTimes(t *testing.T) {
	for _, c := range []struct{ times, cell, want string }{
		{`{}`, "2009-07-01T00:30:00+03:00", "2009-06-30T21:30:00Z"},
		{`{}`, "2009-07-01 00:30", "2009-07-01T00:30:00Z"},
		{`{zone: Europe/London}`, "2009-07-01", "2009-06-30T23:00:00Z"},
		{`{layout: unix}`, "1246406400", "2009-07-01T00:00:00Z"},
		{`{layout: unix-milliseconds}`, "1246406400500", "2009-07-01T00:00:00.5Z"},
		{`{base: 2009-01-01, step: 24h}`, "181", "2009-07-01T00:00:00Z"},
		{`{layout: YYYYMMDDhhmmss}`, "20090701003005", "2009-07-01T00:30:05Z"},
		{`{layout: unix}`, "9223372036854775807", ""},
		{`{base: 2009-01-01, step: 24h}`, "99999999999", ""},
		{`{base: 2009-01-01, step: 24h}`, "1.5", ""},
		{`{layout: DD/MM/YYYY}`, "7/1/2009", ""},
	} {
		mapping := "name: n\nsource: s\nfiles:\n  - path: p.csv\n    times: " + c.times + "\n    records:\n" +
			"      - {kind: JOURNEY, key: \"1\", details: {mode: AIR, from: ROOTP, to: GBLTN, departs: \"{1}\"}}\n"
		got := importAll(t, mapping, map[string]string{"p.csv": c.cell})
		if c.want == "" {
			if len(got.rejected()) != 1 {
				t.Errorf("%s %s was taken", c.times, c.cell)
			}
			continue
		}
		if len(got.rejected()) > 0 || got.rows[0].Record.Details.(*graph.Journey).Departs.Format(time.RFC3339Nano) != c.want {
			t.Errorf("%s %s: %v %+v", c.times, c.cell, got.rejected(), got.rows[0].Record)
		}
	}
}

func TestStopsAtABrokenArchive(t *testing.T) {
	whole := zipped(t, "id,name,born\n"+strings.Repeat("1,Sample,1990\n", 5000))
	got := importAll(t, people, map[string]string{"people.csv.gz": "id,name,born\n", "broken": ""})
	if got.err != nil || len(got.rows) > 0 {
		t.Errorf("an empty archive: %v %v", got.rows, got.err)
	}
	for _, broken := range []string{string(whole[:len(whole)/2]), "no archive", ""} {
		mapping := strings.Replace(people, "people.*", "broken.*", 1)
		if got := importAll(t, mapping, map[string]string{"broken.csv.gz": broken}); got.err == nil {
			t.Errorf("%d rows and no error", len(got.rows))
		}
	}
}

func TestSaysWhatTheFilesLack(t *testing.T) {
	for text, want := range map[string]string{
		"id,born\n1,1990\n":       `BAD_USER_INPUT: files[0].records[0].details.name: Line 10: There is no column "name".`,
		"id,name,name,born\n":     `BAD_USER_INPUT: people.csv.header: Two columns are named "name".`,
		"id,\"name,born\n1,2,3\n": "BAD_USER_INPUT: people.csv.header: The header in line 1 cannot be read: A quote is opened and never closed.",
		"":                        "people.csv has no header: unexpected EOF",
	} {
		got := importAll(t, people, map[string]string{"people.csv": text})
		if got.err == nil || got.err.Error() != want {
			t.Errorf("%q: %v", text, got.err)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	folder := write(t, map[string]string{"people.csv": "", "people.txt": "", "other.csv": ""})
	m, err := csv.ParseMapping([]byte(people), folder)
	if err != nil {
		t.Fatal(err)
	}
	for field, o := range map[string]csv.Options{
		"owner": {},
		"files": {Owner: owner()},
	} {
		if _, err := csv.Open(m, o); !isFault(err, field) {
			t.Errorf("%s: %v", field, err)
		}
	}
	if _, err := csv.Open(m, csv.Options{Owner: owner(), Files: []string{folder + "/other.csv"}}); !isFault(err, "files") {
		t.Error(err)
	}
	if _, err := csv.Open(m, csv.Options{Owner: owner(), Files: []string{folder + "/people.none"}}); err == nil {
		t.Error("a file that is not there was opened")
	}
	empty, err := csv.ParseMapping([]byte(people), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := csv.Open(empty, csv.Options{Owner: owner()}); !isFault(err, "files[0].path") {
		t.Error(err)
	}
}

func isFault(err error, field string) bool {
	var fault *graph.Error
	return errors.As(err, &fault) && fault.Code == graph.BadInput && fault.Field == field
}

func TestOptionsReplaceNameAndMarking(t *testing.T) {
	folder := write(t, map[string]string{"people.csv": "id,name,born\n1,Sample,\n2,Other,\n"})
	m, err := csv.ParseMapping([]byte(people), folder)
	if err != nil {
		t.Fatal(err)
	}
	everyone := graph.Marking{Audience: graph.Audience{Scope: graph.Everyone}, Classification: graph.Official}
	r, err := csv.Open(m, csv.Options{Owner: owner(), Name: "mine", Marking: &everyone})
	if err != nil {
		t.Fatal(err)
	}
	row, err := r.Next()
	if err != nil || row.Record.ID != csv.RecordID(owner(), "mine", "", "1") || row.Record.Marking.Audience.Scope != graph.Everyone || row.Record.Owner() != owner() {
		t.Errorf("%+v %v", row.Record, err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if _, err := r.Next(); !errors.Is(err, io.EOF) {
		t.Errorf("after Close: %v", err)
	}
}

// Whatever encoding/csv writes comes back, among rows that are broken.
func TestReadsBackWhatWasWritten(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		names := rapid.SliceOfN(rapid.StringMatching(`[A-Za-z][A-Za-z ,;"'\n]{0,12}[a-z]`), 1, 20).Draw(rt, "names")
		var text strings.Builder
		w := stdcsv.NewWriter(&text)
		w.UseCRLF = rapid.Bool().Draw(rt, "crlf")
		rows := [][]string{{"id", "name", "born"}}
		for i, name := range names {
			rows = append(rows, []string{string(rune('a' + i)), name, ""})
		}
		if err := w.WriteAll(rows); err != nil {
			rt.Fatal(err)
		}
		got := importAll(t, people, map[string]string{"people.csv": text.String()})
		if diff := cmp.Diff(names, got.labels()); diff != "" || len(got.rejected()) > 0 {
			rt.Fatal(diff, got.rejected())
		}
	})
}

// However rows are broken, each line that begins with "good" is one person.
func FuzzReadsOn(f *testing.F) {
	f.Add("x,\"y\nz")
	f.Add("\"\n\"\n\"")
	f.Add("a,b,c,\x00\r")
	f.Fuzz(func(t *testing.T, junk string) {
		if strings.ContainsRune(junk, '"') {
			junk = strings.ReplaceAll(junk, "\"", "") + "\""
		}
		got := importAll(t, people, map[string]string{"people.csv": "id,name,born\n" + strings.ReplaceAll(junk, "good", "") + "\ngood,Good,\n"})
		if got.err != nil || !slices.Contains(got.labels(), "Good") {
			t.Errorf("%v %v %v", got.err, got.labels(), got.rejected())
		}
	})
}

func TestSaysWhatIsWrongWithAnEnd(t *testing.T) {
	mapping := strings.Replace(pairs, `{kind: PERSON, details: {name: "Person {@key}"}}`, `{kind: PHONE, details: {number: "{@key}"}}`, 1)
	got := importAll(t, mapping, map[string]string{"pairs.el": "h\n+447700900001 12 1\n+447700900001 +447700900002 1\n"})
	want := []string{"2: to.number: A phone number is in international form, such as +40 700 900 123, and of a length its country uses."}
	if diff := cmp.Diff(want, got.rejected()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"+447700900001", "+447700900002"}, got.labels()); diff != "" || len(got.links()) != 1 {
		t.Error(diff, got.links())
	}
}
