package server_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"entente/audit"
	"entente/auth"
	"entente/auth/oidc"
	"entente/graph"
)

func issuerText(name string, organisation graph.ID) string {
	return fmt.Sprintf(`issuers:
  - name: %s
    display_name: Invented Police
    country: GB
    url: https://%s.example
    client_id: hub
    audience: https://hub.example/api
    organisations: {north: %s}
    contacts: [federation desk]
    home_domains: [police.example]
`, name, name, organisation)
}

type gotIssuer struct {
	Name, State                  string
	Entry, Draft                 *string
	HomeDomains, OrganisationIDs []string
	Version                      int
}

const issuerParts = `{ name displayName country url state contacts homeDomains organisationIds fromFile entry draft proposedBy changedBy version }`

// An issuer is trusted once a second administrator has said so, and distrusted
// as soon as one does.
func TestTwoAdministratorsTrustAnIssuer(t *testing.T) {
	w := newTeam(t)
	w.known["second"] = w.officer("second", w.ro, auth.SystemAdministrator)
	name := strings.ToLower(string(w.uk))
	text := issuerText(name, w.uk)
	var got struct{ ProposeIssuer, DecideIssuer, SuspendIssuer gotIssuer }
	propose := `mutation($entry: String!) { proposeIssuer(entry: $entry) ` + issuerParts + ` }`
	decide := `mutation($name: String!, $version: Int!) { decideIssuer(name: $name, version: $version, accept: true) ` + issuerParts + ` }`
	w.get("admin", propose, map[string]any{"entry": text}, &got)
	if got.ProposeIssuer.State != "PENDING" || got.ProposeIssuer.Entry != nil || got.ProposeIssuer.Draft == nil || got.ProposeIssuer.Version != 1 {
		t.Fatalf("proposed: %+v", got.ProposeIssuer)
	}
	if p := got.ProposeIssuer; !slices.Equal(p.HomeDomains, []string{"police.example"}) || !slices.Equal(p.OrganisationIDs, []string{string(w.uk)}) {
		t.Errorf("the draft says %+v", p)
	}
	variables := map[string]any{"name": name, "version": 1}
	if code, _ := w.fault("admin", decide, variables); code != "GATE_CLOSED" {
		t.Errorf("who proposed decides: %s", code)
	}
	if code, field := w.fault("second", decide, map[string]any{"name": name, "version": 2}); code != "CONFLICT" || field != "version" {
		t.Errorf("another version: %s %s", code, field)
	}
	w.get("second", decide, variables, &got)
	if got.DecideIssuer.State != "ACTIVE" || got.DecideIssuer.Entry == nil || *got.DecideIssuer.Entry != text || got.DecideIssuer.Draft != nil {
		t.Errorf("decided: %+v", got.DecideIssuer)
	}
	if code, _ := w.fault("second", decide, variables); code != "NOT_FOUND" {
		t.Errorf("decided once more: %s", code)
	}
	w.get("admin", `mutation($name: String!) { suspendIssuer(name: $name) `+issuerParts+` }`, map[string]any{"name": name}, &got)
	if got.SuspendIssuer.State != "SUSPENDED" || got.SuspendIssuer.Version != 3 {
		t.Errorf("suspended: %+v", got.SuspendIssuer)
	}
	if !w.logged(audit.Administer, w.known["second"].Officer, w.uk) {
		t.Error("the decision is not in the log")
	}
}

func TestOnlySystemAdministratorsKeepTheRegistry(t *testing.T) {
	w := newTeam(t)
	ghost := map[string]any{"name": "ghost"}
	for query, variables := range map[string]map[string]any{
		`{ issuers ` + issuerParts + ` }`:                                                                                             nil,
		`mutation($name: String!) { suspendIssuer(name: $name) { name } }`:                                                            ghost,
		`mutation($name: String!) { decideIssuer(name: $name, version: 1, accept: false) { name } }`:                                  ghost,
		`mutation($entry: String!) { proposeIssuer(entry: $entry) { name } }`:                                                         {"entry": "x"},
		`query($entry: String!) { dryRunIssuer(entry: $entry, token: "x") { accepted reason organisation proved roles clearances } }`: {"entry": "x"},
	} {
		if code, _ := w.fault("ana", query, variables); code != "GATE_CLOSED" {
			t.Errorf("%s: %s", query, code)
		}
	}
	code, field := w.fault("admin", `mutation($entry: String!) { proposeIssuer(entry: $entry) { name } }`, map[string]any{"entry": "issuers: [{name: x}]"})
	if code != "BAD_USER_INPUT" || field != "entry" {
		t.Errorf("a faulty entry: %s %s", code, field)
	}
	if code, field := w.fault("admin", `mutation { decideIssuer(name: "ghost", version: 1, accept: false) { name } }`, nil); code != "NOT_FOUND" || field != "name" {
		t.Errorf("nothing to decide: %s %s", code, field)
	}
}

