package graph_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"entente/graph"
)

func standard(t *testing.T) graph.CodeLists {
	t.Helper()
	l, err := graph.StandardCodeLists()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// The table of the field's own document: what each code becomes.
func TestGradingsInTheOtherScheme(t *testing.T) {
	for _, c := range []struct {
		from  graph.Scheme
		value string
		to    graph.Scheme
		want  string // the candidates, the last of them kept
		lossy bool
	}{
		{graph.UK3x5x2, "1A", graph.SIENA, "A2 B2", true},
		{graph.UK3x5x2, "2B", graph.SIENA, "X3", false},
		{graph.UK3x5x2, "3C", graph.SIENA, "C4", true},
		{graph.UK3x5x2, "2D", graph.SIENA, "X4", true},
		{graph.UK3x5x2, "3E", graph.SIENA, "C4", true},
		{graph.SIENA, "A2", graph.UK3x5x2, "1A", false},
		{graph.SIENA, "A1", graph.UK3x5x2, "1A", true},
		{graph.SIENA, "B3", graph.UK3x5x2, "1B 2B", true},
		{graph.SIENA, "X4", graph.UK3x5x2, "2C 2D", true},
		{graph.SIENA, "C3", graph.UK3x5x2, "3B", false},
		{graph.SIENA, "B4", graph.UK3x5x2, "1C 1D 2C 2D", true},
		{graph.UK5x5x5, "E5", graph.UK3x5x2, "2E", false},
		{graph.UK5x5x5, "B2", graph.UK3x5x2, "1A 2A", true},
		{graph.UK5x5x5, "D3", graph.SIENA, "C3", false},
		{graph.UK5x5x5, "A5", graph.SIENA, "A4", true},
		{graph.SIENA, "B2", graph.SIENA, "B2", false},
		{graph.UK3x5x2, "1B", graph.UK3x5x2, "1B", false},
	} {
		got, err := standard(t).Translate(graph.Grading{Scheme: c.from, Value: c.value}, nil, c.to, noon())
		var values []string
		for _, g := range got.Candidates {
			values = append(values, g.Value)
		}
		if err != nil || strings.Join(values, " ") != c.want || got.Lossy != c.lossy || got.Lossy != (len(got.Notes) > 0) {
			t.Errorf("%s %s in %s: %+v, %v", c.from, c.value, c.to, got, err)
			continue
		}
		if kept := (graph.Grading{Scheme: c.to, Value: values[len(values)-1]}); *got.Grading != kept {
			t.Errorf("%s %s in %s keeps %v", c.from, c.value, c.to, *got.Grading)
		}
	}
}

func TestWhatIsSuspectedFalseIsSaid(t *testing.T) {
	for _, g := range []graph.Grading{{Scheme: graph.UK3x5x2, Value: "2E"}, {Scheme: graph.UK5x5x5, Value: "E5"}} {
		got, err := standard(t).Translate(g, nil, graph.SIENA, noon())
		if err != nil || len(got.Notes) != 1 || !strings.Contains(got.Notes[0], "Suspected false") {
			t.Errorf("%v: %+v, %v", g, got, err)
		}
	}
}

func TestHandlingInTheOtherScheme(t *testing.T) {
	for _, c := range []struct {
		given string
		to    graph.Scheme
		want  string
		words string
		notes int
	}{
		{"P", graph.SIENA, "H0", "", 0},
		{"C", graph.SIENA, "H3", "Conditions apply that are not stated: consult the originator.", 1},
		{"C A1", graph.SIENA, "H1 H2", "", 1},
		{"C A2", graph.SIENA, "H1 H2", "", 1},
		{"C A3", graph.SIENA, "H2", "", 1},
		{"C S1", graph.SIENA, "H3", "To be sanitised before it goes further.", 1},
		{"C A1 S2", graph.SIENA, "H1 H2 H3", "Consult the originator before any further use.", 2},
		{"C S1 S2", graph.SIENA, "H3", "To be sanitised before it goes further. Consult the originator before any further use.", 2},
		{"H0", graph.UK3x5x2, "P", "", 1},
		{"H1", graph.UK3x5x2, "C", "", 1},
		{"H2", graph.UK3x5x2, "C", "", 1},
		{"H1 H2 H3", graph.UK3x5x2, "C S2", "", 3},
		{"H1 H2", graph.SIENA, "H1 H2", "", 0},
		{"P H2", graph.UK3x5x2, "C", "", 1}, // of what was derived from both
		{"P H2", graph.SIENA, "H2", "", 0},
	} {
		var codes []graph.Handling
		for _, code := range strings.Fields(c.given) {
			codes = append(codes, graph.Handling(code))
		}
		got, err := standard(t).Translate(graph.Grading{}, codes, c.to, noon())
		want := strings.Trim(fmt.Sprint(got.Handling), "[]")
		if err != nil || want != c.want || got.Restrictions != c.words || len(got.Notes) != c.notes || got.Lossy != (c.notes > 0) {
			t.Errorf("%s in %s: %+v, %v", c.given, c.to, got, err)
		}
	}
}

// Whatever a marking or a grading may hold has a translation, its codes go
// together, and going there and back makes nothing stronger in its own scheme.
func TestEverythingHasATranslation(t *testing.T) {
	lists := standard(t)
	for _, to := range []graph.Scheme{graph.UK3x5x2, graph.SIENA} {
		for scheme, values := range gradings() {
			for _, value := range values {
				g := graph.Grading{Scheme: scheme, Value: value}
				there, err := lists.Translate(g, nil, to, noon())
				if err != nil || there.Grading.Check("") != nil {
					t.Fatalf("%v in %s: %+v, %v", g, to, there, err)
				}
				if scheme == graph.UK5x5x5 {
					continue
				}
				back, err := lists.Translate(*there.Grading, nil, scheme, noon())
				if err != nil || back.Grading.Value[:1] < value[:1] && value[:1] != "X" {
					t.Fatalf("%v there and back is %v, %v", g, back.Grading, err)
				}
			}
		}
		rapid.Check(t, func(t *rapid.T) {
			got, err := lists.Translate(graph.Grading{}, someHandling().Draw(t, "handling"), to, noon())
			if err != nil {
				t.Fatal(err)
			}
			m := graph.OwnOrganisationOnly(anID(graph.NounOrganisation, 1))
			m.Handling, m.Restrictions = got.Handling, got.Restrictions
			if slices.Contains(got.Handling, "H3") && got.Restrictions == "" {
				m.Restrictions = "As it was." // an H3 that was there before keeps its words
			}
			if err := m.Check(); err != nil {
				t.Fatalf("%+v: %v", got, err)
			}
		})
	}
}

func TestTranslationsThatAreRefused(t *testing.T) {
	for want, c := range map[string]struct {
		grading  graph.Grading
		handling []graph.Handling
		to       graph.Scheme
	}{
		"BAD_USER_INPUT to":            {graph.Grading{Scheme: graph.SIENA, Value: "A1"}, nil, graph.UK5x5x5},
		"BAD_USER_INPUT grading.value": {graph.Grading{Scheme: graph.SIENA, Value: "1A"}, nil, graph.SIENA},
		"BAD_USER_INPUT handling":      {graph.Grading{}, []graph.Handling{"H7"}, graph.SIENA},
	} {
		got, err := standard(t).Translate(c.grading, c.handling, c.to, noon())
		if fault(err) != want || !reflect.DeepEqual(got, graph.Translation{}) {
			t.Errorf("%+v: %+v, %v", c, got, err)
		}
	}
	if _, err := standard(t).Translate(graph.Grading{}, []graph.Handling{"P", "C"}, graph.SIENA, noon()); fault(err) != "BAD_USER_INPUT handling" {
		t.Errorf("P and C: %v", err)
	}
	for _, in := range []graph.Translation{{Grading: &graph.Grading{Scheme: graph.UK3x5x2, Value: "1A"}}, {Handling: []graph.Handling{"P"}}} {
		var given graph.Grading
		if in.Grading != nil {
			given = *in.Grading
		}
		if _, err := (graph.CodeLists{}).Translate(given, in.Handling, graph.SIENA, noon()); fault(err) != "BAD_USER_INPUT to" {
			t.Errorf("without lists: %v", err)
		}
	}
}

// A force corrects a list by ending one line and beginning another.
func TestListsHoldFromDayToDay(t *testing.T) {
	lists, err := graph.ReadCodeLists(strings.NewReader(`{"translations": [
		{"from": "UK_3X5X2", "to": "SIENA", "part": "HANDLING", "code": "P", "becomes": ["H0"], "validTo": "2010-06-01"},
		{"from": "UK_3X5X2", "to": "SIENA", "part": "HANDLING", "code": "P", "becomes": ["H1"], "validFrom": "2010-06-02"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	for at, want := range map[time.Time]graph.Handling{noon(): "H0", noon().Add(12*time.Hour - 1): "H0", noon().Add(12 * time.Hour): "H1"} {
		got, err := lists.Translate(graph.Grading{}, []graph.Handling{"P"}, graph.SIENA, at)
		if err != nil || !slices.Equal(got.Handling, []graph.Handling{want}) {
			t.Errorf("at %v: %v, %v", at, got.Handling, err)
		}
	}
}

func TestListsThatAreRefused(t *testing.T) {
	for name, c := range map[string]struct{ text, where string }{
		"no JSON":              {`{`, "read the code lists"},
		"an unknown field":     {`{"code": []}`, "read the code lists"},
		"an unknown code":      {`{"codes": [{"scheme": "SIENA", "part": "SOURCE", "code": "D", "meaning": "?"}]}`, "codes[0]"},
		"an unknown part":      {`{"codes": [{"scheme": "SIENA", "part": "COLOUR", "code": "A", "meaning": "?"}]}`, "codes[0]"},
		"no meaning":           {`{"codes": [{"scheme": "SIENA", "part": "SOURCE", "code": "A"}]}`, "codes[0]"},
		"no date":              {`{"codes": [{"scheme": "SIENA", "part": "SOURCE", "code": "A", "meaning": "?", "validTo": "soon"}]}`, "codes[0]"},
		"from an unknown code": {`{"translations": [{"from": "SIENA", "to": "UK_3X5X2", "part": "SOURCE", "code": "D", "becomes": ["1"]}]}`, "translations[0]"},
		"to an unknown code":   {`{"translations": [{"from": "SIENA", "to": "UK_3X5X2", "part": "SOURCE", "code": "A", "becomes": ["9"]}]}`, "translations[0]"},
		"to nothing":           {`{"translations": [{"from": "SIENA", "to": "UK_3X5X2", "part": "SOURCE", "code": "A", "becomes": []}]}`, "translations[0]"},
		"H3 without words":     {`{"translations": [{"from": "UK_3X5X2", "to": "SIENA", "part": "HANDLING", "code": "C", "becomes": ["H3"]}]}`, "translations[0]"},
	} {
		if _, err := graph.ReadCodeLists(strings.NewReader(c.text)); err == nil || !strings.HasPrefix(err.Error(), c.where) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Every code that the hub takes is in the lists, in words.
func TestEveryCodeIsListed(t *testing.T) {
	listed := map[string]int{}
	for _, c := range standard(t).Codes {
		listed[string(c.Scheme)+" "+string(c.Part)+" "+c.Code]++
	}
	want := map[string]int{}
	for scheme, values := range gradings() {
		for _, v := range values {
			want[string(scheme)+" SOURCE "+v[:1]], want[string(scheme)+" INFORMATION "+v[1:]] = 1, 1
		}
	}
	for _, h := range graph.Handlings() {
		want[string(h.Scheme())+" HANDLING "+string(h)] = 1
	}
	if !reflect.DeepEqual(listed, want) {
		t.Errorf("listed are %v, not %v", listed, want)
	}
}

func TestGradingsInWords(t *testing.T) {
	lists, err := graph.ReadCodeLists(strings.NewReader(`{"codes": [
		{"scheme": "SIENA", "part": "SOURCE", "code": "A", "meaning": "Was.", "validTo": "2010-05"},
		{"scheme": "SIENA", "part": "SOURCE", "code": "A", "meaning": "Is.", "validFrom": "2010-06", "validTo": "2010-06"},
		{"scheme": "SIENA", "part": "INFORMATION", "code": "1", "meaning": "So."}]}`))
	if err != nil {
		t.Fatal(err)
	}
	for at, want := range map[time.Time]string{
		noon(): "Source: Is. Information: So.", noon().AddDate(0, -1, 0): "Source: Was. Information: So.", noon().AddDate(0, 1, 0): "Source: Is. Information: So.",
	} {
		if got := lists.Meaning(graph.Grading{Scheme: graph.SIENA, Value: "A1"}, at); got != want {
			t.Errorf("at %v: %q, not %q", at, got, want)
		}
	}
	for _, g := range []graph.Grading{{}, {Scheme: graph.SIENA, Value: "A2"}, {Scheme: graph.SIENA, Value: "1A"}} {
		if got := lists.Meaning(g, noon()); got != "" {
			t.Errorf("%v: %q", g, got)
		}
	}
	if got := standard(t).Meaning(graph.Grading{Scheme: graph.UK3x5x2, Value: "2E"}, noon()); got != "Source: Untested. Information: Suspected to be false." {
		t.Errorf("%q", got)
	}
}
