package dismantle_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync/atomic"
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

// flowing is what flows from the sources to the sinks once a set is removed, by a
// method that has nothing in common with what it checks.
func flowing(p dismantle.Problem, o dismantle.Objective, set []uint32) float64 {
	n := p.Network.Size()
	capacity := make([][]int64, 2*n+2)
	for i := range capacity {
		capacity[i] = make([]int64, 2*n+2)
	}
	for v := range n {
		switch {
		case slices.Contains(set, uint32(v)):
		case o == dismantle.Supply && p.Allowed[v] && !p.Safeguarded[v]:
			capacity[2*v][2*v+1] = 1
		default:
			capacity[2*v][2*v+1] = 1 << 40
		}
	}
	for _, f := range p.Flows {
		amount := f.Amount
		if o == dismantle.Supply {
			amount = 1
		}
		if f.From != f.To {
			capacity[2*f.From+1][2*f.To] += amount
		}
	}
	for _, v := range p.Sources {
		capacity[2*n][2*v] = 1 << 40
	}
	for _, v := range p.Sinks {
		capacity[2*v+1][2*n+1] = 1 << 40
	}
	return float64(maxFlow(capacity, 2*n, 2*n+1))
}

// valued is a problem's value once a set is removed.
func valued(p dismantle.Problem, set []uint32) float64 {
	one := func(o dismantle.Objective, set []uint32) float64 {
		if o == dismantle.Supply || o == dismantle.Money {
			return flowing(p, o, set)
		}
		return measured(p.Network, o, p.Distance, set)
	}
	if len(p.Objectives) == 1 {
		return one(p.Objectives[0].Objective, set)
	}
	sum := 0.0
	for _, o := range p.Objectives {
		whole := one(o.Objective, nil)
		if o.Objective == dismantle.Reach {
			whole = float64(p.Network.Size())
		}
		if whole > 0 {
			sum += o.Weight * one(o.Objective, set) / whole
		}
	}
	return sum
}

func anyProblem(n int, rng *rand.Rand) dismantle.Problem {
	objectives := []dismantle.Objective{
		dismantle.LargestComponent, dismantle.PairConnectivity, dismantle.DistanceConnectivity, dismantle.Reach, dismantle.Supply, dismantle.Money,
	}
	p := dismantle.Problem{
		Network: random(n, rng.IntN(2*n+1), rng.Uint64()), Budget: int64(rng.IntN(6)), Distance: 1 + rng.IntN(2),
		Objectives: []dismantle.Share{{Weight: 1, Objective: objectives[rng.IntN(6)]}}, Effort: dismantle.Effort{Share: .001},
		Sources: []uint32{uint32(rng.IntN(n))}, Sinks: []uint32{uint32(rng.IntN(n)), uint32(rng.IntN(n))},
	}
	for len(p.Objectives) < 4 && rng.IntN(2) == 0 {
		p.Objectives = append(p.Objectives, dismantle.Share{Weight: .1 + rng.Float64(), Objective: objectives[rng.IntN(6)]})
	}
	for v := range uint32(n) {
		p.Cost = append(p.Cost, 1+int64(rng.IntN(3)))
		p.Allowed, p.Safeguarded = append(p.Allowed, rng.IntN(3) > 0), append(p.Safeguarded, rng.IntN(4) == 0)
		for _, end := range p.Network.Row(v) {
			if rng.IntN(2) == 0 {
				p.Flows = append(p.Flows, dismantle.Flow{From: v, To: end, Amount: int64(rng.IntN(10))})
			}
		}
	}
	if v := uint32(rng.IntN(n)); rng.IntN(2) == 0 && p.Allowed[v] && !p.Safeguarded[v] && p.Cost[v] <= p.Budget {
		p.Must = []uint32{v}
	}
	return p
}

// Every objective and mixes of up to four, with costs, exclusions, safeguarded and one
// that must be in the plan, is as good as the best of all sets.
func TestSolveIsExactOnSmallNetworks(t *testing.T) {
	refused := 0
	rapid.Check(t, func(t *rapid.T) {
		p := anyProblem(rapid.IntRange(1, 9).Draw(t, "n"), rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 7)))
		got, err := dismantle.Solve(t.Context(), p)
		var bad *dismantle.BadInput
		if errors.As(err, &bad) && (bad.Field == "sinks" || strings.HasSuffix(bad.Field, "objective")) {
			refused++ // a source that is a sink, or no money
			return
		}
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
			if value := valued(p, set); math.Abs(value-target.Value) > 1e-9 {
				t.Fatalf("after %v: %v, not %v", set, target.Value, value)
			}
		}
		if cost > p.Budget || !got.Exact || (len(set) == 0) != (got.Empty != "") {
			t.Fatalf("%+v costs %d of %d", got, cost, p.Budget)
		}
		for _, v := range p.Must {
			if !slices.Contains(set, v) {
				t.Fatalf("%v lacks %d", set, v)
			}
		}
		if want := bestOf(p); math.Abs(got.After-want) > 1e-9 {
			t.Fatalf("%v leaves %v, the best leaves %v", set, got.After, want)
		}
	})
	if refused > 60 {
		t.Errorf("%d problems were refused", refused)
	}
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
		for _, v := range p.Must {
			fits = fits && mask>>v&1 == 1
		}
		if fits && cost <= p.Budget {
			best = min(best, valued(p, set))
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
		"objectives.1.weight":    {Network: w, Objectives: append(largest, dismantle.Share{Objective: dismantle.Reach, Weight: 1e308})},
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

// A plan that is cancelled half way ends with the context's error, and tells of
// its progress until then.
func TestPlansTellOfTheirProgressAndCanBeCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	var told atomic.Int64
	_, err := dismantle.Solve(ctx, dismantle.Problem{
		Network: random(150, 300, 1), Budget: 5, Objectives: []dismantle.Share{{Objective: dismantle.LargestComponent, Weight: 1}},
		Effort: dismantle.Effort{Share: 1, Workers: 2, Progress: func(done, total int) {
			if told.Store(int64(done)); done > total {
				t.Errorf("%d of %d", done, total)
			}
			if done == 3 {
				cancel()
			}
		}},
	})
	if !errors.Is(err, context.Canceled) || told.Load() < 3 {
		t.Errorf("told of %d: %v", told.Load(), err)
	}
}

// asked counts how often it is asked whether it has ended.
type asked struct {
	context.Context
	times *atomic.Int64
}

func (c asked) Err() error {
	c.times.Add(1)
	return c.Context.Err()
}

// Whoever cancels a plan waits for one set at most: by distances among a thousand one
// takes so long that a round of the greedy choice took minutes.
func TestAPlanAsksBeforeEachSetWhetherItIsCancelled(t *testing.T) {
	ctx := asked{t.Context(), &atomic.Int64{}}
	_, err := dismantle.Solve(ctx, dismantle.Problem{
		Network: random(80, 120, 1), Budget: 6, Objectives: []dismantle.Share{{Objective: dismantle.DistanceConnectivity, Weight: 1}},
	})
	must(t, err)
	if times := ctx.times.Load(); times < 6*74 {
		t.Errorf("it asked %d times in six choices among 80", times)
	}
}