// stale is an officer whose issuer asks for more than they have proved.
func stale(p auth.Principal) auth.Principal {
	p.Proof, p.AuthTime = oidc.DefaultStepUp(), theDay().Add(-5*time.Hour)
	return p
}

// Before a step-up, administration, exports and releases answer with it, and
// the registry keeps what it was.
func TestTheGravestActionsWantAStepUp(t *testing.T) {
	w := newTeam(t)
	record := w.person("ana", "Step Example", w.shared()).Record.ID
	w.known["admin"], w.known["ana"] = stale(w.known["admin"]), stale(w.known["ana"])
	w.known["teams"] = stale(w.officer("teams", w.uk, auth.TeamAdministrator))
	for name, tc := range map[string]struct {
		officer, query string
		variables      map[string]any
	}{
		"issuers":   {"admin", `{ issuers { name } }`, nil},
		"agreement": {"teams", `mutation($id: ID!) { endOperation(input: {idempotencyKey: "step", id: $id, version: "x"}) { revision } }`, map[string]any{"id": w.operation}},
		"export":    {"ana", `query($id: ID!) { exportGraph(input: {format: GRAPHML, ids: [$id]}) { content } }`, map[string]any{"id": record}},
	} {
		if code, _ := w.fault(tc.officer, tc.query, tc.variables); code != "STEP_UP_REQUIRED" {
			t.Errorf("%s: %s", name, w.ask(tc.officer, tc.query, tc.variables))
		}
	}
	var me struct {
		Me struct {
			StepUp struct {
				Proved, Withheld bool
				MaxAge           *int
			}
		}
	}
	w.get("ana", `{ me { stepUp { proved acrValues methods maxAge withheld } } mySessions { session began seen ends current } }`, nil, &me)
	if me.Me.StepUp.Proved || me.Me.StepUp.Withheld || me.Me.StepUp.MaxAge == nil || *me.Me.StepUp.MaxAge != 4*3600 {
		t.Errorf("me: %+v", me)
	}
	if code, _ := w.fault("ana", `mutation { endSession(session: "x") { session } }`, nil); code != "NOT_FOUND" {
		t.Errorf("no session to end: %s", code)
	}
}

// Before a step-up somebody cleared for victim identities sees none: the record
// itself asks for it, and is as if it were not there wherever it was not named.
// Who is not cleared learns nothing.
func TestVictimIdentitiesWantAStepUp(t *testing.T) {
	w := newTeam(t)
	cleared := w.known["ana"]
	cleared.Clearances = []graph.Compartment{graph.VictimIdentity}
	w.known["ana"] = cleared
	w.known["stale"] = stale(cleared)
	secret := w.shared()
	secret["compartments"] = []any{"VICTIM_IDENTITY"}
	id := w.person("ana", "Hidden Victim-Example", secret).Record.ID
	query, variables := `query($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": id}
	for officer, want := range map[string]string{"stale": "STEP_UP_REQUIRED", "bogdan": "NOT_FOUND"} {
		if code, _ := w.fault(officer, query, variables); code != want {
			t.Errorf("%s: %s, not %s", officer, code, want)
		}
	}
	search := `{ search(input: {text: "Hidden Victim-Example"}) { id } }`
	for officer, want := range map[string]bool{"stale": false, "ana": true} {
		if got := strings.Contains(string(w.ask(officer, search, nil)), id); got != want {
			t.Errorf("%s finds it: %v", officer, got)
		}
	}
	if !strings.Contains(string(w.ask("stale", `{ me { stepUp { withheld } } }`, nil)), `"withheld":true`) {
		t.Error("the officer is not told that something is withheld")
	}
}
