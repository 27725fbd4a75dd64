package policy_test

import (
	"os"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/goccy/go-yaml"
	"pgregory.net/rapid"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
)

// ruled is one case of testdata/gates.yaml, where each field is explained.
type ruled struct {
	Why          string
	Organisation string
	Roles        []auth.Role
	Handling     []graph.Handling
	Restrictions string
	Scope        graph.Scope
	Released     []struct {
		Action policy.Action
		To     string
		Until  time.Time
	}
	Actions []policy.Action
	Open    bool
	Reasons []policy.Reason
	Keys    []policy.Key
}

func readGates(t *testing.T) []ruled {
	t.Helper()
	text, err := os.ReadFile("testdata/gates.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var cases []ruled
	if err := yaml.UnmarshalWithOptions(text, &cases, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	return cases
}

func (c ruled) officer() auth.Principal {
	if c.Roles == nil {
		c.Roles = []auth.Role{auth.Investigator}
	}
	return auth.Principal{
		Officer: named(graph.NounOfficer, "the officer"), Organisation: named(graph.NounOrganisation, c.Organisation),
		Roles: c.Roles, Expires: theDay().Add(time.Hour),
	}
}

func (c ruled) marking() graph.Marking {
	if c.Scope == "" {
		c.Scope = graph.Everyone
	}
	return graph.Marking{
		Owner: named(graph.NounOrganisation, "UK Example Police"), Audience: graph.Audience{Scope: c.Scope},
		Classification: graph.OfficialSensitive, Handling: c.Handling, Restrictions: c.Restrictions,
	}
}

func (c ruled) permissions() []policy.Permission {
	var out []policy.Permission
	for _, r := range c.Released {
		out = append(out, policy.Permission{Action: r.Action, Organisation: named(graph.NounOrganisation, r.To), Until: r.Until})
	}
	return out
}

func TestGates(t *testing.T) {
	for _, c := range readGates(t) {
		for _, action := range c.Actions {
			t.Run(c.Why+" "+string(action), func(t *testing.T) {
				want := policy.Ruling{Open: c.Open, Reasons: c.Reasons, Keys: c.Keys}
				if got := policy.Gate(c.officer(), nil, c.marking(), action, c.permissions(), theDay()); !reflect.DeepEqual(got, want) {
					t.Errorf("%+v, not %+v", got, want)
				}
			})
		}
	}
}

// Every code has, for every action, a case in which it stands alone or with
// what it needs.
func TestEveryCodeAndActionHasACase(t *testing.T) {
	shown := map[graph.Handling]map[policy.Action]bool{}
	for _, c := range readGates(t) {
		for _, h := range c.Handling {
			if shown[h] == nil {
				shown[h] = map[policy.Action]bool{}
			}
			for _, action := range c.Actions {
				shown[h][action] = true
			}
		}
	}
	for _, h := range graph.Handlings() {
		for _, action := range policy.Actions() {
			if action != policy.ToSee && !shown[h][action] {
				t.Errorf("no case for %s under %s", action, h)
			}
		}
	}
}

// anyHandling draws codes that a marking may carry.
func anyHandling() *rapid.Generator[[]graph.Handling] {
	return rapid.Custom(func(t *rapid.T) []graph.Handling {
		return rapid.SliceOfNDistinct(rapid.SampledFrom(graph.Handlings()), 0, 4, rapid.ID).Filter(func(codes []graph.Handling) bool {
			return handled(codes).Check() == nil
		}).Draw(t, "handling")
	})
}

// handled is a marking for everyone with these codes.
func handled(codes []graph.Handling) graph.Marking {
	m := graph.Marking{
		Owner: named(graph.NounOrganisation, "UK Example Police"), Audience: graph.Audience{Scope: graph.Everyone},
		Classification: graph.OfficialSensitive, Handling: codes,
	}
	if slices.Contains(codes, "H3") {
		m.Restrictions = "Ask the desk."
	}
	return m
}

func mayAll(codes []graph.Handling, action policy.Action) policy.Ruling {
	reader := ruled{Organisation: "RO Example Police"}.officer()
	return policy.Gate(reader, nil, handled(codes), action, nil, theDay())
}

// A further code never opens a gate, and a closed gate always says what opens it.
func TestAFurtherCodeOpensNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		codes, action := anyHandling().Draw(t, "handling"), rapid.SampledFrom(policy.Actions()).Draw(t, "action")
		more := append(slices.Clone(codes), rapid.SampledFrom(graph.Handlings()).Draw(t, "further"))
		before, after := mayAll(codes, action), mayAll(more, action)
		if len(codes) > 0 && !before.Open && after.Open {
			t.Fatalf("%v closes %s, and %v opens it", codes, action, more)
		}
		if len(before.Reasons) == 0 || before.Open == (len(before.Keys) > 0) {
			t.Fatalf("%s under %v: %+v", action, codes, before)
		}
	})
}

// Another scheme's codes never open what one's own had closed.
func TestTranslatingOpensNothing(t *testing.T) {
	lists, err := graph.StandardCodeLists()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		codes, action := anyHandling().Draw(t, "handling"), rapid.SampledFrom(policy.Actions()).Draw(t, "action")
		to := rapid.SampledFrom([]graph.Scheme{graph.UK3x5x2, graph.SIENA}).Draw(t, "to")
		there, err := lists.Translate(graph.Grading{}, codes, to, theDay())
		if err != nil {
			t.Fatal(err)
		}
		if !mayAll(codes, action).Open && mayAll(there.Handling, action).Open {
			t.Fatalf("%v closes %s, and %v opens it", codes, action, there.Handling)
		}
	})
}
