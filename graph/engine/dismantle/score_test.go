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

func TestScoreIsTheCurveOfRepeatedSearches(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := anyNetwork(t, 12)
		n := w.Size()
		nodes := make([]uint32, n)
		for v := range nodes {
			nodes[v] = uint32(v)
		}
		order := rapid.Permutation(nodes).Draw(t, "order")[:rapid.IntRange(0, n).Draw(t, "k")]
		safeguarded := rapid.SliceOfN(rapid.Bool(), n, n).Draw(t, "safeguarded")
		got, err := dismantle.Score(w, order, safeguarded)
		if err != nil {
			t.Fatal(err)
		}
		area, below := 0.0, -1
		for k := range len(order) + 1 {
			want := measured(w, dismantle.LargestComponent, 0, order[:k])
			if float64(got.Largest[k]) != want {
				t.Fatalf("%d after %d, not %v", got.Largest[k], k, want)
			}
			if k > 0 && below < 0 {
				area += float64(got.Largest[k-1]+got.Largest[k]) / 2
			}
			if below < 0 && want < float64(n)/10 {
				below = k
			}
		}
		if got.Reached != below || math.Abs(got.Area-area/float64(n*n)) > 1e-12 {
			t.Fatalf("reached at %d with %v, not at %d with %v", got.Reached, got.Area, below, area/float64(n*n))
		}
		checkPieces(t, w, order, safeguarded, got.Pieces)
		rewired, err := dismantle.Rewired(w, order, 0, 1)
		if err != nil || !slices.Equal(rewired, got.Largest) {
			t.Fatalf("without rewiring %v, not %v: %v", rewired, got.Largest, err)
		}
	})
}

func checkPieces(t *rapid.T, w *network.Network, order []uint32, safeguarded []bool, pieces []dismantle.Piece) {
	gone := map[uint32]bool{}
	for _, v := range order {
		gone[v] = true
	}
	d, met := distances(w, gone), len(order)
	for i, p := range pieces {
		met += len(p.Members)
		if i > 0 && len(p.Members) > len(pieces[i-1].Members) || !slices.IsSorted(p.Members) {
			t.Fatalf("pieces out of order: %v", pieces)
		}
		for u := range uint32(w.Size()) {
			if in := slices.Contains(p.Members, u); in != (d[p.Members[0]][u] < 1<<20) || slices.Contains(p.Safeguarded, u) != (in && safeguarded[u]) {
				t.Fatalf("%d in piece %v", u, p)
			}
		}
	}
	if met != w.Size() {
		t.Fatalf("%d of %d nodes are told of", met, w.Size())
	}
}

func TestScoreRefusesStrangersAndRepeats(t *testing.T) {
	w := network.New(2, nil)
	for _, order := range [][]uint32{{0, 5}, {1, 1}} {
		_, err := dismantle.Score(w, order, nil)
		var bad *dismantle.BadInput
		if !errors.As(err, &bad) || bad.Field != "targets.1" {
			t.Errorf("%v: %v", order, err)
		}
	}
}

func TestCompareSaysWhatIsShared(t *testing.T) {
	w := network.New(4, []network.Tie{{A: 0, B: 1}, {A: 1, B: 2}, {A: 2, B: 3}})
	c, err := dismantle.Compare(w, []uint32{2, 1}, []uint32{1, 3}, nil)
	if err != nil || !slices.Equal(c.Shared, []uint32{1}) || c.Overlap != 1.0/3 {
		t.Errorf("%+v %v", c, err)
	}
}

// A cashier of a cell whose deputy has the same ties and the same role is
// replaced by the deputy; a ring of messengers closes around who is taken out.
func TestSuccessorsNamesTheDeputyFirst(t *testing.T) {
	w := network.New(6, []network.Tie{{A: 0, B: 1}, {A: 0, B: 2}, {A: 0, B: 3}, {A: 5, B: 1}, {A: 5, B: 2}, {A: 5, B: 3}, {A: 4, B: 0}})
	roles := [][]string{{"cashier"}, nil, {"driver"}, nil, nil, {"cashier", "driver"}}
	got := dismantle.Successors(w, []uint32{0}, 0, roles, 3)
	want := dismantle.Successor{Node: 5, SharedTies: 3, Similarity: .75, SameRole: true, Bridges: 3}
	if len(got) == 0 || got[0] != want || len(got) > 3 {
		t.Errorf("%+v", got)
	}
}

func TestANetworkThatClosesItsRanksStaysLarger(t *testing.T) {
	star := network.New(5, []network.Tie{{A: 0, B: 1}, {A: 0, B: 2}, {A: 0, B: 3}, {A: 0, B: 4}})
	got, err := dismantle.Rewired(star, []uint32{0}, 1, 7)
	if err != nil || got[0] != 5 || got[1] < 2 {
		t.Errorf("%v %v", got, err)
	}
	again, _ := dismantle.Rewired(star, []uint32{0}, 1, 7)
	if !slices.Equal(got, again) {
		t.Errorf("%v, then %v", got, again)
	}
	if _, err := dismantle.Rewired(star, nil, 1.5, 1); err == nil {
		t.Error("a rate of 1.5 is taken")
	}
}

