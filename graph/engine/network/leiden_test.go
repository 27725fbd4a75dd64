package network_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"entente/graph/engine/network"
)

// modularity is the definition, over all pairs of nodes.
func modularity(w *network.Network, community []uint32, gamma float64) float64 {
	n := uint32(w.Size()) //nolint:gosec // small
	strength, twice := make([]float64, n), 0.0
	weight := map[network.Tie]float64{}
	for v := range n {
		for at := w.Begins[v]; at < w.Begins[v+1]; at++ {
			weight[network.Tie{A: v, B: w.Ends[at]}] = float64(w.Weight(at))
			strength[v] += float64(w.Weight(at))
		}
		twice += strength[v]
	}
	if twice == 0 {
		return 0
	}
	q := 0.0
	for a := range n {
		for b := range n {
			if community[a] == community[b] {
				q += weight[network.Tie{A: a, B: b}] - gamma*strength[a]*strength[b]/twice
			}
		}
	}
	return q / twice
}

// pieces is how many connected pieces the communities of a network have.
func pieces(w *network.Network, community []uint32) int {
	seen, count := make([]bool, w.Size()), 0
	for v := range seen {
		if seen[v] {
			continue
		}
		count++
		seen[v] = true
		for queue := []uint32{uint32(v)}; len(queue) > 0; queue = queue[1:] { //nolint:gosec // small
			for _, end := range w.Row(queue[0]) {
				if !seen[end] && community[end] == community[v] {
					seen[end] = true
					queue = append(queue, end)
				}
			}
		}
	}
	return count
}

func TestLeidenDividesIntoConnectedCommunitiesOfWhichItSaysTheModularity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.SampledFrom([]int{1, 2, 5, 12, 30, 200}).Draw(t, "n")
		w := network.New(n, anyTies(t, n))
		gamma := rapid.SampledFrom([]float64{1, 0.3, 2}).Draw(t, "gamma")
		d, err := network.Leiden(t.Context(), w, network.LeidenOptions{
			Resolution: gamma, Seed: rapid.Uint64().Draw(t, "seed"), Rounds: rapid.IntRange(0, 3).Draw(t, "rounds"),
		})
		if err != nil {
			t.Fatal(err)
		}
		if q := modularity(w, d.Community, gamma); math.Abs(q-d.Modularity) > 1e-12 {
			t.Fatalf("says %v, has %v", d.Modularity, q)
		}
		single := make([]uint32, n)
		for i := range single {
			single[i] = uint32(i) //nolint:gosec // small
		}
		if d.Modularity < modularity(w, single, gamma)-1e-12 {
			t.Fatalf("%v is worse than everybody alone", d.Modularity)
		}
		if got := pieces(w, d.Community); got != d.Count {
			t.Fatalf("%d communities in %d pieces", d.Count, got)
		}
		checkNested(t, w, append(slices.Clone(d.Levels), d.Community))
	})
}

// checkNested asks that the parts of each level are connected, and lie within
// one part of the next.
func checkNested(t *rapid.T, w *network.Network, levels [][]uint32) {
	for i, level := range levels {
		count := int(slices.Max(level)) + 1
		if got := pieces(w, level); got != count {
			t.Fatalf("level %d: %d parts in %d pieces", i, count, got)
		}
		if i == 0 {
			continue
		}
		within := map[uint32]uint32{}
		for v, part := range levels[i-1] {
			if around, ok := within[part]; ok && around != level[v] {
				t.Fatalf("part %d of level %d lies in two of the next", part, i-1)
			}
			within[part] = level[v]
		}
	}
}

func TestLeidenGivesTheSameWhateverTheNumberOfWorkers(t *testing.T) {
	w := planted(9_000)
	for seed := range uint64(3) {
		want, err := network.Leiden(t.Context(), w, network.LeidenOptions{Seed: seed, Workers: 1})
		if err != nil {
			t.Fatal(err)
		}
		for _, workers := range []int{2, 3, 8, 0} {
			got, err := network.Leiden(t.Context(), w, network.LeidenOptions{Seed: seed, Workers: workers})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%d workers: %s", workers, diff)
			}
		}
	}
}

// planted is a network of groups of ten in which all are tied, each to the next
// group by one tie.
func planted(n int) *network.Network {
	var ties []network.Tie
	for v := range uint32(n) { //nolint:gosec // small
		for other := v - v%10; other < v; other++ {
			ties = append(ties, network.Tie{A: v, B: other})
		}
		if v%10 == 0 && v > 0 {
			ties = append(ties, network.Tie{A: v, B: v - 5})
		}
	}
	return network.New(n, ties)
}

func TestLeidenFindsPlantedGroups(t *testing.T) {
	d, err := network.Leiden(t.Context(), planted(60), network.LeidenOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for v, c := range d.Community {
		if c != uint32(v/10) { //nolint:gosec // small
			t.Fatalf("node %d is in community %d", v, c)
		}
	}
}

func TestLeidenRefusesWeightsItCannotCount(t *testing.T) {
	w := &network.Network{Begins: []uint32{0, 1, 2}, Ends: []uint32{1, 0}, Weights: []uint32{1 << 31, 1 << 31}}
	if _, err := network.Leiden(t.Context(), w, network.LeidenOptions{}); err != network.ErrTooHeavy {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := network.Leiden(ctx, planted(100), network.LeidenOptions{}); err != context.Canceled {
		t.Errorf("got %v", err)
	}
}

func TestAgreementAndStability(t *testing.T) {
	a, b := []uint32{0, 0, 1, 1}, []uint32{1, 1, 0, 0}
	if got := network.Agreement(a, b); math.Abs(got-1) > 1e-12 {
		t.Errorf("two names of one division agree to %v", got)
	}
	if got := network.Agreement(a, []uint32{0, 1, 0, 1}); math.Abs(got) > 1e-12 {
		t.Errorf("two divisions that say nothing of each other agree to %v", got)
	}
	if got := network.Agreement([]uint32{0, 0}, []uint32{0, 0}); got != 1 {
		t.Errorf("two divisions into one agree to %v", got)
	}
	// H(a) = ln 2; the other has 3 and 1: 2 I/(H+H) by hand.
	hb := -(0.75*math.Log(0.75) + 0.25*math.Log(0.25))
	both := -(0.5*math.Log(0.5) + 2*0.25*math.Log(0.25))
	want := 2 * (math.Log(2) + hb - both) / (math.Log(2) + hb)
	if got := network.Agreement(a, []uint32{0, 0, 0, 1}); math.Abs(got-want) > 1e-12 {
		t.Errorf("got %v, not %v", got, want)
	}
	if got, err := network.Stability(t.Context(), planted(60), network.LeidenOptions{}, 5, nil); err != nil || math.Abs(got-1) > 1e-12 {
		t.Errorf("planted groups are found to %v, %v", got, err)
	}
}
