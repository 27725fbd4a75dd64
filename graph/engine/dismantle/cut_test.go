package dismantle_test

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"entente/graph/engine/dismantle"
)

// maxFlow is Edmonds and Karp's method on a matrix: nothing in common with what
// it checks.
func maxFlow(capacity [][]int64, from, to int) int64 {
	flow := int64(0)
	for {
		before := slices.Repeat([]int{-1}, len(capacity))
		before[from] = from
		for queue := []int{from}; len(queue) > 0; queue = queue[1:] {
			for v, c := range capacity[queue[0]] {
				if c > 0 && before[v] < 0 {
					before[v] = queue[0]
					queue = append(queue, v)
				}
			}
		}
		if before[to] < 0 {
			return flow
		}
		least := int64(1 << 50)
		for v := to; v != from; v = before[v] {
			least = min(least, capacity[before[v]][v])
		}
		for v := to; v != from; v = before[v] {
			capacity[before[v]][v] -= least
			capacity[v][before[v]] += least
		}
		flow += least
	}
}

func anyCut(t *rapid.T) dismantle.CutProblem {
	n := rapid.IntRange(2, 8).Draw(t, "n")
	node := rapid.Uint32Range(0, uint32(n-1))
	return dismantle.CutProblem{
		Nodes: n,
		Flows: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) dismantle.Flow {
			return dismantle.Flow{From: node.Draw(t, "from"), To: node.Draw(t, "to"), Amount: rapid.Int64Range(0, 9).Draw(t, "amount")}
		}), 0, 24).Draw(t, "flows"),
		Sources:     []uint32{node.Draw(t, "source"), node.Draw(t, "source")},
		Sinks:       []uint32{node.Draw(t, "sink")},
		Cost:        rapid.SliceOfN(rapid.Int64Range(1, 5), n, n).Draw(t, "cost"),
		Safeguarded: rapid.SliceOfN(rapid.Bool(), n, n).Draw(t, "safeguarded"),
	}
}

// leads says whether a way is left from a source to a sink.
func leads(p dismantle.CutProblem, node func(uint32) bool, flow func(int) bool) bool {
	met := map[uint32]bool{}
	for _, v := range p.Sources {
		met[v] = node(v)
	}
	for range p.Nodes {
		for i, f := range p.Flows {
			if met[f.From] && flow(i) && node(f.To) {
				met[f.To] = true
			}
		}
	}
	return slices.ContainsFunc(p.Sinks, func(v uint32) bool { return met[v] })
}

func all[T any](T) bool { return true }

func TestCutNodesIsTheCheapestSetThatCuts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyCut(t)
		got, err := dismantle.CutNodes(t.Context(), p)
		if err != nil {
			t.Fatal(err)
		}
		least := int64(-1)
		for mask := range 1 << p.Nodes {
			cost, fits := int64(0), true
			for v := range p.Nodes {
				if mask>>v&1 == 1 {
					cost += p.Cost[v]
					fits = fits && !p.Safeguarded[v]
				}
			}
			if fits && (least < 0 || cost < least) && !leads(p, func(v uint32) bool { return mask>>v&1 == 0 }, all) {
				least = cost
			}
		}
		if got.Uncuttable != (least < 0) || !got.Uncuttable && got.Cost != least {
			t.Fatalf("%+v, the cheapest costs %d", got, least)
		}
		cost := int64(0)
		for _, v := range got.Nodes {
			cost += p.Cost[v]
			if p.Safeguarded[v] {
				t.Fatalf("%d is safeguarded", v)
			}
		}
		cut := func(v uint32) bool { return !slices.Contains(got.Nodes, v) }
		if cost != got.Cost || !got.Uncuttable && leads(p, cut, all) {
			t.Fatalf("%+v costs %d or cuts nothing", got, cost)
		}
	})
}

func TestCutFlowsIsTheMaximumFlow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyCut(t)
		got, err := dismantle.CutFlows(t.Context(), p)
		if slices.Contains(p.Sources, p.Sinks[0]) {
			var bad *dismantle.BadInput
			if !errors.As(err, &bad) || bad.Field != "sinks" {
				t.Fatal(err)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		capacity := make([][]int64, p.Nodes+1)
		for v := range capacity {
			capacity[v] = make([]int64, p.Nodes+1)
		}
		for _, f := range p.Flows {
			capacity[f.From][f.To] += f.Amount
		}
		for _, v := range p.Sources {
			capacity[p.Nodes][v] = 1 << 40
		}
		if want := maxFlow(capacity, p.Nodes, int(p.Sinks[0])); got.Amount != want {
			t.Fatalf("cut %d, flow %d", got.Amount, want)
		}
		sum := int64(0)
		for _, i := range got.Flows {
			sum += p.Flows[i].Amount
		}
		if sum != got.Amount || leads(p, all, func(i int) bool { return p.Flows[i].Amount > 0 && !slices.Contains(got.Flows, i) }) {
			t.Fatalf("%+v cuts %d", got, sum)
		}
	})
}

func TestCutsRefuseWhatCannotBe(t *testing.T) {
	one := []uint32{0}
	for field, p := range map[string]dismantle.CutProblem{
		"sources":        {Nodes: 2, Sinks: one},
		"sinks":          {Nodes: 2, Sources: one, Sinks: []uint32{5}},
		"flows.0":        {Nodes: 1, Sources: one, Sinks: one, Flows: []dismantle.Flow{{From: 0, To: 1}}},
		"flows.0.amount": {Nodes: 1, Sources: one, Sinks: one, Flows: []dismantle.Flow{{Amount: -1}}},
		"cost.0":         {Nodes: 1, Sources: one, Sinks: one, Cost: []int64{-1}},
		"cost":           {Nodes: 1, Sources: one, Sinks: one, Cost: []int64{1, 1}},
	} {
		_, err := dismantle.CutNodes(t.Context(), p)
		var bad *dismantle.BadInput
		if !errors.As(err, &bad) || bad.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}
