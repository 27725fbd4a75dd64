package policy_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
)

// theDay is around which everything in these tests happens.
func theDay() time.Time { return time.Date(2010, 6, 1, 12, 0, 0, 0, time.UTC) }

// Few names, so that callers and markings meet.
func oneOf(noun graph.Noun) *rapid.Generator[graph.ID] {
	return rapid.Custom(func(t *rapid.T) graph.ID {
		return named(noun, rapid.SampledFrom([]string{"A", "B", "C"}).Draw(t, "name"))
	})
}

func anyMarking() *rapid.Generator[graph.Marking] {
	return rapid.Custom(func(t *rapid.T) graph.Marking {
		ids := func(noun graph.Noun) []graph.ID { return rapid.SliceOfN(oneOf(noun), 0, 2).Draw(t, "ids") }
		m := graph.Marking{
			Owner: oneOf(graph.NounOrganisation).Draw(t, "owner"),
			Audience: graph.Audience{
				Scope:    rapid.SampledFrom([]graph.Scope{graph.Private, graph.Officers, graph.Organisations, graph.JointTeams, graph.Everyone}).Draw(t, "scope"),
				Officers: ids(graph.NounOfficer), Organisations: ids(graph.NounOrganisation), Operations: ids(graph.NounOperation),
			},
			Compartments: rapid.SliceOfN(rapid.SampledFrom(graph.Compartments()), 0, 1).Draw(t, "compartments"),
		}
		if rapid.Bool().Draw(t, "ends") {
			m.Expires = theDay().Add(time.Duration(rapid.IntRange(-1, 1).Draw(t, "seconds")) * time.Second)
		}
		if rapid.Bool().Draw(t, "begins") {
			m.Embargo = theDay().Add(time.Duration(rapid.IntRange(-1, 1).Draw(t, "embargo")) * time.Second)
		}
		return m
	})
}

func anyMarkings() *rapid.Generator[[]graph.Marking] { return rapid.SliceOfN(anyMarking(), 0, 200) }

func anyCaller() *rapid.Generator[auth.Principal] {
	return rapid.Custom(func(t *rapid.T) auth.Principal {
		return auth.Principal{
			Officer:      rapid.SampledFrom([]graph.ID{"", named(graph.NounOfficer, "A"), named(graph.NounOfficer, "B")}).Draw(t, "officer"),
			Organisation: oneOf(graph.NounOrganisation).Draw(t, "organisation"),
			Roles:        rapid.SliceOfN(rapid.SampledFrom(auth.Roles()), 0, 3).Draw(t, "roles"),
			Clearances:   rapid.SliceOfN(rapid.SampledFrom(graph.Compartments()), 0, 4).Draw(t, "clearances"),
			Expires:      theDay().Add(time.Duration(rapid.IntRange(-1, 2).Draw(t, "credential")) * time.Second),
		}
	})
}

func anyTeams() *rapid.Generator[[]graph.ID] { return rapid.SliceOfN(oneOf(graph.NounOperation), 0, 2) }

// seen lists the markings in sight, and some beyond, one by one.
func seen(s policy.Sight, markings int) []int64 {
	var ids []int64
	for id := range markings + 130 {
		if s.Sees(graph.MarkingID(id)) {
			ids = append(ids, int64(id))
		}
	}
	return ids
}

func TestTheZeroSightSeesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s policy.Sight
		id := graph.MarkingID(rapid.Uint32().Draw(t, "marking"))
		if s.Sees(id) || !s.Blind() || len(s.Visible()) != 0 || s.Key() != "" {
			t.Fatalf("the zero Sight sees marking %d, or %v", id, s.Visible())
		}
	})
}

func TestSeeAgreesWithDecideForEveryMarking(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		caller, teams, markings := anyCaller().Draw(t, "caller"), anyTeams().Draw(t, "teams"), anyMarkings().Draw(t, "markings")
		s := policy.See(caller, teams, markings, theDay())
		for id, m := range markings {
			d := policy.Decide(caller, teams, m, theDay())
			if s.Sees(graph.MarkingID(id)) != d.Seen {
				t.Fatalf("marking %d, %+v: in sight %v, decided %+v", id, m, s.Sees(graph.MarkingID(id)), d)
			}
			if len(d.Reasons) == 0 {
				t.Fatalf("marking %d is decided for no reason", id)
			}
		}
	})
}

func TestVisibleIsAscendingAndWhatIsSeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		markings := anyMarkings().Draw(t, "markings")
		s := policy.See(anyCaller().Draw(t, "caller"), anyTeams().Draw(t, "teams"), markings, theDay())
		if !slices.IsSorted(s.Visible()) || !slices.Equal(s.Visible(), seen(s, len(markings))) {
			t.Fatalf("visible are %v, seen %v", s.Visible(), seen(s, len(markings)))
		}
		if s.Blind() != (len(s.Visible()) == 0) {
			t.Fatalf("blind %v with %v", s.Blind(), s.Visible())
		}
	})
}

