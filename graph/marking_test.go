package graph_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"entente/graph"
)

func audienceOf(scope graph.Scope) graph.Audience {
	a := graph.Audience{Scope: scope}
	switch scope {
	case graph.Officers:
		a.Officers = []graph.ID{anID(graph.NounOfficer, 1)}
	case graph.Organisations:
		a.Organisations = []graph.ID{anID(graph.NounOrganisation, 1)}
	case graph.JointTeams:
		a.Operations = []graph.ID{anID(graph.NounOperation, 1)}
	}
	return a
}

func scopes() []graph.Scope {
	return []graph.Scope{graph.Private, graph.Officers, graph.Organisations, graph.JointTeams, graph.Everyone}
}

// aMarking draws a marking that passes Check, its lists in any order and with repeats.
func aMarking() *rapid.Generator[graph.Marking] {
	return rapid.Custom(func(t *rapid.T) graph.Marking {
		m := graph.Marking{
			Owner:          idOf(graph.NounOrganisation).Draw(t, "owner"),
			Audience:       graph.Audience{Scope: rapid.SampledFrom(scopes()).Draw(t, "scope")},
			Classification: rapid.SampledFrom([]graph.Classification{graph.Official, graph.OfficialSensitive}).Draw(t, "classification"),
			Compartments:   rapid.SliceOfN(rapid.SampledFrom(graph.Compartments()), 0, 6).Draw(t, "compartments"),
			Handling:       someHandling().Draw(t, "handling"),
			Expires:        time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "expires"), rapid.Int64Range(0, 999_999_999).Draw(t, "nanoseconds")),
		}
		if rapid.Bool().Draw(t, "embargo") {
			m.Embargo = m.Expires.Add(-time.Duration(rapid.Int64Range(1e9, 1e15).Draw(t, "before")))
		}
		if slices.Contains(m.Handling, "H3") {
			m.Restrictions = rapid.SampledFrom([]string{"Ask the desk.", "  Not before the arrests. "}).Draw(t, "restrictions")
		}
		ids := func(noun graph.Noun) []graph.ID { return rapid.SliceOfN(idOf(noun), 1, 4).Draw(t, "ids") }
		switch m.Audience.Scope {
		case graph.Officers:
			m.Audience.Officers = ids(graph.NounOfficer)
		case graph.Organisations:
			m.Audience.Organisations = ids(graph.NounOrganisation)
		case graph.JointTeams:
			m.Audience.Operations = ids(graph.NounOperation)
		}
		return m
	})
}

// someHandling draws codes that go together, in any order and with repeats.
func someHandling() *rapid.Generator[[]graph.Handling] {
	uk := rapid.Map(rapid.SliceOfN(rapid.SampledFrom([]graph.Handling{"A1", "A2", "A3", "S1", "S2"}), 0, 6), func(h []graph.Handling) []graph.Handling {
		return append(h, "C")
	})
	siena := rapid.SliceOfN(rapid.SampledFrom([]graph.Handling{"H1", "H2", "H3"}), 1, 6)
	return rapid.OneOf(uk, siena, rapid.SampledFrom([][]graph.Handling{nil, {"P"}, {"P", "P"}, {"H0"}}))
}

func TestCanonicalMarkingsAreEqualAsValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := aMarking().Draw(t, "marking")
		same := m
		same.Compartments = append(rapid.Permutation(m.Compartments).Draw(t, "compartments"), m.Compartments...)
		same.Handling = append(rapid.Permutation(m.Handling).Draw(t, "handling"), m.Handling...)
		same.Audience.Officers = rapid.Permutation(m.Audience.Officers).Draw(t, "officers")
		same.Audience.Organisations = rapid.Permutation(m.Audience.Organisations).Draw(t, "organisations")
		same.Audience.Operations = rapid.Permutation(m.Audience.Operations).Draw(t, "operations")
		same.Expires = m.Expires.In(time.FixedZone("elsewhere", 7200)).Truncate(time.Second)
		if !m.Embargo.IsZero() {
			same.Embargo = m.Embargo.In(time.FixedZone("elsewhere", 7200)).Truncate(time.Second)
		}
		same.Restrictions = strings.TrimSpace(m.Restrictions)
		a, b := m.Canonical(), same.Canonical()
		if !reflect.DeepEqual(a, b) || !a.Same(b) {
			t.Fatalf("one marking in two forms:\n%+v\n%+v", a, b)
		}
		if !reflect.DeepEqual(a.Canonical(), a) {
			t.Fatalf("twice canonical is not canonical: %+v", a.Canonical())
		}
		if err := a.Check(); err != nil {
			t.Fatalf("the canonical form is refused: %v", err)
		}
	})
}

