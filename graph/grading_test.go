package graph_test

import (
	"testing"

	"pgregory.net/rapid"

	"entente/graph"
)

// gradings are the values of each scheme as the field's code lists give them,
// from the strongest source to the weakest, and for each from the strongest
// information to the weakest.
func gradings() map[graph.Scheme][]string {
	return map[graph.Scheme][]string{
		graph.UK3x5x2: {
			"1A", "1B", "1C", "1D", "1E", "2A", "2B", "2C", "2D", "2E", "3A", "3B", "3C", "3D", "3E",
		},
		graph.UK5x5x5: {
			"A1", "A2", "A3", "A4", "A5", "B1", "B2", "B3", "B4", "B5", "C1", "C2", "C3", "C4", "C5",
			"D1", "D2", "D3", "D4", "D5", "E1", "E2", "E3", "E4", "E5",
		},
		graph.SIENA: {
			"A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4", "C1", "C2", "C3", "C4", "X1", "X2", "X3", "X4",
		},
	}
}

func TestEverySchemeTakesItsValuesAndNoOther(t *testing.T) {
	const letters = "123456ABCDEFXYab0- "
	for scheme, values := range gradings() {
		allowed := map[string]bool{}
		for _, v := range values {
			allowed[v] = true
		}
		for _, a := range letters {
			for _, b := range letters {
				value := string(a) + string(b)
				want := "BAD_USER_INPUT grading.value"
				if allowed[value] {
					want = ""
				}
				if got := fault(graph.Grading{Scheme: scheme, Value: value}.Check("grading")); got != want {
					t.Errorf("%s %s: %q, not %q", scheme, value, got, want)
				}
			}
		}
	}
}

func TestGradingsOfNoScheme(t *testing.T) {
	for g, want := range map[graph.Grading]string{
		{}:                                     "", // not graded
		{Value: "1B"}:                          "BAD_USER_INPUT grading.scheme",
		{Scheme: "UK_4X4"}:                     "BAD_USER_INPUT grading.scheme",
		{Scheme: "uk_3x5x2", Value: "1B"}:      "BAD_USER_INPUT grading.scheme",
		{Scheme: graph.UK3x5x2}:                "BAD_USER_INPUT grading.value",
		{Scheme: graph.UK3x5x2, Value: "1"}:    "BAD_USER_INPUT grading.value",
		{Scheme: graph.UK3x5x2, Value: "1BC"}:  "BAD_USER_INPUT grading.value",
		{Scheme: graph.UK3x5x2, Value: "1AP"}:  "BAD_USER_INPUT grading.value", // handling is the marking's
		{Scheme: graph.SIENA, Value: "\xc3A1"}: "BAD_USER_INPUT grading.value",
	} {
		if got := fault(g.Check("grading")); got != want {
			t.Errorf("%+v: %q, not %q", g, got, want)
		}
	}
}

// Within a scheme, neither a worse source nor worse information makes a
// grading stronger, and the ends are 0 and 10.
func TestWeaknessFollowsTheSchemesOrder(t *testing.T) {
	for scheme, values := range gradings() {
		weakness := func(i int) int { return graph.Grading{Scheme: scheme, Value: values[i]}.Weakness() }
		if weakness(0) != 0 || weakness(len(values)-1) != 10 {
			t.Errorf("%s goes from %d to %d", scheme, weakness(0), weakness(len(values)-1))
		}
		rapid.Check(t, func(t *rapid.T) {
			a, b := rapid.IntRange(0, len(values)-1).Draw(t, "a"), rapid.IntRange(0, len(values)-1).Draw(t, "b")
			width := map[graph.Scheme]int{graph.UK3x5x2: 5, graph.UK5x5x5: 5, graph.SIENA: 4}[scheme]
			better := a/width <= b/width && a%width <= b%width && a != b
			if better && weakness(a) >= weakness(b) {
				t.Fatalf("%s is better than %s in both, and counts %d against %d", values[a], values[b], weakness(a), weakness(b))
			}
		})
	}
}

func TestWeaknessAcrossSchemes(t *testing.T) {
	for g, want := range map[graph.Grading]int{
		{Scheme: graph.UK3x5x2, Value: "1A"}: 0,
		{Scheme: graph.SIENA, Value: "A1"}:   0,
		{Scheme: graph.UK3x5x2, Value: "2C"}: 4,
		{Scheme: graph.UK3x5x2, Value: "3D"}: 8,
		{Scheme: graph.UK3x5x2, Value: "3E"}: 10,
		{Scheme: graph.SIENA, Value: "X4"}:   10,
		{}:                                   9,
		{Scheme: graph.UK3x5x2, Value: "A1"}: 9, // not a grading at all
	} {
		if got := g.Weakness(); got != want {
			t.Errorf("%+v: %d, not %d", g, got, want)
		}
	}
}
