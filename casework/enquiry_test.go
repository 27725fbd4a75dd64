package casework

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/audit"
	"entente/graph"
)

func TestAnAnswerIsRefusedIfTheLogRefuses(t *testing.T) {
	ctx, log := context.Background(), &diary{refuse: errFull}
	e := begun(t, desk(t, &shelf{}, log), ana())
	e.note(audit.Read, nil, anID(graph.NounRecord, 1))
	e.note(audit.List, &audit.Shape{Question: "records"}, anID(graph.NounRecord, 2))
	if err := e.Disclose(ctx); !errors.Is(err, errFull) {
		t.Errorf("%v", err)
	}
	if len(e.noted) != 0 {
		t.Errorf("left behind: %v", e.noted)
	}
	log.refuse = nil
	if err := e.Disclose(ctx); err != nil || len(log.entries) != 0 {
		t.Errorf("nothing to disclose gives %v, and logs %v", err, log.entries)
	}
}

// A gate that cannot be logged answers with the log's refusal, not with its own.
func TestAGateIsLoggedBeforeItIsAnswered(t *testing.T) {
	ctx, log, record := context.Background(), &diary{}, anID(graph.NounRecord, 1)
	e := begun(t, desk(t, &shelf{}, log), ana())
	if err := e.gate(ctx, "Not you.", record); graph.CodeOf(err) != graph.GateClosed {
		t.Errorf("%v", err)
	}
	if len(log.entries) != 1 || log.entries[0].Action != audit.Refuse || log.entries[0].Refusal != graph.GateClosed ||
		!slices.Equal(log.entries[0].Elements, []graph.ID{record}) {
		t.Errorf("logged: %+v", log.entries)
	}
	log.refuse = errFull
	if err := e.gate(ctx, "Not you.", record); !errors.Is(err, errFull) {
		t.Errorf("%v", err)
	}
}

// Reads are gathered into one entry; each question is an entry of its own. All
// say who, for whom, why and in which request.
func TestDiscloseLogsWhoWhyAndWhat(t *testing.T) {
	log, one, two, three := &diary{}, anID(graph.NounRecord, 1), anID(graph.NounRecord, 2), anID(graph.NounLink, 3)
	e := begun(t, desk(t, &shelf{}, log), ana())
	e.note(audit.Read, nil, one)
	e.note(audit.Search, &audit.Shape{Question: "search"}, two)
	e.note(audit.Search, &audit.Shape{Question: "search"})
	e.note(audit.Read, nil, two, three)
	if err := e.Disclose(context.Background()); err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, entry := range log.entries {
		said = append(said, fmt.Sprintf("%s %d", entry.Action, len(entry.Elements)))
		if entry.Officer != ana().Officer || entry.Organisation != ana().Organisation || entry.Purpose != "testing" || entry.Request != "request" {
			t.Errorf("an entry says %+v", entry)
		}
	}
	if want := []string{"READ 3", "SEARCH 1", "SEARCH 0"}; !slices.Equal(said, want) {
		t.Errorf("logged: %v, not %v", said, want)
	}
}

// What somebody searched for is personal data: the log gets keyed hashes, the
// same for the same words however they are typed.
func TestTheLogGetsNoWordsOfASearch(t *testing.T) {
	log := &diary{}
	found := graph.Record{Contribution: graph.Contribution{ID: anID(graph.NounRecord, 1)}, Details: &graph.Person{Name: "Jürgen Mustermann"}}
	e := begun(t, desk(t, &shelf{found: []graph.Record{found}}, log), ana())
	plate := &graph.Identifier{Scheme: graph.NumberPlate, Value: "B 123 XYZ"}
	for _, in := range []SearchInput{
		{Text: "Jürgen Mustermann", First: 10},
		{Text: "  MUSTERMANN, jurgen", First: 10},
		{Identifier: plate, First: 10},
		{Text: "Jürgen", Kinds: []graph.RecordKind{graph.KindPerson}, First: 10},
	} {
		if _, err := e.Search(context.Background(), in); err != nil {
			t.Fatal(err)
		}
	}
	if err := e.Disclose(context.Background()); err != nil {
		t.Fatal(err)
	}
	written, err := json.Marshal(log.entries)
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"jürgen", "jurgen", "muster", "b123", "xyz", "123 "} {
		if strings.Contains(strings.ToLower(string(written)), word) {
			t.Errorf("%q is in the log: %s", word, written)
		}
	}
	terms := func(i int) []audit.Fingerprint {
		return slices.Sorted(slices.Values(log.entries[i].Query.Terms))
	}
	if len(terms(0)) != 2 || !slices.Equal(terms(0), terms(1)) {
		t.Errorf("the same words give %v and %v", terms(0), terms(1))
	}
	if len(terms(2)) != 1 || slices.Contains(terms(0), terms(2)[0]) || !slices.Contains(terms(0), terms(3)[0]) {
		t.Errorf("the terms are %v, %v and %v", terms(0), terms(2), terms(3))
	}
	if got := log.entries[3].Query.Given; !slices.Equal(got, []string{"input.kinds", "input.text"}) {
		t.Errorf("given: %v", got)
	}
}

func TestSearchesThatAskForNothing(t *testing.T) {
	e := begun(t, desk(t, &shelf{}, &diary{}), ana())
	phone := &graph.Identifier{Scheme: graph.PhoneNumber, Value: "+40700900123"}
	for name, c := range map[string]struct {
		in    SearchInput
		field string
	}{
		"nothing":           {SearchInput{First: 1}, "input.text"},
		"blanks":            {SearchInput{Text: "  ", First: 1}, "input.text"},
		"signs":             {SearchInput{Text: "-- ?", First: 1}, "input.text"},
		"both":              {SearchInput{Text: "a", Identifier: phone, First: 1}, "input.text"},
		"no number":         {SearchInput{Identifier: &graph.Identifier{Scheme: graph.PhoneNumber, Value: "mobile"}, First: 1}, "input.identifier.value"},
		"no scheme":         {SearchInput{Identifier: &graph.Identifier{Scheme: "FAX", Value: "1"}, First: 1}, "input.identifier.scheme"},
		"none":              {SearchInput{Text: "a"}, "input.first"},
		"more than allowed": {SearchInput{Text: "a", First: 101}, "input.first"},
	} {
		if _, err := e.Search(context.Background(), c.in); fault(err) != "BAD_USER_INPUT "+c.field {
			t.Errorf("%s: %v", name, err)
		}
	}
	if len(e.noted) != 0 {
		t.Errorf("noted: %v", e.noted)
	}
	idle := ana()
	idle.Purpose = ""
	if _, err := begun(t, desk(t, &shelf{}, &diary{}), idle).Search(context.Background(), SearchInput{Text: "a", First: 1}); graph.CodeOf(err) != graph.PurposeRequired {
		t.Errorf("without a purpose: %v", err)
	}
}
