package network_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"entente/graph/engine/network"
)

func anyTies(t *rapid.T, n int) []network.Tie {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) network.Tie {
		end := rapid.Uint32Range(0, uint32(n-1)) //nolint:gosec // small
		return network.Tie{A: end.Draw(t, "a"), B: end.Draw(t, "b")}
	}), 0, 4*n).Draw(t, "ties")
}

func TestNewKeepsEveryTieAndNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "n")
		ties := anyTies(t, n)
		want := map[network.Tie]uint32{}
		for _, tie := range ties {
			if tie.A != tie.B {
				want[tie]++
				want[network.Tie{A: tie.B, B: tie.A}]++
			}
		}
		w := network.New(n, ties)
		if w.Size() != n || 2*w.Ties() != len(want) {
			t.Fatalf("%d nodes and %d ties, not %d and %d", w.Size(), w.Ties(), n, len(want)/2)
		}
		for v := range uint32(n) { //nolint:gosec // small
			if !slices.IsSorted(w.Row(v)) || len(w.Row(v)) != w.Degree(v) {
				t.Fatalf("row of %d: %v", v, w.Row(v))
			}
			for at := w.Begins[v]; at < w.Begins[v+1]; at++ {
				if got := w.Weight(at); got != want[network.Tie{A: v, B: w.Ends[at]}] {
					t.Fatalf("the tie of %d and %d weighs %d", v, w.Ends[at], got)
				}
			}
			for other := range uint32(n) { //nolint:gosec // small
				if w.Tied(v, other) != (want[network.Tie{A: v, B: other}] > 0) {
					t.Fatalf("%d and %d are tied: %v", v, other, w.Tied(v, other))
				}
			}
		}
	})
}
