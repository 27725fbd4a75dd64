package dismantle_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"entente/graph/engine/dismantle"
	"entente/graph/engine/network"
)

func anyNetwork(t *rapid.T, most int) *network.Network {
	n := rapid.IntRange(1, most).Draw(t, "n")
	end := rapid.Uint32Range(0, uint32(n-1))
	ties := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) network.Tie {
		return network.Tie{A: end.Draw(t, "a"), B: end.Draw(t, "b")}
	}), 0, 2*n).Draw(t, "ties")
	return network.New(n, ties)
}

// distances are those between all nodes left (Floyd and Warshall); -1 for none.
func distances(w *network.Network, gone map[uint32]bool) [][]int {
	n := w.Size()
	d := make([][]int, n)
	for a := range d {
		d[a] = slices.Repeat([]int{1 << 20}, n)
		if gone[uint32(a)] {
			continue
		}
		d[a][a] = 0
		for _, b := range w.Row(uint32(a)) {
			if !gone[b] {
				d[a][b] = 1
			}
		}
	}
	for k := range n {
		for a := range n {
			for b := range n {
				d[a][b] = min(d[a][b], d[a][k]+d[k][b])
			}
		}
	}
	return d
}

func measured(w *network.Network, o dismantle.Objective, distance int, set []uint32) float64 {
	gone := map[uint32]bool{}
	for _, v := range set {
		gone[v] = true
	}
	if o == dismantle.Reach {
		d, met := distances(w, nil), 0
		for b := range w.Size() {
			if slices.ContainsFunc(set, func(a uint32) bool { return d[a][b] <= distance }) {
				met++
			}
		}
		return -float64(met)
	}
	d := distances(w, gone)
	largest, pairs, near := 0, 0, 0.0
	for a := range d {
		size := 0
		for b := range d {
			if d[a][b] < 1<<20 {
				size++
				if a < b {
					pairs++
					near += 1 / float64(d[a][b])
				}
			}
		}
		largest = max(largest, size)
	}
	return map[dismantle.Objective]float64{
		dismantle.LargestComponent: float64(largest), dismantle.PairConnectivity: float64(pairs), dismantle.DistanceConnectivity: near,
	}[o]
}

// Every objective, with costs, exclusions, musts and safeguarded, is as good as
// the best of all sets.
func TestSolveIsExactOnSmallNetworks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := anyNetwork(t, 9)
		n := w.Size()
		p := dismantle.Problem{
			Network: w, Budget: rapid.Int64Range(0, 5).Draw(t, "budget"), Distance: rapid.IntRange(1, 2).Draw(t, "distance"),
			Objectives: []dismantle.Share{{Weight: 1, Objective: rapid.SampledFrom([]dismantle.Objective{
				dismantle.LargestComponent, dismantle.PairConnectivity, dismantle.DistanceConnectivity, dismantle.Reach,
			}).Draw(t, "objective")}},
			Cost:        rapid.SliceOfN(rapid.Int64Range(1, 3), n, n).Draw(t, "cost"),
			Allowed:     rapid.SliceOfN(rapid.Bool(), n, n).Draw(t, "allowed"),
			Safeguarded: rapid.SliceOfN(rapid.Bool(), n, n).Draw(t, "safeguarded"),
			Effort:      dismantle.Effort{Share: .001},
		}
		got, err := dismantle.Solve(t.Context(), p)
		if err != nil {
			t.Fatal(err)
		}
		var set []uint32
		cost := int64(0)
		for _, target := range got.Targets {
			if !p.Allowed[target.Node] || p.Safeguarded[target.Node] {
				t.Fatalf("%d may not be a target", target.Node)
			}
			set = append(set, target.Node)
			cost += p.Cost[target.Node]
			if value := measured(w, p.Objectives[0].Objective, p.Distance, set); math.Abs(value-target.Value) > 1e-9 {
				t.Fatalf("after %v: %v, not %v", set, target.Value, value)
			}
		}
		if cost > p.Budget || !got.Exact || (len(set) == 0) != (got.Empty != "") {
			t.Fatalf("%+v costs %d of %d", got, cost, p.Budget)
		}
		if want := bestOf(p); math.Abs(got.After-want) > 1e-9 {
			t.Fatalf("%v leaves %v, the best leaves %v", set, got.After, want)
		}
	})
}

