package dismantle_test

import (
	"math"
	"math/bits"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"entente/graph/engine/dismantle"
	"entente/graph/engine/network"
)

// The exact search comes to its end on networks of the size that cases have.
func TestFiveTargetsAreExactOnCovertNetworks(t *testing.T) {
	for _, name := range []string{"Montagna_meetings.el", "Montagna_phonecalls.el", "morselli_caviar.el"} {
		w := edgeList(t, "covert/"+name)
		for _, objective := range []dismantle.Objective{dismantle.LargestComponent, dismantle.PairConnectivity, dismantle.Reach} {
			plan := solved(t, w, objective, 5, .01)
			if !plan.Exact || len(plan.Targets) != 5 {
				t.Errorf("%s, %s: %+v", name, objective, plan)
			}
		}
	}
}

func solved(t testing.TB, w *network.Network, o dismantle.Objective, budget int64, share float64) dismantle.Plan {
	t.Helper()
	plan, err := dismantle.Solve(t.Context(), dismantle.Problem{
		Network: w, Budget: budget, Objectives: []dismantle.Share{{Objective: o, Weight: 1}},
		Effort: dismantle.Effort{Share: share, Workers: 2},
	})
	must(t, err)
	return plan
}

// random is a network with so many nodes and draws of ties.
func random(n, ties int, seed uint64) *network.Network {
	rng := rand.New(rand.NewPCG(seed, uint64(n)))
	var all []network.Tie
	for range ties {
		all = append(all, network.Tie{A: uint32(rng.IntN(n)), B: uint32(rng.IntN(n))})
	}
	return network.New(n, all)
}

// words are the nodes of a network of up to 192 as bits: a way of counting
// components that has nothing in common with what it checks.
type words [3]uint64

func (s *words) set(v uint32)  { s[v/64] |= 1 << (v % 64) }
func (s *words) drop(v uint32) { s[v/64] &^= 1 << (v % 64) }

// left gives the largest component and the pairs among those nodes.
func left(rows []words, nodes words) (largest, pairs int) {
	for nodes != (words{}) {
		var part, edge words
		for i := range nodes {
			if nodes[i] != 0 {
				edge[i] = nodes[i] & -nodes[i]
				break
			}
		}
		for edge != (words{}) {
			var next words
			for i := range edge {
				part[i] |= edge[i]
				nodes[i] &^= edge[i]
				for e := edge[i]; e != 0; e &= e - 1 {
					row := &rows[64*i+bits.TrailingZeros64(e)]
					for j := range next {
						next[j] |= row[j]
					}
				}
			}
			for i := range next {
				edge[i] = next[i] & nodes[i]
			}
		}
		size := 0
		for _, p := range part {
			size += bits.OnesCount64(p)
		}
		largest, pairs = max(largest, size), pairs+size*(size-1)/2
	}
	return largest, pairs
}

// leastOf tries all sets of so many nodes.
func leastOf(w *network.Network, removals int) (largest, pairs int) {
	rows := make([]words, w.Size())
	var nodes words
	for v := range uint32(w.Size()) {
		nodes.set(v)
		for _, end := range w.Row(v) {
			rows[v].set(end)
		}
	}
	largest, pairs = math.MaxInt, math.MaxInt
	var try func(from uint32, removals int)
	try = func(from uint32, removals int) {
		if removals == 0 {
			size, count := left(rows, nodes)
			largest, pairs = min(largest, size), min(pairs, count)
			return
		}
		for v := from; v < uint32(w.Size()); v++ {
			nodes.drop(v)
			try(v+1, removals-1)
			nodes.set(v)
		}
	}
	try(0, removals)
	return largest, pairs
}

// The exact search agrees with one that tries every set: of five on networks of
// 30, of two on networks of 150 nodes, sparse to dense.
func TestExactIsTheLeastOfAllSets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		for _, c := range []struct{ n, removals int }{{22, 5}, {150, 2}} {
			w := random(c.n, int(rapid.Float64Range(.7, 4).Draw(t, "ties")*float64(c.n)), seed)
			largest, pairs := leastOf(w, c.removals)
			one := solvedIn(t, w, dismantle.LargestComponent, int64(c.removals))
			two := solvedIn(t, w, dismantle.PairConnectivity, int64(c.removals))
			if !one.Exact || !two.Exact || one.After != float64(largest) || two.After != float64(pairs) {
				t.Fatalf("%d of %d: %v %v and %v %v, not %d and %d", c.removals, c.n, one.After, one.Exact, two.After, two.Exact, largest, pairs)
			}
		}
	})
}

