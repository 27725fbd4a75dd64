package dismantle

import (
	"math"
	"math/bits"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"entente/graph/engine/network"
)

// mixOf is a problem with flows on a random network, and one to four objectives.
func mixOf(n int, rng *rand.Rand) *Problem {
	var ties []network.Tie
	for range rng.IntN(3 * n) {
		ties = append(ties, network.Tie{A: uint32(rng.IntN(n)), B: uint32(rng.IntN(n))})
	}
	p := &Problem{Network: network.New(n, ties), Distance: 1 + rng.IntN(2), Sources: []uint32{0}, Sinks: []uint32{uint32(n - 1)}}
	for range 1 + rng.IntN(4) {
		p.Objectives = append(p.Objectives, Share{Weight: .1 + rng.Float64(), Objective: objectives()[rng.IntN(6)]})
	}
	for v := range uint32(n) {
		p.Allowed = append(p.Allowed, rng.IntN(5) > 0)
		for _, end := range p.Network.Row(v) {
			if rng.IntN(2) == 0 {
				p.Flows = append(p.Flows, Flow{From: v, To: end, Amount: rng.Int64N(10)})
			}
		}
	}
	return p
}

// Whatever is removed beside a set gains no more than its numbers, what two of it have in
// common taken off, and no more than there is room for: at each depth, all sets of those
// who are open.
func TestNoSetGainsMoreThanItsNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 11).Draw(t, "nodes")
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 9))
		p := mixOf(n, rng)
		s := newSolver(t.Context(), p)
		of, _ := s.gains()
		if of == nil {
			of = newMixture(s) // flows alone have another search, but numbers too
		}
		var set, open nodeSet
		for v := range uint32(n) {
			if p.may(v) {
				open.add(v)
			}
		}
		for depth, more := 0, 1+rng.IntN(exactTargets); more > 0 && !open.empty(); depth, more = depth+1, more-1 {
			at := of.look(depth, set, open, more)
			if value := s.value(nodesOf(set)); math.Abs(at.value-value) > 1e-12*(1+math.Abs(value)) {
				t.Fatalf("%v leaves %v, not %v", nodesOf(set), value, at.value)
			}
			for mask := range uint64(1) << n {
				if beside := (nodeSet{mask}); bits.OnesCount64(mask) <= more && beside.without(open).empty() {
					held(t, of, at, set, beside)
				}
			}
			if rng.IntN(2) == 0 {
				of = of.lane(depth)
			}
			all := nodesOf(open)
			next := all[rng.IntN(len(all))]
			set.add(next)
			for _, v := range all {
				if v == next || rng.IntN(4) == 0 {
					open.drop(v)
				}
			}
		}
	})
}

func held(t *rapid.T, of gains, at outlook, set, beside nodeSet) {
	gain, nodes, most := at.value-of.value(set.union(beside)), nodesOf(beside), 0.0
	for i, v := range nodes {
		most += at.most[v]
		for _, u := range nodes[:i] {
			if at.apart != nil {
				most -= at.shared[at.apart[int(v)*len(at.most)+int(u)]]
			}
		}
	}
	if gain > most+1e-9 || gain > at.room+1e-9 {
		t.Fatalf("%v beside %v gain %v, of numbers %v and room %v", nodes, nodesOf(set), gain, most, at.room)
	}
}

func nodesOf(s nodeSet) (nodes []uint32) {
	for v := range s.each {
		nodes = append(nodes, v)
	}
	return nodes
}
