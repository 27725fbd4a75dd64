package auth_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"entente/auth"
	"entente/graph"
)

func noon() time.Time { return time.Date(2010, 6, 1, 12, 0, 0, 0, time.UTC) }

func TestTheZeroPrincipalIsNobody(t *testing.T) {
	var p auth.Principal
	for _, at := range []time.Time{{}, time.Unix(0, 0), noon()} {
		if p.Known(at) {
			t.Errorf("nobody is known at %v", at)
		}
	}
	for _, role := range auth.Roles() {
		if p.Is(role) {
			t.Errorf("nobody is %s", role)
		}
	}
	for _, c := range graph.Compartments() {
		if p.Cleared(c) {
			t.Errorf("nobody is cleared for %s", c)
		}
	}
}

func TestACredentialHoldsToTheSecondBeforeItEnds(t *testing.T) {
	p := auth.Principal{Officer: auth.OfficerID("https://uk.test.example", "ana"), Expires: noon()}
	for at, want := range map[time.Time]bool{noon().Add(-time.Second): true, noon(): false, noon().Add(time.Second): false} {
		if p.Known(at) != want {
			t.Errorf("known at %v: %v", at, !want)
		}
	}
	if (auth.Principal{Expires: noon()}).Known(noon().Add(-time.Second)) {
		t.Error("a credential of no officer is known")
	}
	if (auth.Principal{Officer: p.Officer}).Known(noon()) {
		t.Error("a credential without an end is known")
	}
}

func TestRolesAndClearancesAreThoseGiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		role := rapid.SampledFrom(auth.Roles()).Draw(t, "role")
		clearance := rapid.SampledFrom(graph.Compartments()).Draw(t, "clearance")
		p := auth.Principal{Roles: []auth.Role{role}, Clearances: []graph.Compartment{clearance}}
		for _, r := range auth.Roles() {
			if p.Is(r) != (r == role) {
				t.Fatalf("of %s, is %s: %v", role, r, p.Is(r))
			}
		}
		for _, c := range graph.Compartments() {
			if p.Cleared(c) != (c == clearance) {
				t.Fatalf("cleared for %s, for %s: %v", clearance, c, p.Cleared(c))
			}
		}
	})
}

// The same subject at two issuers is two persons, and the boundary between
// issuer and subject cannot be moved.
func TestAnOfficerIsIssuerAndSubject(t *testing.T) {
	text := rapid.StringMatching(`[a-z:/.]{0,12}`)
	rapid.Check(t, func(t *rapid.T) {
		a := [2]string{text.Draw(t, "issuer"), text.Draw(t, "subject")}
		b := [2]string{text.Draw(t, "other issuer"), text.Draw(t, "other subject")}
		first, second := auth.OfficerID(a[0], a[1]), auth.OfficerID(b[0], b[1])
		if !first.Is(graph.NounOfficer) {
			t.Fatalf("%s names no officer", first)
		}
		if (first == second) != (a == b) {
			t.Fatalf("%q and %q are %s and %s", a, b, first, second)
		}
	})
	if auth.OfficerID("ab", "c") == auth.OfficerID("a", "bc") {
		t.Error("the boundary moved, and the officer is the same")
	}
	// Derived ids are in stored teams: the derivation never changes.
	if got := auth.OfficerID("https://uk.test.example", "ana"); got != "pbav25f3q7yjcmdme0yxa0y03sc" {
		t.Errorf("the officer is now %s", got)
	}
}