func TestConfidenceIsWholeWithoutWeakTiesAndFallsWithThem(t *testing.T) {
	w := network.New(7, []network.Tie{{A: 0, B: 1}, {A: 0, B: 2}, {A: 0, B: 3}, {A: 4, B: 5}, {A: 4, B: 6}, {A: 0, B: 4}})
	p := dismantle.Problem{
		Network: w, Budget: 2, Objectives: []dismantle.Share{{Objective: dismantle.PairConnectivity, Weight: 1}},
		Effort: dismantle.Effort{Seed: 3},
	}
	plan, err := dismantle.Solve(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	sure, err := dismantle.Confidence(t.Context(), p, plan, nil, 5)
	if err != nil || sure.Rank != 1 || !slices.Equal(sure.Stays, []float64{1, 1}) {
		t.Errorf("%+v %v", sure, err)
	}
	weak := []dismantle.WeakTie{{A: 5, B: 4, Holds: 0}, {A: 4, B: 6, Holds: 0}}
	less, err := dismantle.Confidence(t.Context(), p, plan, weak, 5)
	if err != nil || !slices.Equal(less.Stays, []float64{1, 0}) {
		t.Errorf("%+v %v", less, err)
	}
	if _, err := dismantle.Confidence(t.Context(), p, plan, nil, 0); err == nil {
		t.Error("no run at all is taken")
	}
}

// Both sides together do what a plan on everything does, and each is told only
// what it sees.
func TestJointShowsEachSideItsOwnAndTogetherTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := anyNetwork(t, 20)
		n := w.Size()
		a, b := make([]bool, n), make([]bool, n)
		for v := range n {
			which := rapid.IntRange(0, 2).Draw(t, "side")
			a[v], b[v] = which != 1, which != 0
		}
		effort := dismantle.Effort{Seed: 1, Share: .001}
		p, err := dismantle.Joint(t.Context(), w, [2][]bool{a, b}, nil, effort)
		if err != nil {
			t.Fatal(err)
		}
		whole, err := dismantle.Whole(t.Context(), w, nil, effort)
		if err != nil || !slices.Equal(p.Acted(), whole) {
			t.Fatalf("%v, not %v: %v", p.Acted(), whole, err)
		}
		for i, sees := range [][]bool{a, b} {
			want := slices.DeleteFunc(slices.Clone(whole), func(v uint32) bool { return !sees[v] })
			if !slices.Equal(p.Sides[i], want) {
				t.Fatalf("side %d is told %v, not %v", i, p.Sides[i], want)
			}
		}
	})
}

// 100,000 random plans, and not one names somebody safeguarded.
func TestNobodySafeguardedIsEverNamed(t *testing.T) {
	objectives := []dismantle.Objective{
		dismantle.LargestComponent, dismantle.PairConnectivity, dismantle.DistanceConnectivity, dismantle.Reach, dismantle.Supply, dismantle.Money,
	}
	random := uint64(1)
	draw := func(below uint64) uint64 {
		random ^= random << 13
		random ^= random >> 7
		random ^= random << 17
		return random % below
	}
	for range 100_000 {
		n := 3 + draw(5)
		ties := make([]network.Tie, draw(10))
		for i := range ties {
			ties[i] = network.Tie{A: uint32(draw(n)), B: uint32(draw(n))}
		}
		safeguarded := make([]bool, n)
		for v := range safeguarded {
			safeguarded[v] = draw(3) == 0
		}
		p := dismantle.Problem{
			Network: network.New(int(n), ties), Budget: int64(draw(5)), Safeguarded: safeguarded,
			Objectives: []dismantle.Share{{Objective: objectives[draw(6)], Weight: 1}},
			Sources:    []uint32{0}, Sinks: []uint32{1 + uint32(draw(n-1))},
			Flows:  []dismantle.Flow{{From: 0, To: uint32(draw(n)), Amount: 5}},
			Effort: dismantle.Effort{Share: 1e-6},
		}
		if draw(4) == 0 {
			p.Objectives = append(p.Objectives, dismantle.Share{Objective: objectives[draw(6)], Weight: 2})
		}
		for _, tie := range ties {
			p.Flows = append(p.Flows, dismantle.Flow{From: tie.A, To: tie.B, Amount: int64(draw(4))})
		}
		plan, err := dismantle.Solve(t.Context(), p)
		if err != nil {
			t.Fatal(err)
		}
		for _, target := range plan.Targets {
			if safeguarded[target.Node] {
				t.Fatalf("%d is safeguarded: %+v", target.Node, plan)
			}
		}
	}
}
