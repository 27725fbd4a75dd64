package dismantle_test

import (
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"entente/graph/engine/dismantle"
	"entente/graph/engine/network"
)

// mixOf is a problem of objectives that weigh the same.
func mixOf(w *network.Network, budget int64, objectives ...dismantle.Objective) dismantle.Problem {
	p := dismantle.Problem{Network: w, Budget: budget, Effort: dismantle.Effort{Share: .001, Workers: 2}}
	for _, o := range objectives {
		p.Objectives = append(p.Objectives, dismantle.Share{Objective: o, Weight: 1})
	}
	return p
}

// leastMix tries all sets of so many nodes: the least sum of the shares of the largest
// component and of pairs, those reached taken off; and of distances, where they count.
func leastMix(w *network.Network, removals int, distances bool) float64 {
	rows, nodes := rowsOf(w)
	by, near := reached(rows, 1), nearness(rows, nodes)
	wholeLargest, wholePairs := left(rows, nodes)
	least := math.Inf(1)
	var try func(from uint32, removals int, met words)
	try = func(from uint32, removals int, met words) {
		if removals == 0 {
			largest, pairs := left(rows, nodes)
			sum := float64(largest)/float64(wholeLargest) + float64(pairs)/float64(wholePairs) - float64(met.count())/float64(w.Size())
			if distances {
				sum += nearness(rows, nodes) / near
			}
			least = min(least, sum)
			return
		}
		for v := from; v < uint32(w.Size()); v++ {
			nodes.drop(v)
			try(v+1, removals-1, met.with(by[v]))
			nodes.set(v)
		}
	}
	try(0, removals, words{})
	return least
}

// Three of 150, all 551,300 sets of them, and three of 60 where distances count too.
func TestExactIsTheLeastOfAllSetsInAMix(t *testing.T) {
	for _, c := range []struct {
		n, ties int
		mix     []dismantle.Objective
	}{
		{150, 120, []dismantle.Objective{dismantle.LargestComponent, dismantle.PairConnectivity, dismantle.Reach}},
		{150, 200, []dismantle.Objective{dismantle.LargestComponent, dismantle.PairConnectivity, dismantle.Reach}},
		{60, 70, []dismantle.Objective{dismantle.Reach, dismantle.DistanceConnectivity, dismantle.LargestComponent, dismantle.PairConnectivity}},
		{60, 150, []dismantle.Objective{dismantle.Reach, dismantle.DistanceConnectivity, dismantle.LargestComponent, dismantle.PairConnectivity}},
	} {
		w := random(c.n, c.ties, 3)
		plan, err := dismantle.Solve(t.Context(), mixOf(w, 3, c.mix...))
		must(t, err)
		if want := leastMix(w, 3, c.n < 100); !plan.Exact || math.Abs(plan.After-want) > 1e-9 {
			t.Errorf("%+v: %v, exact %t, want %v", c, plan.After, plan.Exact, want)
		}
	}
}

// Five of 150 are tied to everybody: they are the best five by distance, each of them
// reaches all, and while one stays nothing comes apart. So they are best in every mix.
func TestFiveWhoKnowEverybodyAreTheBestInAMix(t *testing.T) {
	for _, ties := range []int{200, 800} {
		rng := rand.New(rand.NewPCG(4, uint64(ties)))
		var all []network.Tie
		for range ties {
			all = append(all, network.Tie{A: uint32(rng.IntN(150)), B: uint32(rng.IntN(150))})
		}
		hubs := map[uint32]bool{}
		for _, hub := range rng.Perm(150)[:5] {
			hubs[uint32(hub)] = true
			for v := range uint32(150) {
				all = append(all, network.Tie{A: uint32(hub), B: v})
			}
		}
		plan, err := dismantle.Solve(t.Context(), mixOf(network.New(150, all), 5,
			dismantle.DistanceConnectivity, dismantle.LargestComponent, dismantle.PairConnectivity))
		must(t, err)
		for _, target := range plan.Targets {
			delete(hubs, target.Node)
		}
		if !plan.Exact || len(plan.Targets) != 5 || len(hubs) > 0 {
			t.Errorf("%d ties: without %v: %+v", ties, hubs, plan.Targets)
		}
	}
}

// Five of 150 in a mix are exact, with what flows in it too, and the same for any number
// of workers.
func TestFiveInAMixAreTheSameForAnyWorkers(t *testing.T) {
	p := mixOf(random(150, 170, 1), 5, dismantle.LargestComponent, dismantle.Reach, dismantle.Supply, dismantle.Money)
	for v := range uint32(150) {
		for _, end := range p.Network.Row(v) {
			p.Flows = append(p.Flows, dismantle.Flow{From: v, To: end, Amount: int64(v%7 + 1)})
		}
	}
	p.Sources, p.Sinks = []uint32{0, 1, 2, 3}, []uint32{5, 6, 7, 8}
	p.Workers = 1
	one, err := dismantle.Solve(t.Context(), p)
	must(t, err)
	p.Workers = 3
	three, err := dismantle.Solve(t.Context(), p)
	must(t, err)
	if !one.Exact || !reflect.DeepEqual(one, three) {
		t.Errorf("%+v and %+v", one, three)
	}
}