func TestMarkingsBeyondTheBitmapAreUnseen(t *testing.T) {
	everyone := graph.Marking{Owner: named(graph.NounOrganisation, "A"), Audience: graph.Audience{Scope: graph.Everyone}}
	caller := auth.Principal{Officer: named(graph.NounOfficer, "A"), Roles: []auth.Role{auth.Analyst}, Expires: theDay().Add(time.Second)}
	for _, n := range []int{0, 1, 63, 64, 65, 128} {
		s := policy.See(caller, nil, slices.Repeat([]graph.Marking{everyone}, n), theDay())
		if got := len(seen(s, n)); got != n {
			t.Errorf("of %d markings for everyone %d are seen", n, got)
		}
		for _, beyond := range []graph.MarkingID{graph.MarkingID(n), 1 << 20, 1<<32 - 1} {
			if s.Sees(beyond) {
				t.Errorf("of %d markings, number %d is seen", n, beyond)
			}
		}
	}
}

func TestKeysAreEqualExactlyIfTheSameIsSeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		markings := anyMarkings().Draw(t, "markings")
		look := func(who string) policy.Sight {
			return policy.See(anyCaller().Draw(t, who), anyTeams().Draw(t, who+"'s teams"), markings[:rapid.IntRange(0, len(markings)).Draw(t, who+"'s markings")], theDay())
		}
		a, b := look("a"), look("b")
		if same := slices.Equal(a.Visible(), b.Visible()); same != (a.Key() == b.Key()) {
			t.Fatalf("%v and %v have the keys %x and %x", a.Visible(), b.Visible(), a.Key(), b.Key())
		}
	})
}

// Another role, clearance or membership takes nothing away.
func TestMoreRightsNeverShowLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		caller, teams, markings := anyCaller().Draw(t, "caller"), anyTeams().Draw(t, "teams"), anyMarkings().Draw(t, "markings")
		more := caller
		more.Roles = append(slices.Clone(caller.Roles), auth.Investigator)
		more.Clearances = graph.Compartments()
		before := policy.See(caller, teams, markings, theDay())
		after := policy.See(more, append(slices.Clone(teams), named(graph.NounOperation, "A")), markings, theDay())
		for _, id := range before.Visible() {
			if !slices.Contains(after.Visible(), id) {
				t.Fatalf("marking %d is gone: %+v", id, markings[id])
			}
		}
	})
}

// Before the embargo ends, nobody but the owner's officers sees an element.
func TestTheEmbargoHoldsForOthersOnly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		caller, teams, m := anyCaller().Draw(t, "caller"), anyTeams().Draw(t, "teams"), anyMarking().Draw(t, "marking")
		m.Embargo = theDay().Add(time.Second)
		if policy.Decide(caller, teams, m, theDay()).Seen && m.Owner != caller.Organisation {
			t.Fatalf("%+v sees %+v before its time", caller, m)
		}
	})
}

// What was derived is for who sees every input, and for nobody else.
func TestWhatIsDerivedIsForWhoSeesAllInputs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		caller, teams := anyCaller().Draw(t, "caller"), anyTeams().Draw(t, "teams")
		inputs := rapid.SliceOfN(anyMarking(), 0, 3).Draw(t, "inputs")
		seen, reasons := len(inputs) > 0, map[policy.Reason]bool{}
		for _, m := range inputs {
			seen = seen && policy.Decide(caller, teams, m, theDay()).Seen
		}
		for _, m := range inputs {
			if d := policy.Decide(caller, teams, m, theDay()); d.Seen == seen {
				for _, reason := range d.Reasons {
					reasons[reason] = true
				}
			}
		}
		got := policy.DecideAll(caller, teams, inputs, theDay())
		for _, reason := range got.Reasons {
			delete(reasons, reason)
		}
		if got.Seen != seen || len(reasons) > 0 {
			t.Fatalf("%+v, but all are seen: %v, and %v is left out", got, seen, reasons)
		}
	})
}

// Once the sharing has ended, nobody but the owner's officers sees an element.
func TestTimeTakesAwayFromOthersOnly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		caller, teams, m := anyCaller().Draw(t, "caller"), anyTeams().Draw(t, "teams"), anyMarking().Draw(t, "marking")
		m.Expires = theDay()
		if policy.Decide(caller, teams, m, theDay()).Seen && m.Owner != caller.Organisation {
			t.Fatalf("%+v sees %+v after its end", caller, m)
		}
	})
}

func TestWholeSeesTheFirstMarkingsAndNoMore(t *testing.T) {
	for _, n := range []int{0, 1, 64, 65, 200} {
		s := policy.Whole(n)
		if got := seen(s, n); len(got) != n || !slices.Equal(got, s.Visible()) {
			t.Errorf("of %d markings %v are seen", n, got)
		}
		if s.Blind() != (n == 0) {
			t.Errorf("the whole of %d is blind: %v", n, s.Blind())
		}
	}
}

func ExampleDecide() {
	uk, ro := named(graph.NounOrganisation, "UK Example Police"), named(graph.NounOrganisation, "RO Example Police")
	heron := named(graph.NounOperation, "Operation Heron")
	bogdan := auth.Principal{
		Officer: named(graph.NounOfficer, "Bogdan Exemplu"), Organisation: ro,
		Roles: []auth.Role{auth.Investigator}, Expires: theDay().Add(time.Hour),
	}
	m := graph.OwnOrganisationOnly(uk)
	fmt.Println(policy.Decide(bogdan, []graph.ID{heron}, m, theDay()))
	m.Audience = graph.Audience{Scope: graph.JointTeams, Operations: []graph.ID{heron}}
	fmt.Println(policy.Decide(bogdan, []graph.ID{heron}, m, theDay()))
	// Output:
	// {false [NOT_IN_AUDIENCE]}
	// {true [MEMBER_OF_TEAM]}
}
