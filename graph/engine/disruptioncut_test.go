package engine_test

import (
	"cmp"
	"maps"
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/engine"
	"entente/graph/engine/dismantle"
)

// within12 is a world of twelve records at most, among which all links are: all sets
// of its entities can be tried.
func (w world) within12() world {
	place := map[graph.ID]int{}
	for i, n := range w.nodes {
		place[n.ID] = i % 12
	}
	out := w
	out.nodes, out.edges = w.nodes[:min(len(w.nodes), 12)], slices.Clone(w.edges)
	for i, e := range out.edges {
		out.edges[i].From, out.edges[i].To = out.nodes[place[e.From]].ID, out.nodes[place[e.To]].ID
	}
	return out
}

// drawEnds draws where a supply begins and ends: by records and by roles.
func drawEnds(t *rapid.T, w world, o *engine.DisruptionOptions) {
	random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "ends"), 4)) //nolint:gosec // repeatable on purpose
	some := func() (named []graph.ID) {
		for range []int{1, 1, 1, 2, 2, 2, 2, 0}[random.IntN(8)] {
			if seen := w.visible().nodes; len(seen) > 0 {
				named = append(named, seen[random.IntN(len(seen))].ID)
			}
		}
		return named
	}
	o.Sources, o.Sinks, o.Directed = some(), some(), random.IntN(2) == 0
	if random.IntN(3) == 0 {
		o.SourceRoles = []string{"driver"}
	}
	if random.IntN(3) == 0 {
		o.SinkRoles = []string{"cashier"}
	}
	if random.IntN(20) == 0 {
		o.Sinks = append(o.Sinks, idOf(graph.NounRecord, 7))
	}
}

// ends are the entities that are named or of which any record has one of some roles.
func (d naive) ends(named []graph.ID, roles []string, of map[graph.ID][]string) (set uint32) {
	for v, records := range d.records {
		for _, id := range records {
			if slices.Contains(named, id) || slices.ContainsFunc(of[id], func(r string) bool { return slices.Contains(roles, r) }) {
				set |= 1 << v
			}
		}
	}
	return set
}

// forth is whom a link leads to from each entity.
func (d naive) forth(directed bool) []uint32 {
	if !directed {
		return d.tied
	}
	out := make([]uint32, len(d.ids))
	for pair := range d.links {
		out[pair[0]] |= 1 << pair[1]
	}
	return out
}

// spread is all that is reached from a set along links, of those left.
func spread(forth []uint32, from, left uint32) uint32 {
	met := from & left
	for range forth {
		for v, ends := range forth {
			if met>>v&1 == 1 {
				met |= ends & left
			}
		}
	}
	return met
}

// cut is the cheapest set that may be targets and without which no sink is reached
// from a source; of several the one before which the fewest are reached.
func (r targets) cut(o engine.DisruptionOptions, sources, sinks uint32) engine.DisruptionCut {
	forth, least, reached, best := r.forth(o.Directed), int64(math.MaxInt64), 0, uint32(0)
	for set := range r.all() + 1 {
		cost, fits := int64(0), true
		for v := range r.ids {
			if set>>v&1 == 1 {
				cost, fits = cost+r.cost[v], fits && r.may[v]
			}
		}
		met := spread(forth, sources, r.all()&^set)
		if n := bits.OnesCount32(met); fits && met&sinks == 0 && (cost < least || cost == least && n < reached) {
			least, reached, best = cost, n, set
		}
	}
	if least == math.MaxInt64 {
		return engine.DisruptionCut{Uncuttable: true}
	}
	return engine.DisruptionCut{Targets: r.named(best), Cost: least, OverBudget: least > o.Budget}
}

// cutMoney is what crosses the least border round the sources that leaves all sinks
// outside; of several the narrowest.
func (d naive) cutMoney(sources, sinks uint32) engine.MoneyCut {
	out, size := engine.MoneyCut{Amount: math.MaxInt64}, 0
	for inside := range d.all() + 1 {
		if inside&sources != sources || inside&sinks != 0 {
			continue
		}
		border, n := engine.MoneyCut{}, bits.OnesCount32(inside)
		for pair, sum := range d.links {
			if inside>>pair[0]&1 == 1 && inside>>pair[1]&1 == 0 && sum.amount > 0 {
				border.Amount += sum.amount
				border.Flows = append(border.Flows, engine.MoneyFlow{From: d.ids[pair[0]], To: d.ids[pair[1]], Amount: sum.amount})
			}
		}
		if border.Amount < out.Amount || border.Amount == out.Amount && n < size {
			out, size = border, n
		}
	}
	slices.SortFunc(out.Flows, func(a, b engine.MoneyFlow) int {
		return cmp.Or(compareIDs(a.From, b.From), compareIDs(a.To, b.To))
	})
	return out
}