func TestCanonicalLeavesTheGivenListsAlone(t *testing.T) {
	m := graph.OwnOrganisationOnly(anID(graph.NounOrganisation, 1))
	m.Handling = []graph.Handling{"S1", "A1", "S1"}
	got := m.Canonical()
	if want := []graph.Handling{"S1", "A1", "S1"}; !reflect.DeepEqual(m.Handling, want) {
		t.Errorf("the caller's list became %v", m.Handling)
	}
	if want := []graph.Handling{"A1", "S1"}; !reflect.DeepEqual(got.Handling, want) {
		t.Errorf("%v", got.Handling)
	}
	m.Compartments = []graph.Compartment{}
	if got := m.Canonical(); got.Compartments != nil || !got.Expires.IsZero() {
		t.Errorf("nothing became %v and %v", got.Compartments, got.Expires)
	}
}

func TestMarkingsThatContradictThemselves(t *testing.T) {
	operation := anID(graph.NounOperation, 1)
	for name, c := range map[string]struct {
		change func(*graph.Marking)
		want   string
	}{
		"nothing wrong":             {func(*graph.Marking) {}, ""},
		"no classification":         {func(m *graph.Marking) { m.Classification = "" }, "classification"},
		"secret":                    {func(m *graph.Marking) { m.Classification = "SECRET" }, "classification"},
		"an unknown compartment":    {func(m *graph.Marking) { m.Compartments = []graph.Compartment{"CHILD", "UFO"} }, "compartments"},
		"an unknown handling code":  {func(m *graph.Marking) { m.Handling = []graph.Handling{"H4"} }, "handling"},
		"with and without terms":    {func(m *graph.Marking) { m.Handling = []graph.Handling{"C", "S2", "P"} }, "handling"},
		"P with a condition":        {func(m *graph.Marking) { m.Handling = []graph.Handling{"P", "S2"} }, "handling"},
		"a condition without C":     {func(m *graph.Marking) { m.Handling = []graph.Handling{"A1", "S2"} }, "handling"},
		"C with conditions":         {func(m *graph.Marking) { m.Handling = []graph.Handling{"A1", "C", "S2"} }, ""},
		"H0 and H1":                 {func(m *graph.Marking) { m.Handling = []graph.Handling{"H0", "H1"} }, "handling"},
		"H0 and H2":                 {func(m *graph.Marking) { m.Handling = []graph.Handling{"H2", "H0"} }, "handling"},
		"H1 and H2":                 {func(m *graph.Marking) { m.Handling = []graph.Handling{"H1", "H2"} }, ""},
		"codes of two schemes":      {func(m *graph.Marking) { m.Handling = []graph.Handling{"P", "H0"} }, "handling"},
		"H3 without words":          {func(m *graph.Marking) { m.Handling, m.Restrictions = []graph.Handling{"H3"}, " \n" }, "restrictions"},
		"H3 with words":             {func(m *graph.Marking) { m.Handling, m.Restrictions = []graph.Handling{"H3"}, "Ask." }, ""},
		"words without H3":          {func(m *graph.Marking) { m.Handling, m.Restrictions = []graph.Handling{"H2"}, "Ask." }, "restrictions"},
		"too many words":            {func(m *graph.Marking) { m.Handling, m.Restrictions = []graph.Handling{"H3"}, strings.Repeat("a", 4001) }, "restrictions"},
		"an embargo":                {func(m *graph.Marking) { m.Embargo = noon() }, ""},
		"an embargo, then the end":  {func(m *graph.Marking) { m.Embargo, m.Expires = noon(), noon().Add(time.Second) }, ""},
		"the end at the embargo":    {func(m *graph.Marking) { m.Embargo, m.Expires = noon(), noon().Add(time.Second-1) }, "embargo"},
		"the end, then the embargo": {func(m *graph.Marking) { m.Embargo, m.Expires = noon(), noon().Add(-time.Hour) }, "embargo"},
		"no scope":                  {func(m *graph.Marking) { m.Audience.Scope = "" }, "audience.scope"},
		"an unknown scope":          {func(m *graph.Marking) { m.Audience.Scope = "FRIENDS" }, "audience.scope"},
		"private, with a list":      {func(m *graph.Marking) { m.Audience.Operations = []graph.ID{operation} }, "audience.operations"},
		"officers, without a list":  {func(m *graph.Marking) { m.Audience.Scope = graph.Officers }, "audience.officers"},
		"organisations, without":    {func(m *graph.Marking) { m.Audience.Scope = graph.Organisations }, "audience.organisations"},
		"joint teams, without":      {func(m *graph.Marking) { m.Audience.Scope = graph.JointTeams }, "audience.operations"},
		"everyone, with a list":     {func(m *graph.Marking) { m.Audience = withOfficer(graph.Everyone) }, "audience.officers"},
		"joint teams, and officers": {func(m *graph.Marking) { m.Audience = withOfficer(graph.JointTeams) }, "audience.officers"},
	} {
		m := graph.OwnOrganisationOnly(anID(graph.NounOrganisation, 1))
		c.change(&m)
		if c.want != "" {
			c.want = "BAD_USER_INPUT " + c.want
		}
		if got := fault(m.Check()); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}

// withOfficer is an audience that names an officer, too.
func withOfficer(scope graph.Scope) graph.Audience {
	a := audienceOf(scope)
	a.Officers = []graph.ID{anID(graph.NounOfficer, 1)}
	return a
}

func TestAudiencesNameTheirOwnNounOnly(t *testing.T) {
	fields := map[graph.Scope]graph.Noun{
		graph.Officers: graph.NounOfficer, graph.Organisations: graph.NounOrganisation, graph.JointTeams: graph.NounOperation,
	}
	names := map[graph.Scope]string{graph.Officers: "officers", graph.Organisations: "organisations", graph.JointTeams: "operations"}
	for scope, own := range fields {
		for _, noun := range append(nouns(), 'x') {
			m := graph.OwnOrganisationOnly(anID(graph.NounOrganisation, 1))
			ids := []graph.ID{anID(own, 3), anID(noun, 2)}
			m.Audience = graph.Audience{Scope: scope}
			switch scope {
			case graph.Officers:
				m.Audience.Officers = ids
			case graph.Organisations:
				m.Audience.Organisations = ids
			case graph.JointTeams:
				m.Audience.Operations = ids
			}
			want := "BAD_USER_INPUT audience." + names[scope]
			if noun == own {
				want = ""
			}
			if got := fault(m.Check()); got != want {
				t.Errorf("%s with an id of %c: %q, not %q", scope, noun, got, want)
			}
		}
	}
}

func TestAnythingNewIsForTheOwnOrganisationOnly(t *testing.T) {
	owner := anID(graph.NounOrganisation, 9)
	m := graph.OwnOrganisationOnly(owner)
	want := graph.Marking{Owner: owner, Audience: graph.Audience{Scope: graph.Private}, Classification: graph.OfficialSensitive}
	if !reflect.DeepEqual(m, want) || m.Check() != nil {
		t.Errorf("%+v, %v", m, m.Check())
	}
}

func noon() time.Time { return time.Date(2010, 6, 1, 12, 0, 0, 0, time.UTC) }

// A sharing that is over is no sharing; as a state of what is stored it is fine.
func TestSharingIsNotIntoThePast(t *testing.T) {
	m := graph.OwnOrganisationOnly(anID(graph.NounOrganisation, 1))
	for _, c := range []struct {
		expires time.Time
		want    string
	}{{time.Time{}, ""}, {noon().Add(time.Second), ""}, {noon(), "BAD_USER_INPUT expires"}, {noon().Add(-time.Hour), "BAD_USER_INPUT expires"}} {
		m.Expires = c.expires
		if got := fault(m.CheckAt(noon())); got != c.want || m.Check() != nil {
			t.Errorf("ending at %v: %q, not %q", c.expires, got, c.want)
		}
	}
	m.Classification = "SECRET"
	if got := fault(m.CheckAt(noon())); got != "BAD_USER_INPUT classification" {
		t.Errorf("%q", got)
	}
}

func TestSharingHoldsFromTheEmbargoToTheExpiry(t *testing.T) {
	m := graph.Marking{Embargo: noon(), Expires: noon().Add(time.Minute)}
	for second, want := range map[int]bool{-1: false, 0: true, 59: true, 60: false} {
		at := noon().Add(time.Duration(second) * time.Second)
		if m.Holds(at) != want || m.Ended(at) != (second == 60) {
			t.Errorf("after %d seconds it holds: %v, ended: %v", second, m.Holds(at), m.Ended(at))
		}
	}
	if open := (graph.Marking{}); !open.Holds(noon()) || open.Ended(noon()) {
		t.Error("without bounds it does not hold")
	}
}

// Any part that differs makes another marking; the field walk finds a field
// that Same has forgotten.
func TestMarkingsDifferInAnyPart(t *testing.T) {
	changes := map[string]func(*graph.Marking){
		"Owner":          func(m *graph.Marking) { m.Owner = anID(graph.NounOrganisation, 2) },
		"Audience":       func(m *graph.Marking) { m.Audience.Scope = graph.Everyone },
		"Classification": func(m *graph.Marking) { m.Classification = graph.Official },
		"Compartments":   func(m *graph.Marking) { m.Compartments = []graph.Compartment{graph.Child} },
		"Handling":       func(m *graph.Marking) { m.Handling = []graph.Handling{"P"} },
		"Restrictions":   func(m *graph.Marking) { m.Restrictions = "Ask." },
		"Embargo":        func(m *graph.Marking) { m.Embargo = noon() },
		"Expires":        func(m *graph.Marking) { m.Expires = noon() },
		"Review":         func(m *graph.Marking) { m.Review = noon() },
	}
	own := graph.OwnOrganisationOnly(anID(graph.NounOrganisation, 1))
	for i := range reflect.TypeFor[graph.Marking]().NumField() {
		field := reflect.TypeFor[graph.Marking]().Field(i).Name
		change, ok := changes[field]
		if !ok {
			t.Fatalf("no change of %s", field)
		}
		other := own
		change(&other)
		if own.Same(other) || !other.Same(other) {
			t.Errorf("%s is not compared", field)
		}
	}
	for _, scope := range []graph.Scope{graph.Officers, graph.Organisations, graph.JointTeams} {
		one, other := graph.Marking{Audience: audienceOf(scope)}, graph.Marking{Audience: graph.Audience{Scope: scope}}
		if one.Same(other) {
			t.Errorf("the lists of %s are not compared", scope)
		}
	}
}

// What was stored before there were embargoes and restrictions is encoded as
// ever, byte for byte: markings are interned by their encoded form.
func TestMarkingsAreEncodedAsEver(t *testing.T) {
	for _, stored := range []string{
		`{"owner":"g00000000000000000000000000","audience":{"scope":"PRIVATE"},"classification":"OFFICIAL_SENSITIVE"}`,
		`{"owner":"g00000000000000000000000000","audience":{"scope":"EVERYONE"},"classification":"OFFICIAL",` +
			`"compartments":["CHILD"],"handling":["C","S2"],"expires":"2010-06-01T12:00:00Z"}`,
	} {
		var m graph.Marking
		if err := json.Unmarshal([]byte(stored), &m); err != nil {
			t.Fatal(err)
		}
		if again, err := json.Marshal(m.Canonical()); err != nil || string(again) != stored {
			t.Errorf("%s became %s, %v", stored, again, err)
		}
	}
}
