package graph_test

import (
	"reflect"
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
			Handling:       rapid.SliceOfN(rapid.SampledFrom(graph.Handlings()[1:]), 0, 6).Draw(t, "handling"),
			Expires:        time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "expires"), rapid.Int64Range(0, 999_999_999).Draw(t, "nanoseconds")),
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
		a, b := m.Canonical(), same.Canonical()
		if !reflect.DeepEqual(a, b) {
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
