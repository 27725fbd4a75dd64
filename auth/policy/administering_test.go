package policy_test

import (
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
