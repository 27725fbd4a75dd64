package engine_test

import (
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"entente/graph"
)

// What stands under some markings is what of it can be seen: of a link with a
// hidden end nothing shows.
func TestUnderIsWhatOfAMarkingIsInSight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		marks := rapid.SliceOfDistinct(rapid.Uint32Range(0, worldMarkings-1), rapid.ID).Draw(t, "markings")
		var asked []graph.MarkingID
		for _, m := range marks {
			asked = append(asked, graph.MarkingID(m))
		}
		seen := w.visible()
		var want, links []graph.ID
		for _, n := range seen.nodes {
			if slices.Contains(asked, n.Marking) {
				want = append(want, n.ID)
			}
		}
		for _, e := range seen.edges {
			if slices.Contains(asked, e.Marking) {
				links = append(links, e.ID)
			}
		}
		slices.Sort(want)
		slices.Sort(links)
		want = append(want, links...)
		view := w.built(t)
		if diff := gocmp.Diff(want, view.Under(w.sight, asked, len(want))); diff != "" {
			t.Fatalf("(-brute force +engine):\n%s", diff)
		}
		if n := len(view.Under(w.sight, asked, len(want)/2)); len(want) > 0 && n <= len(want)/2 {
			t.Fatalf("%d of %d, where more than half are to be there", n, len(want))
		}
	})
}
