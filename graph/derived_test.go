package graph_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"entente/graph"
)

func TestWhatIsDerivedCarriesTheStrictest(t *testing.T) {
	uk, ro := anID(graph.NounOrganisation, 1), anID(graph.NounOrganisation, 2)
	markings := []graph.Marking{
		{Owner: ro, Classification: graph.Official, Handling: []graph.Handling{"H3"}, Restrictions: "Not before the arrests."},
		{Owner: uk, Classification: graph.OfficialSensitive, Handling: []graph.Handling{"C", "S2"}, Compartments: []graph.Compartment{graph.VictimIdentity}},
		{Owner: uk, Classification: graph.Official, Handling: []graph.Handling{"P"}, Compartments: []graph.Compartment{graph.Child}},
		{Owner: ro, Classification: graph.Official, Handling: []graph.Handling{"H0"}},
	}
	weak := graph.Grading{Scheme: graph.SIENA, Value: "X4"}
	got := graph.Derive(markings, []graph.Grading{{Scheme: graph.UK3x5x2, Value: "1A"}, weak, {Scheme: graph.UK3x5x2, Value: "3E"}})
	want := graph.Derived{
		Handling: []graph.Handling{"C", "H3", "S2"}, Restrictions: []string{"Not before the arrests."},
		Classification: graph.OfficialSensitive, Compartments: []graph.Compartment{graph.Child, graph.VictimIdentity},
		Weakest: &weak, Owners: []graph.ID{uk, ro},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, not %+v", got, want)
	}
}

func TestCodesThatAnotherMakesMoot(t *testing.T) {
	for _, c := range []struct{ given, want []graph.Handling }{
		{nil, nil},
		{[]graph.Handling{"P", "P"}, []graph.Handling{"P"}},
		{[]graph.Handling{"H0", "P"}, []graph.Handling{"H0"}},
		{[]graph.Handling{"P", "C"}, []graph.Handling{"C"}},
		{[]graph.Handling{"H0", "H1"}, []graph.Handling{"H1"}},
		{[]graph.Handling{"H0", "C"}, []graph.Handling{"C", "H0"}},
		{[]graph.Handling{"P", "H0", "C", "A1", "H2"}, []graph.Handling{"A1", "C", "H2"}},
	} {
		var markings []graph.Marking
		for _, h := range c.given {
			markings = append(markings, graph.Marking{Classification: graph.Official, Handling: []graph.Handling{h}})
		}
		if got := graph.Derive(markings, nil).Handling; !reflect.DeepEqual(got, c.want) {
			t.Errorf("of %v: %v, not %v", c.given, got, c.want)
		}
	}
}

func TestOfNothingNothingIsDerived(t *testing.T) {
	if got := graph.Derive(nil, nil); !reflect.DeepEqual(got, graph.Derived{Classification: graph.Official}) {
		t.Errorf("%+v", got)
	}
	strong := graph.Grading{Scheme: graph.UK3x5x2, Value: "1A"}
	if got := graph.Derive(nil, []graph.Grading{strong, {}}).Weakest; got != nil {
		t.Errorf("with a part that is not graded the weakest is %v", got)
	}
}

// The order of inputs is nothing to the result, and every input is in it.
func TestEveryInputCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		markings := rapid.SliceOfN(rapid.Map(aMarking(), graph.Marking.Canonical), 1, 6).Draw(t, "markings")
		got := graph.Derive(markings, nil)
		if other := graph.Derive(rapid.Permutation(markings).Draw(t, "another order"), nil); !reflect.DeepEqual(got, other) {
			t.Fatalf("%+v in another order is %+v", got, other)
		}
		for _, m := range markings {
			for _, h := range m.Handling {
				if h != "P" && h != "H0" && !slices.Contains(got.Handling, h) {
					t.Fatalf("%s is lost: %v", h, got.Handling)
				}
			}
			for _, c := range m.Compartments {
				if !slices.Contains(got.Compartments, c) {
					t.Fatalf("%s is lost", c)
				}
			}
			if m.Restrictions != "" && !slices.Contains(got.Restrictions, m.Restrictions) {
				t.Fatalf("%q is lost", m.Restrictions)
			}
			if !slices.Contains(got.Owners, m.Owner) || (m.Classification != graph.Official && got.Classification == graph.Official) {
				t.Fatalf("%+v is not in %+v", m, got)
			}
		}
	})
}