// Whoever may not be a target, for its kind, because it is excluded or because any
// of its records in sight is safeguarded, stands in every cut; a way over such
// people alone cannot be cut.
func TestCutsAreTheCheapestOfAllSetsThatMayBeTargets(t *testing.T) {
	met := map[string]int{}
	firmlyOn(t, 300, func(t *rapid.T) {
		w, f := drawTimedWorld(t).within12(), graph.LinkFilter{}
		if rapid.Bool().Draw(t, "filtered") {
			f = drawFilter(t)
		}
		o := drawTargets(t, w)
		drawEnds(t, w, &o)
		o.Links, o.Must = f, nil
		if rapid.Bool().Draw(t, "anybody") {
			o.TargetKinds, o.Exclude = nil, nil
		}
		d := w.visible().naive(f)
		r, fault := d.targets(o)
		sources, sinks := d.ends(o.Sources, o.SourceRoles, o.Roles), d.ends(o.Sinks, o.SinkRoles, o.Roles)
		for _, next := range []string{
			d.missing("sources", o.Sources), d.missing("sinks", o.Sinks),
			map[bool]string{true: "BAD_USER_INPUT sources"}[sources == 0], map[bool]string{true: "BAD_USER_INPUT sinks"}[sinks == 0],
		} {
			fault = cmp.Or(fault, next)
		}
		v := w.built(t)
		got, err := v.CutSupply(t.Context(), w.sight, o)
		if faultOf(err) != fault {
			t.Fatalf("at fault is %v, not %q", err, fault)
		}
		money, errMoney := v.CutMoney(t.Context(), w.sight, o)
		if fault == "" && sources&sinks != 0 {
			wantField(t, errMoney, "sinks")
		} else if faultOf(errMoney) != fault {
			t.Fatalf("at fault is %v, not %q", errMoney, fault)
		}
		if fault != "" {
			met["at fault"]++
			return
		}
		want := r.cut(o, sources, sinks)
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Fatalf("supply: %s", diff)
		}
		met[map[bool]string{true: "uncuttable", false: "cut"}[want.Uncuttable]] += min(1, len(want.Targets)+1)
		met["several"] += len(want.Targets) / 2
		if errMoney == nil {
			if diff := gocmp.Diff(d.cutMoney(sources, sinks), money); diff != "" {
				t.Fatalf("money: %s", diff)
			}
			met["money"] += min(1, len(money.Flows))
			d.holdPlanned(t, w, v, o, got, money)
		}
	})
	for _, what := range []string{"at fault", "uncuttable", "cut", "several", "money"} {
		if met[what] == 0 {
			t.Errorf("of %q there was none: %v", what, met)
		}
	}
}

// holdPlanned asks that a plan says what it takes to cut everything, and makes the
// cut if its budget pays for it.
func (d naive) holdPlanned(t *rapid.T, w world, v *engine.View, o engine.DisruptionOptions, cut engine.DisruptionCut, money engine.MoneyCut) {
	o.Objectives = []dismantle.Share{{Objective: dismantle.Supply, Weight: 1}}
	plan, err := v.Plan(t.Context(), w.sight, o)
	must(t, err)
	if plan.Supply == nil || plan.Money != nil || gocmp.Diff(cut, *plan.Supply) != "" {
		t.Fatalf("%+v cuts it all, not %+v", cut, plan.Supply)
	}
	if paid := !cut.Uncuttable && !cut.OverBudget; paid != (plan.After == 0) {
		t.Fatalf("%v are left, and a cut costs %+v of %d", plan.After, cut, o.Budget)
	}
	o.Objectives[0].Objective = dismantle.Money
	plan, err = v.Plan(t.Context(), w.sight, o)
	if moves := slices.ContainsFunc(slices.Collect(maps.Values(d.links)), func(sum tally) bool { return sum.amount > 0 }); !moves {
		wantField(t, err, "objectives.0.objective")
		return
	}
	must(t, err)
	if plan.Money == nil || gocmp.Diff(money, *plan.Money) != "" || plan.Before != float64(money.Amount) {
		t.Fatalf("%+v cuts it all, not %+v", money, plan.Money)
	}
}
