package policy_test

import (
	"crypto/sha256"
	"os"
	"reflect"
	"testing"
	"time"

	"github.com/goccy/go-yaml"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
)

// decided is one case of testdata/cases.yaml, where each field is explained.
type decided struct {
	Why          string
	Who          string
	Roles        []auth.Role
	Organisation string
	Clearances   []graph.Compartment
	Memberships  []string
	Marking      struct {
		Owner         string
		Scope         graph.Scope
		Officers      []string
		Organisations []string
		Operations    []string
		Compartments  []graph.Compartment
		Expires       time.Time
		Embargo       time.Time
	}
	At         time.Time
	Credential time.Time
	Seen       bool
	Reasons    []policy.Reason
}

// named is the id of an invented name, always the same; no name, no id.
func named(noun graph.Noun, name string) graph.ID {
	if name == "" || name == "nobody" {
		return ""
	}
	sum := sha256.Sum256([]byte(name))
	return graph.IDOf(noun, [16]byte(sum[:16]))
}

func allNamed(noun graph.Noun, names []string) []graph.ID {
	var ids []graph.ID
	for _, name := range names {
		ids = append(ids, named(noun, name))
	}
	return ids
}

func (c decided) principal() auth.Principal {
	if c.Credential.IsZero() {
		c.Credential = c.At.Add(time.Hour)
	}
	return auth.Principal{
		Officer: named(graph.NounOfficer, c.Who), Organisation: named(graph.NounOrganisation, c.Organisation),
		Roles: c.Roles, Clearances: c.Clearances, Expires: c.Credential,
	}
}

func (c decided) marking() graph.Marking {
	return graph.Marking{
		Owner: named(graph.NounOrganisation, c.Marking.Owner), Classification: graph.OfficialSensitive,
		Compartments: c.Marking.Compartments, Expires: c.Marking.Expires, Embargo: c.Marking.Embargo,
		Audience: graph.Audience{
			Scope: c.Marking.Scope, Officers: allNamed(graph.NounOfficer, c.Marking.Officers),
			Organisations: allNamed(graph.NounOrganisation, c.Marking.Organisations),
			Operations:    allNamed(graph.NounOperation, c.Marking.Operations),
		},
	}
}

func readCases(t *testing.T) []decided {
	t.Helper()
	text, err := os.ReadFile("testdata/cases.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var cases []decided
	if err := yaml.UnmarshalWithOptions(text, &cases, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	return cases
}

func TestCases(t *testing.T) {
	for _, c := range readCases(t) {
		t.Run(c.Why, func(t *testing.T) {
			teams := allNamed(graph.NounOperation, c.Memberships)
			got := policy.Decide(c.principal(), teams, c.marking(), c.At)
			want := policy.Decision{Seen: c.Seen, Reasons: c.Reasons}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s asks: %+v, not %+v", c.Who, got, want)
			}
			sight := policy.See(c.principal(), teams, []graph.Marking{c.marking()}, c.At)
			if sight.Sees(0) != c.Seen {
				t.Errorf("%s looks, and sees it: %v", c.Who, sight.Sees(0))
			}
		})
	}
}

// A reason that no case shows would be a rule nobody has read.
func TestEveryReasonHasACase(t *testing.T) {
	shown, roles := map[policy.Reason]bool{}, map[auth.Role]bool{}
	for _, c := range readCases(t) {
		for _, reason := range c.Reasons {
			shown[reason] = true
		}
		for _, role := range c.Roles {
			roles[role] = true
		}
	}
	for _, c := range readGates(t) {
		for _, reason := range c.Reasons {
			shown[reason] = true
		}
	}
	for _, m := range policy.Reasons() {
		if !shown[m.Reason] {
			t.Errorf("no case for %s", m.Reason)
		}
		if m.Says == "" || m.Reason.Says() != m.Says {
			t.Errorf("%s says %q", m.Reason, m.Reason.Says())
		}
		delete(shown, m.Reason)
	}
	if len(shown) > 0 {
		t.Errorf("reasons that are not of the list: %v", shown)
	}
	if policy.Reason("WHY_NOT").Says() != "" {
		t.Error("a reason that is not of the list says something")
	}
	if len(roles) != len(auth.Roles()) {
		t.Errorf("the cases show %d of %d roles", len(roles), len(auth.Roles()))
	}
}
