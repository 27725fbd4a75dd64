package policy_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
)

// A team administrator reads what is for the whole of their organisation, and
// nothing in a compartment, shared or of somebody else; who is none, nothing.
func TestAdministeringIsForOnesOwnOrganisationAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		markings := append(anyMarkings().Draw(t, "markings"), graph.OwnOrganisationOnly(named(graph.NounOrganisation, "A")))
		caller := anyCaller().Draw(t, "caller")
		caller.Organisation = rapid.SampledFrom([]graph.ID{"", named(graph.NounOrganisation, "A"), named(graph.NounOrganisation, "B")}).Draw(t, "organisation")
		if rapid.Bool().Draw(t, "administers") {
			caller.Roles = append(caller.Roles, auth.TeamAdministrator)
		}
		sight := policy.Administering(caller, markings)
		for i, m := range markings {
			want := caller.Is(auth.TeamAdministrator) && caller.Organisation != "" && m.Owner == caller.Organisation &&
				m.Audience.Scope == graph.Private && m.Classification == graph.OfficialSensitive &&
				len(m.Compartments)+len(m.Handling) == 0 && m.Expires.IsZero() && m.Embargo.IsZero() && m.Review.IsZero()
			if got := sight.Sees(graph.MarkingID(i)); got != want { //nolint:gosec // small
				t.Fatalf("%+v is read by %+v: %v", m, caller, got)
			}
		}
	})
}

// What parties file is read by an administrator where it is for the whole of their
// organisation, whoever else it is for, and nothing that needs a clearance or a condition.
func TestWhatIsFiledIsForWholeOrganisations(t *testing.T) {
	a, b := named(graph.NounOrganisation, "A"), named(graph.NounOrganisation, "B")
	both := graph.OwnOrganisationOnly(b)
	both.Audience = graph.Audience{Scope: graph.Organisations, Organisations: []graph.ID{a}}
	cleared := both
	cleared.Compartments = []graph.Compartment{graph.Child}
	own := both
	own.Owner, own.Audience.Organisations = a, []graph.ID{b}
	everyone := graph.OwnOrganisationOnly(b)
	everyone.Audience = graph.Audience{Scope: graph.Everyone}
	markings := []graph.Marking{both, cleared, own, everyone, graph.OwnOrganisationOnly(a), graph.OwnOrganisationOnly(b)}
	for _, c := range []struct {
		caller auth.Principal
		want   []int64
	}{
		{auth.Principal{Organisation: a, Roles: []auth.Role{auth.TeamAdministrator}}, []int64{0, 2, 4}},
		{auth.Principal{Organisation: b, Roles: []auth.Role{auth.TeamAdministrator}}, []int64{0, 2, 5}},
		{auth.Principal{Organisation: a, Roles: []auth.Role{auth.SystemAdministrator}}, nil},
		{auth.Principal{Roles: []auth.Role{auth.TeamAdministrator}}, nil},
	} {
		if got := policy.Filed(c.caller, markings).Visible(); !slices.Equal(got, c.want) {
			t.Errorf("%+v reads %v, not %v", c.caller, got, c.want)
		}
	}
}