func bestOf(p dismantle.Problem) float64 {
	best := math.Inf(1)
	for mask := range 1 << p.Network.Size() {
		var set []uint32
		cost, fits := int64(0), true
		for v := range p.Network.Size() {
			if mask>>v&1 == 1 {
				set = append(set, uint32(v))
				cost += p.Cost[v]
				fits = fits && p.Allowed[v] && !p.Safeguarded[v]
			}
		}
		if fits && cost <= p.Budget {
			best = min(best, measured(p.Network, p.Objectives[0].Objective, p.Distance, set))
		}
	}
	return best
}

func TestSolveRefusesWhatCannotBe(t *testing.T) {
	w := network.New(3, []network.Tie{{A: 0, B: 1}, {A: 1, B: 2}})
	largest := []dismantle.Share{{Objective: dismantle.LargestComponent, Weight: 1}}
	for field, p := range map[string]dismantle.Problem{
		"budget":                 {Network: w, Objectives: largest, Budget: -1},
		"cost.1":                 {Network: w, Objectives: largest, Cost: []int64{1, -1, 1}},
		"cost":                   {Network: w, Objectives: largest, Cost: []int64{1}},
		"objectives":             {Network: w},
		"objectives.0.objective": {Network: w, Objectives: []dismantle.Share{{Objective: "NONE", Weight: 1}}},
		"objectives.0.weight":    {Network: w, Objectives: []dismantle.Share{{Objective: dismantle.Reach}}},
		"distance":               {Network: w, Objectives: largest, Distance: -1},
		"must.0":                 {Network: w, Objectives: largest, Must: []uint32{7}, Budget: 1},
		"must.1":                 {Network: w, Objectives: largest, Must: []uint32{1, 1}, Budget: 2},
	} {
		_, err := dismantle.Solve(t.Context(), p)
		var bad *dismantle.BadInput
		if !errors.As(err, &bad) || bad.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

func TestSolveSaysWhyItIsEmpty(t *testing.T) {
	w := network.New(3, []network.Tie{{A: 0, B: 1}, {A: 1, B: 2}})
	largest := []dismantle.Share{{Objective: dismantle.LargestComponent, Weight: 1}}
	for want, p := range map[dismantle.Reason]dismantle.Problem{
		dismantle.NoTargets:    {Network: w, Objectives: largest, Budget: 1, Safeguarded: []bool{true, true, true}},
		dismantle.NothingFits:  {Network: w, Objectives: largest, Budget: 1, Cost: []int64{2, 2, 2}},
		dismantle.NothingGains: {Network: network.New(2, nil), Objectives: []dismantle.Share{{Objective: dismantle.PairConnectivity, Weight: 1}}, Budget: 1},
	} {
		got, err := dismantle.Solve(t.Context(), p)
		if err != nil || got.Empty != want || len(got.Targets) != 0 {
			t.Errorf("%s: %+v %v", want, got, err)
		}
	}
}

// Two hubs that each hold half of a network are what a plan names, and never
// somebody safeguarded.
func TestPlantedOrganisersAreNamed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cells := rapid.IntRange(3, 8).Draw(t, "cells")
		ties := []network.Tie{{A: 0, B: 1}}
		next := uint32(2)
		for cell := range cells {
			for range 3 {
				ties = append(ties, network.Tie{A: uint32(cell % 2), B: next})
				next++
			}
		}
		p := dismantle.Problem{
			Network: network.New(int(next), ties), Budget: 2,
			Objectives: []dismantle.Share{{Objective: dismantle.LargestComponent, Weight: 1}}, Effort: dismantle.Effort{Share: .01},
		}
		got, err := dismantle.Solve(t.Context(), p)
		if err != nil || len(got.Targets) != 2 || got.Targets[0].Node > 1 || got.Targets[1].Node > 1 {
			t.Fatalf("%+v %v", got, err)
		}
	})
}

func TestTheSameSeedGivesTheSamePlanWhateverTheWorkers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := anyNetwork(t, 40)
		seed := rapid.Uint64().Draw(t, "seed")
		one, err := dismantle.Sequence(t.Context(), w, nil, dismantle.Effort{Seed: seed, Workers: 1, Share: .002})
		if err != nil {
			t.Fatal(err)
		}
		two, err := dismantle.Sequence(t.Context(), w, nil, dismantle.Effort{Seed: seed, Workers: 2, Share: .002})
		if err != nil || !slices.Equal(one, two) {
			t.Fatalf("%v and %v: %v", one, two, err)
		}
	})
}
