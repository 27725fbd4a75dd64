package extract_test

import (
	"encoding/csv"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"entente/exchange/extract"
	"entente/graph"
)

func sample(t *testing.T) extract.Extract {
	t.Helper()
	m := graph.OwnOrganisationOnly("g1")
	m.Handling, m.Compartments, m.Restrictions = []graph.Handling{"A3", "C"}, []graph.Compartment{graph.Child}, "ask first"
	c := graph.Contribution{
		ID: "r1", Source: "=HYPERLINK(1)", Marking: m, Grading: graph.Grading{Scheme: graph.UK3x5x2, Value: "1B"},
		Validity: graph.Interval{From: "2009", Until: "2010-05"},
	}
	r, err := extract.OfRecord(graph.Record{Contribution: c, Details: &graph.Person{Name: "Example, Person"}}, "UK Example Police")
	if err != nil {
		t.Fatal(err)
	}
	c.ID = "l1"
	l, err := extract.OfLink(graph.Link{Contribution: c, Kind: graph.Called, From: "r1", To: "r2", Details: &graph.Call{Duration: 5}}, "UK Example Police")
	if err != nil {
		t.Fatal(err)
	}
	return extract.Extract{
		Banner: "OFFICIAL", Hub: "hub.test.example", Taken: time.Unix(0, 0).UTC(), Purpose: "testing",
		Records: []extract.Element{r}, Links: []extract.Element{l},
	}
}

func TestJSONIsReadBack(t *testing.T) {
	x := sample(t)
	var text strings.Builder
	if err := extract.WriteJSON(&text, x); err != nil {
		t.Fatal(err)
	}
	var got extract.Extract
	if err := json.Unmarshal([]byte(text.String()), &got); err != nil {
		t.Fatal(err)
	}
	for _, e := range []*extract.Element{&got.Records[0], &got.Links[0]} {
		var details map[string]any
		if err := json.Unmarshal(e.Details, &details); err != nil || len(details) == 0 {
			t.Errorf("the details %s: %v", e.Details, err)
		}
		e.Details = nil
	}
	x.Records[0].Details, x.Links[0].Details = nil, nil
	if !reflect.DeepEqual(got, x) {
		t.Errorf("%+v became %+v", x, got)
	}
}

func TestCSVHasTheBannerFirstAndNoFormulas(t *testing.T) {
	var text strings.Builder
	if err := extract.WriteCSV(&text, sample(t)); err != nil {
		t.Fatal(err)
	}
	reader := csv.NewReader(strings.NewReader(text.String()))
	reader.FieldsPerRecord = -1
	lines, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) != 4 || len(lines[0]) != 1 || lines[0][0] != "OFFICIAL" || lines[1][0] != "id" {
		t.Fatalf("%q", lines)
	}
	record, link := lines[2], lines[3]
	if record[0] != "r1" || record[3] != "PERSON" || record[4] != "Example, Person" || record[5] != "UK Example Police" || record[6] != "'=HYPERLINK(1)" ||
		record[7] != "UK_3X5X2 1B" || record[9] != "A3 C" || record[10] != "ask first" || record[11] != "CHILD" || record[12] != "2009" {
		t.Errorf("the record is %q", record)
	}
	if link[0] != "l1" || link[1] != "r1" || link[2] != "r2" || link[3] != "CALLED" {
		t.Errorf("the link is %q", link)
	}
}

func TestTheBannerSaysTheStrictest(t *testing.T) {
	d := graph.Derive([]graph.Marking{
		{Classification: graph.Official, Handling: []graph.Handling{"P"}},
		{Classification: graph.OfficialSensitive, Handling: []graph.Handling{"C"}, Compartments: []graph.Compartment{graph.Child}},
	}, nil)
	want := "OFFICIAL-SENSITIVE | handling C | compartments CHILD | not to be passed on without the release of each owner"
	if got := extract.Banner(d); got != want {
		t.Errorf("%q, not %q", got, want)
	}
}
