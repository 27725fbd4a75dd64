package engine_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/engine"
)

// members are those of the communities of more than one, by their places.
func members(c engine.Communities) map[int][]graph.ID {
	out := map[int][]graph.ID{}
	for i, community := range c.Communities {
		if len(community.Members) > 1 {
			out[i] = community.Members
		}
	}
	return out
}

func common(a, b []graph.ID) []graph.ID {
	return slices.DeleteFunc(slices.Clone(a), func(id graph.ID) bool { return !slices.Contains(b, id) })
}

func lacking(a, b []graph.ID) []graph.ID {
	return slices.DeleteFunc(slices.Clone(a), func(id graph.ID) bool { return slices.Contains(b, id) })
}

// naiveComparison is what became of communities, by looking at every pair of them.
func naiveComparison(before, after engine.Communities, likeness, part float64) engine.Comparison {
	out := engine.Comparison{Before: before, After: after}
	was, is := members(before), members(after)
	on := [2]map[int]bool{{}, {}}
	for {
		best := engine.KeptCommunity{}
		for i := range len(before.Communities) {
			for j := range len(after.Communities) {
				if was[i] == nil || is[j] == nil || on[0][i] || on[1][j] {
					continue
				}
				both := len(common(was[i], is[j]))
				if jaccard := float64(both) / float64(len(was[i])+len(is[j])-both); jaccard >= likeness && jaccard > best.Jaccard {
					best = engine.KeptCommunity{Before: i, After: j, Jaccard: jaccard, Joined: lacking(is[j], was[i]), Left: lacking(was[i], is[j])}
				}
			}
		}
		if best.Jaccard == 0 {
			break
		}
		on[0][best.Before], on[1][best.After] = true, true
		out.Kept = append(out.Kept, best)
	}
	several := func(ones, others map[int][]graph.ID, one, other int) (out []engine.MergedCommunity) {
		for at := range max(len(before.Communities), len(after.Communities)) {
			of := engine.MergedCommunity{One: at}
			for from := range max(len(before.Communities), len(after.Communities)) {
				if ones[at] != nil && others[from] != nil && float64(len(common(others[from], ones[at])))/float64(len(others[from])) >= part {
					of.Several = append(of.Several, from)
				}
			}
			if len(of.Several) > 1 {
				out = append(out, of)
				on[one][at] = true
				for _, from := range of.Several {
					on[other][from] = true
				}
			}
		}
		return out
	}
	out.Merged, out.Split = several(is, was, 1, 0), several(was, is, 0, 1)
	for i := range len(before.Communities) {
		if was[i] != nil && !on[0][i] {
			out.Died = append(out.Died, i)
		}
	}
	for j := range len(after.Communities) {
		if is[j] != nil && !on[1][j] {
			out.Born = append(out.Born, j)
		}
	}
	return out
}

// divided puts some letters into communities, as sets of ids in order.
func divided(random *rand.Rand, letters, communities int) engine.Communities {
	names := make([]string, communities)
	for i := range letters {
		if random.IntN(10) > 0 { // the others are not there at that date
			at := random.IntN(communities)
			names[at] += string(rune('a' + i))
		}
	}
	return communitiesOf(slices.DeleteFunc(names, func(n string) bool { return n == "" }))
}

func communitiesOf(names []string) engine.Communities { return communities(names...) }

func TestComparisonsAreThoseOfEveryPairOfCommunities(t *testing.T) {
	met := map[string]int{}
	firmly(t, func(t *rapid.T) {
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "divisions"), 7)) //nolint:gosec // repeatable on purpose
		letters := 6 + random.IntN(40)
		before, after := divided(random, letters, 1+random.IntN(5)), divided(random, letters, 1+random.IntN(5))
		for i, c := range before.Communities { // much stays as it was
			if j := random.IntN(5); j < len(after.Communities) && random.IntN(3) > 0 {
				for at := range after.Communities {
					after.Communities[at].Members = lacking(after.Communities[at].Members, c.Members[i%2:])
				}
				after.Communities[j].Members = append(after.Communities[j].Members, c.Members[i%2:]...)
				slices.Sort(after.Communities[j].Members)
			}
		}
		likeness := []float64{0, 0.3, 0.5, 0.05, 1}[random.IntN(5)]
		part := []float64{0, 0.6, 0.55, 0.51, 0.7, 0.75, 1}[random.IntN(7)]
		got, err := engine.Compare(before, after, likeness, part)
		must(t, err)
		if likeness == 0 {
			likeness = 0.3
		}
		if part == 0 {
			part = 0.6
		}
		want := naiveComparison(before, after, likeness, part)
		if diff := gocmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("alike from %v, a part from %v: %s", likeness, part, diff)
		}
		met["kept"] += len(got.Kept)
		met["merged"] += len(got.Merged)
		met["split"] += len(got.Split)
		met["born"] += len(got.Born)
		met["died"] += len(got.Died)
	})
	for _, what := range []string{"kept", "merged", "split", "born", "died"} {
		if met[what] == 0 {
			t.Errorf("none was %s: %v", what, met)
		}
	}
}

// Two dates are compared by the communities that the links valid then make.
func TestCommunitiesOfTwoDatesAreThoseOfWhatWasValidThen(t *testing.T) {
	changed := 0
	firmly(t, func(t *rapid.T) {
		w, f := drawWorld(t), drawFilter(t)
		o := engine.ComparisonOptions{
			CommunityOptions: engine.CommunityOptions{Links: f, Seed: rapid.Uint64().Draw(t, "seed")},
			Before:           time.UnixMilli(rapid.Int64Range(1, 3).Draw(t, "before")), After: time.UnixMilli(rapid.Int64Range(4, 7).Draw(t, "after")),
		}
		got, err := w.built(t).CompareCommunities(t.Context(), w.sight, o)
		must(t, err)
		then := func(at time.Time) engine.Communities {
			f.At = &at
			valid := w.visible().within(nil, nil, f)
			c, err := valid.built(t).Communities(t.Context(), w.sight, engine.CommunityOptions{Seed: o.Seed})
			must(t, err)
			return c
		}
		want := naiveComparison(then(o.Before), then(o.After), 0.3, 0.6)
		if diff := gocmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
		if gocmp.Diff(got.Before, got.After) != "" {
			changed++
		}
	})
	if changed == 0 {
		t.Error("no two dates differed")
	}
}

// 14 of 25 are exactly 0.56 of them, though 0.56 times 25 is a little more in binary.
func TestAPartOfExactlyTheShareCounts(t *testing.T) {
	var before engine.Communities
	into := engine.Community{}
	for i := range uint64(50) {
		id := idOf(graph.NounRecord, i)
		if i%25 == 0 {
			before.Communities = append(before.Communities, engine.Community{})
		}
		was := &before.Communities[i/25]
		if was.Members = append(was.Members, id); i%25 < 14 {
			into.Members = append(into.Members, id)
		}
	}
	got, err := engine.Compare(before, engine.Communities{Communities: []engine.Community{into}}, 0, 0.56)
	if must(t, err); len(got.Merged) != 1 || !slices.Equal(got.Merged[0].Several, []int{0, 1}) {
		t.Errorf("merged are %+v", got.Merged)
	}
}
