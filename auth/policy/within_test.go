package policy_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
)

func TestWithinSeesWhatBothSee(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		markings := anyMarkings().Draw(t, "markings")
		a := policy.See(anyCaller().Draw(t, "a"), anyTeams().Draw(t, "a's teams"), markings, theDay())
		b := policy.See(anyCaller().Draw(t, "b"), anyTeams().Draw(t, "b's teams"), markings[:len(markings)/2], theDay())
		both := a.Within(b)
		var want []int64
		for id := range markings {
			sees := a.Sees(graph.MarkingID(id)) && b.Sees(graph.MarkingID(id))
			if both.Sees(graph.MarkingID(id)) != sees {
				t.Fatalf("marking %d: %v", id, !sees)
			}
			if sees {
				want = append(want, int64(id))
			}
		}
		if !slices.Equal(both.Visible(), want) || both.Blind() != (len(want) == 0) {
			t.Fatalf("visible: %v, not %v", both.Visible(), want)
		}
	})
}

func TestWithinIsWhatIsCommon(t *testing.T) {
	everyone := graph.Marking{Owner: named(graph.NounOrganisation, "A"), Audience: graph.Audience{Scope: graph.Everyone}}
	caller := auth.Principal{Officer: named(graph.NounOfficer, "A"), Roles: []auth.Role{auth.Analyst}, Expires: theDay().Add(time.Second)}
	look := func(n int) policy.Sight {
		return policy.See(caller, nil, slices.Repeat([]graph.Marking{everyone}, n), theDay())
	}
	if got := look(130).Within(look(66)); !slices.Equal(got.Visible(), look(66).Visible()) || got.Key() != look(66).Key() {
		t.Errorf("of 130 and 66 markings %v are seen", got.Visible())
	}
}
