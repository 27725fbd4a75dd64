package network_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"entente/graph/engine/network"
)

func divided(t rapid.TB, w *network.Network, o network.LeidenOptions) float64 {
	d, err := network.Leiden(context.Background(), w, o)
	if err != nil {
		t.Fatal(err)
	}
	return d.Modularity
}

// With one seed, a round more goes on from what the rounds before came to, and
// never to less.
func TestMoreRoundsAreNeverWorse(t *testing.T) {
	better := 0
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.SampledFrom([]int{200, 60, 30, 12, 5}).Draw(t, "n")
		w := scattered(n, 2*n, rapid.Uint64().Draw(t, "world"))
		o := network.LeidenOptions{Seed: rapid.Uint64().Draw(t, "seed"), Resolution: rapid.SampledFrom([]float64{1, 0.3, 2}).Draw(t, "gamma")}
		last := 0.0
		for o.Rounds = 1; o.Rounds <= 11; o.Rounds++ {
			q := divided(t, w, o)
			if o.Rounds > 1 && q < last-1e-12 {
				t.Fatalf("%v after %d rounds, %v after one less", q, o.Rounds, last)
			}
			if o.Rounds > 1 && q > last+1e-9 {
				better++
			}
			last = q
		}
		o.Rounds = 0
		if q := divided(t, w, o); q < last-1e-12 {
			t.Fatalf("%v after as many rounds as it takes, %v after ten", q, last)
		}
	})
	if better == 0 {
		t.Error("a round more was never better")
	}
}

// best is the highest modularity of all divisions, each made once: a node joins one
// of the communities of those before it, or begins its own.
func best(w *network.Network, gamma float64) float64 {
	community, most := make([]uint32, w.Size()), -1.0
	var from func(v int, count uint32)
	from = func(v int, count uint32) {
		if v == len(community) {
			most = max(most, modularity(w, community, gamma))
			return
		}
		for c := range count + 1 {
			community[v] = c
			from(v+1, max(count, c+1))
		}
	}
	from(0, 0)
	return most
}

// scattered is a network of random ties.
func scattered(n, ties int, seed uint64) *network.Network {
	random, drawn := rand.New(rand.NewPCG(seed, 8)), make([]network.Tie, ties) //nolint:gosec // repeatable on purpose
	for i := range drawn {
		drawn[i] = network.Tie{A: random.Uint32N(uint32(n)), B: random.Uint32N(uint32(n))} //nolint:gosec // small
	}
	return network.New(n, drawn)
}

// Leiden promises no best division. On 300 networks of up to seven nodes, the same
// at every run, it finds it, and says of none that it is better.
func TestSmallNetworksAreDividedAsWellAsAnyDivision(t *testing.T) {
	for seed := range uint64(300) {
		n := 2 + int(seed%6) //nolint:gosec // small
		w, gamma := scattered(n, int(seed)%(3*n), seed), []float64{1, 0.3, 2}[seed%3]
		got, want := divided(t, w, network.LeidenOptions{Seed: seed, Resolution: gamma}), best(w, gamma)
		if math.Abs(got-want) > 1e-12 {
			t.Errorf("network %d: %v, the best of all divisions has %v", seed, got, want)
		}
	}
}
