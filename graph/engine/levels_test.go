package engine_test

import (
	"math"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/engine"
	shape "entente/graph/engine/network"
)

// agreement is the normalised mutual information of two divisions by its
// definition: twice what each tells of the other, by what both tell.
func agreement(a, b engine.Communities) float64 {
	n, h, both := float64(a.Entities), 0.0, 0.0
	for i, divisions := range [][2]engine.Communities{{a, b}, {b, a}} {
		for _, x := range divisions[0].Communities {
			p := float64(len(x.Members)) / n
			h -= p * math.Log(p)
			for _, y := range divisions[1].Communities {
				if k := float64(len(common(x.Members, y.Members))); k > 0 && i == 0 {
					both += k / n * math.Log(k*n/float64(len(x.Members)*len(y.Members)))
				}
			}
		}
	}
	if h == 0 {
		return 1
	}
	return 2 * both / h
}

// Stability is the mean agreement of every two divisions with seeds one after the
// other; asking for it, or for levels, changes nothing of the division.
func TestStabilityIsTheAgreementOfEveryTwoRuns(t *testing.T) {
	unstable := 0
	firmlyOn(t, 300, func(t *rapid.T) {
		w, o := drawWorld(t), engine.CommunityOptions{
			Seed: rapid.Uint64().Draw(t, "seed"), Rounds: rapid.SampledFrom([]int{1, 1, 2, 0}).Draw(t, "rounds"), Resolution: rapid.SampledFrom([]float64{0, 2, .5}).Draw(t, "resolution"),
		}
		if rapid.Bool().Draw(t, "filtered") {
			o.Links = drawFilter(t)
		}
		view, runs := w.built(t), rapid.SampledFrom([]int{3, 4, 2, 1, 0}).Draw(t, "runs")
		divide := func(seed uint64) engine.Communities {
			one := o
			one.Seed = seed
			c, err := view.Communities(t.Context(), w.sight, one)
			must(t, err)
			return c
		}
		want := divide(o.Seed)
		if runs > 1 {
			sum := 0.0
			for i := range uint64(runs) { //nolint:gosec // small
				for j := range i {
					sum += agreement(divide(o.Seed+i), divide(o.Seed+j))
				}
			}
			want.Stability = sum / float64(runs*(runs-1)/2)
		}
		asked := o
		asked.Runs = runs
		got, err := view.Communities(t.Context(), w.sight, asked)
		must(t, err)
		if diff := gocmp.Diff(want, got, roughly); diff != "" {
			t.Fatal(diff)
		}
		if runs > 1 && want.Stability < .999 {
			unstable++
		}
	})
	if unstable == 0 {
		t.Error("all divisions agreed")
	}
}

// Each level has every entity in one part, and each part hangs together and lies in
// one part of the next level, at last in one community.
func TestLevelsAreNestedPartsOfAllInSight(t *testing.T) {
	deep := 0
	firmly(t, func(t *rapid.T) {
		w, f := drawWorld(t), drawFilter(t)
		o := engine.CommunityOptions{Links: f, Seed: rapid.Uint64().Draw(t, "seed"), Levels: true, Rounds: rapid.IntRange(0, 3).Draw(t, "rounds")}
		got, err := w.built(t).Communities(t.Context(), w.sight, o)
		must(t, err)
		d := w.visible().naive(f)
		var ties []shape.Tie
		for pair, sum := range d.links {
			for range sum.count {
				ties = append(ties, shape.Tie{A: uint32(pair[0]), B: uint32(pair[1])}) //nolint:gosec // small
			}
		}
		want, err := shape.Leiden(t.Context(), shape.New(len(d.ids), ties), shape.LeidenOptions{Seed: o.Seed, Rounds: o.Rounds})
		if must(t, err); len(got.Levels) != len(want.Levels) {
			t.Fatalf("%d levels, not the %d of its network", len(got.Levels), len(want.Levels))
		}
		next := make([][]graph.ID, len(got.Communities))
		for i, c := range got.Communities {
			next[i] = c.Members
		}
		for i := len(got.Levels) - 1; i >= 0; i-- {
			d.checkParts(t, got.Levels[i], next)
			if len(got.Levels[i]) > len(next) && len(got.Levels[i]) < len(d.ids) {
				deep++
			}
			next = got.Levels[i]
		}
	})
	if deep == 0 {
		t.Error("no level was finer than the next")
	}
}

// checkParts holds one level to the one above it.
func (d naive) checkParts(t *rapid.T, parts, above [][]graph.ID) {
	met := uint32(0)
	for i, part := range parts {
		set := uint32(0)
		for _, id := range part {
			set |= 1 << d.place[id]
		}
		if met&set != 0 || !slices.Equal(part, d.named(set)) || d.piece(d.place[part[0]], set) != set {
			t.Fatalf("part %d of %v is torn, out of order or no part", i, parts)
		}
		if met |= set; i > 0 && (len(part) > len(parts[i-1]) || len(part) == len(parts[i-1]) && part[0] < parts[i-1][0]) {
			t.Fatalf("parts out of order: %v", parts)
		}
		if !slices.ContainsFunc(above, func(whole []graph.ID) bool { return len(common(part, whole)) == len(part) }) {
			t.Fatalf("%v lies in several of %v", part, above)
		}
	}
	if met != d.all() {
		t.Fatalf("%v lack some of %v", parts, d.ids)
	}
}
