package engine_test

import (
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"entente/graph"
)

// What is derived from some entities stands under the markings of all their
// records and of the links among them, and under no other.
func TestMarkingsAreThoseOfAllThatIsAmong(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		seen := w.visible()
		all := ids(w)
		some := all[:rapid.IntRange(0, len(all)).Draw(t, "some")]
		entities := seen.entities()
		wanted := map[graph.ID]bool{}
		for _, id := range some {
			if e := entities[id]; len(e) > 0 {
				wanted[e[0]] = true
			}
		}
		var want []graph.MarkingID
		for _, n := range seen.nodes {
			if wanted[entities[n.ID][0]] {
				want = append(want, n.Marking)
			}
		}
		for _, e := range seen.edges {
			if wanted[entities[e.From][0]] && wanted[entities[e.To][0]] {
				want = append(want, e.Marking)
			}
		}
		slices.Sort(want)
		want = slices.Compact(want)
		got := w.built(t).Markings(w.sight, some)
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Fatalf("(-brute force +engine):\n%s", diff)
		}
	})
}