func solvedIn(t *rapid.T, w *network.Network, o dismantle.Objective, budget int64) dismantle.Plan {
	plan, err := dismantle.Solve(t.Context(), dismantle.Problem{
		Network: w, Budget: budget, Objectives: []dismantle.Share{{Objective: o, Weight: 1}}, Effort: dismantle.Effort{Share: .001},
	})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// Of three targets among 150, the least of all 551,300 sets is found.
func TestThreeOfAHundredAndFifty(t *testing.T) {
	for _, ties := range []int{120, 225, 1500} {
		w := random(150, ties, 11)
		largest, pairs := leastOf(w, 3)
		one := solved(t, w, dismantle.LargestComponent, 3, .01)
		two := solved(t, w, dismantle.PairConnectivity, 3, .01)
		if one.After != float64(largest) || two.After != float64(pairs) {
			t.Errorf("%d ties: %v and %v, not %d and %d", ties, one.After, two.After, largest, pairs)
		}
		if !one.Exact || !two.Exact {
			t.Errorf("%d ties: the search did not come to its end", ties)
		}
	}
}

// Five targets among 150 are exact in networks sparse and dense: by what nodes gain, or by
// what can be cut off.
func TestFiveOfAHundredAndFifty(t *testing.T) {
	for _, ties := range []int{120, 200, 300, 450, 1500} {
		w := random(150, ties, 1)
		for _, o := range []dismantle.Objective{dismantle.LargestComponent, dismantle.PairConnectivity} {
			if plan := solved(t, w, o, 5, .001); !plan.Exact {
				t.Errorf("%d ties, %s: not exact: %+v", ties, o, plan.After)
			}
		}
	}
}

// Costs, those who may not be targets and those who must be: the search agrees with one
// that tries every set, in networks dense enough that pieces are listed.
func TestExactIsTheLeastWhateverTargetsCost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(4, 12).Draw(t, "nodes")
		w := random(n, int(rapid.Float64Range(1.6, 3).Draw(t, "ties")*float64(n)), rapid.Uint64().Draw(t, "seed"))
		p := dismantle.Problem{Network: w, Budget: rapid.Int64Range(0, 9).Draw(t, "budget"), Effort: dismantle.Effort{Share: .001}}
		for range n {
			p.Cost = append(p.Cost, rapid.Int64Range(2, 5).Draw(t, "cost"))
			p.Allowed = append(p.Allowed, rapid.IntRange(0, 4).Draw(t, "allowed") > 0)
		}
		if p.Allowed[0] && p.Cost[0] <= p.Budget && rapid.Bool().Draw(t, "must") {
			p.Must = []uint32{0}
		}
		p.Distance = rapid.IntRange(1, 2).Draw(t, "distance")
		p.Safeguarded = make([]bool, n)
		p.Safeguarded[n-1] = rapid.Bool().Draw(t, "safeguarded")
		for _, o := range []dismantle.Objective{
			dismantle.LargestComponent, dismantle.PairConnectivity, dismantle.DistanceConnectivity, dismantle.Reach,
		} {
			p.Objectives = []dismantle.Share{{Objective: o, Weight: 1}}
			plan, err := dismantle.Solve(t.Context(), p)
			if err != nil {
				t.Fatal(err)
			}
			if want := leastPaid(p, o); !plan.Exact || plan.After != want {
				t.Fatalf("%s: %v, exact %t, want %v", o, plan.After, plan.Exact, want)
			}
		}
	})
}

// leastPaid tries all sets that can be paid and hold those that must be in them.
func leastPaid(p dismantle.Problem, o dismantle.Objective) float64 {
	n := p.Network.Size()
	rows, _ := rowsOf(p.Network)
	by := reached(rows, p.Distance)
	best := math.Inf(1)
	for set := range 1 << n {
		var nodes, met words
		cost, fits := int64(0), true
		for v := range uint32(n) {
			if set>>v&1 == 0 {
				nodes.set(v)
				continue
			}
			cost += p.Cost[v]
			fits = fits && p.Allowed[v] && !p.Safeguarded[v]
			met = met.with(by[v])
		}
		for _, v := range p.Must {
			fits = fits && set>>v&1 == 1
		}
		if !fits || cost > p.Budget {
			continue
		}
		switch o {
		case dismantle.DistanceConnectivity:
			best = min(best, nearness(rows, nodes))
		case dismantle.Reach:
			best = min(best, -float64(met.count()))
		default:
			largest, pairs := left(rows, nodes)
			if o == dismantle.PairConnectivity {
				largest = pairs
			}
			best = min(best, float64(largest))
		}
	}
	return best
}

// Where the work ends before the search does nothing is claimed, and the plan is the
// best that was found: no worse than with one target less.
func TestWorkThatRunsOutClaimsNothing(t *testing.T) {
	var grid []network.Tie
	for v := range uint32(135) {
		grid = append(grid, network.Tie{A: v, B: v + 15}, network.Tie{A: v, B: v + 1})
	}
	for o, w := range map[dismantle.Objective]*network.Network{
		dismantle.DistanceConnectivity: network.New(150, grid),
		dismantle.LargestComponent:     random(400, 500, 1), dismantle.PairConnectivity: random(400, 500, 1),
	} {
		plan, before := solved(t, w, o, 5, .001), solved(t, w, o, 4, .001)
		if plan.Exact || len(plan.Targets) != 5 || plan.After > before.After {
			t.Errorf("%s: %d targets, %v after %v, exact %t", o, len(plan.Targets), plan.After, before.After, plan.Exact)
		}
	}
}
