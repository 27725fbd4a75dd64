package policy_test

import (
	"testing"

	"pgregory.net/rapid"

	"entente/auth/policy"
	"entente/graph"
)

func TestWithOwnerAddsWhatTheOwnerContributedAndNoMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		markings := anyMarkings().Draw(t, "markings")
		caller, teams := anyCaller().Draw(t, "caller"), anyTeams().Draw(t, "teams")
		owner := rapid.SampledFrom([]graph.ID{"", named(graph.NounOrganisation, "A"), named(graph.NounOrganisation, "B")}).Draw(t, "owner")
		own, wide := policy.See(caller, teams, markings, theDay()), policy.WithOwner(caller, teams, markings, theDay(), owner)
		seen := 0
		for i, m := range markings {
			id := graph.MarkingID(i)
			want := own.Sees(id) || (owner != "" && m.Owner == owner)
			if wide.Sees(id) != want {
				t.Fatalf("marking %+v of owner %q is seen: %v", m, owner, !want)
			}
			if want {
				seen++
			}
		}
		if len(wide.Visible()) != seen {
			t.Fatalf("%d of %d are listed", len(wide.Visible()), seen)
		}
	})
}
