package policy_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
)

// sees reads a description of who sees an element as its owner would, without
// looking at the marking again.
func sees(v policy.Visibility, p auth.Principal, teams []graph.ID, owner graph.ID) bool {
	own := p.Organisation == owner
	place := v.Scope == graph.Everyone || slices.Contains(v.Organisations, p.Organisation) || slices.Contains(v.Officers, p.Officer) ||
		slices.ContainsFunc(v.Operations, func(o graph.ID) bool { return slices.Contains(teams, o) })
	cleared := !slices.ContainsFunc(v.Clearances, func(c graph.Compartment) bool { return !p.Cleared(c) })
	return p.Known(theDay()) && place && cleared && (own || v.Holds) && slices.ContainsFunc(v.Roles, p.Is)
}

func TestTheDescriptionAgreesWithTheDecision(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		caller, teams, m := anyCaller().Draw(t, "caller"), anyTeams().Draw(t, "teams"), anyMarking().Draw(t, "marking")
		a := graph.Audience{Scope: m.Audience.Scope}
		switch a.Scope { // a stored marking has the one list that its scope needs
		case graph.Officers:
			a.Officers = m.Audience.Officers
		case graph.Organisations:
			a.Organisations = m.Audience.Organisations
		case graph.JointTeams:
			a.Operations = m.Audience.Operations
		}
		m.Audience = a
		v := policy.WhoCanSee(m, theDay())
		if d := policy.Decide(caller, teams, m, theDay()); d.Seen != sees(v, caller, teams, m.Owner) {
			t.Fatalf("%+v is decided %+v, and the owner is told %+v", caller, d, v)
		}
	})
}

func TestWhoSeesWhatIsSharedWithOrganisations(t *testing.T) {
	uk, ro, charity := named(graph.NounOrganisation, "UK"), named(graph.NounOrganisation, "RO"), named(graph.NounOrganisation, "Charity")
	m := graph.OwnOrganisationOnly(uk)
	m.Audience = graph.Audience{Scope: graph.Organisations, Organisations: []graph.ID{ro, uk, charity}}
	m.Compartments, m.Embargo, m.Expires = []graph.Compartment{graph.Child}, theDay(), theDay().Add(time.Hour)
	want := policy.Visibility{
		Scope: graph.Organisations, Organisations: []graph.ID{uk, ro, charity},
		Roles: []auth.Role{auth.Investigator, auth.Analyst, auth.Supervisor}, Clearances: []graph.Compartment{graph.Child},
		From: theDay(), Until: theDay().Add(time.Hour), Holds: true,
	}
	if got := policy.WhoCanSee(m, theDay()); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, not %+v", got, want)
	}
	want.Holds = false
	for _, at := range []time.Time{theDay().Add(-time.Second), theDay().Add(time.Hour)} {
		if got := policy.WhoCanSee(m, at); !reflect.DeepEqual(got, want) {
			t.Errorf("at %v: %+v, not %+v", at, got, want)
		}
	}
}
