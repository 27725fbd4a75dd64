package engine_test

import (
	"fmt"
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

// drawTargets draws who may be a target and at what cost, by records in sight and,
// seldom, out of it.
func drawTargets(t *rapid.T, w world) engine.DisruptionOptions {
	random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "options"), 3)) //nolint:gosec // repeatable on purpose
	seen := w.visible()
	some := func(most int) []graph.ID {
		var out []graph.ID
		for range random.IntN(most + 1) {
			from := seen.nodes
			if len(from) == 0 || random.IntN(40) == 0 {
				from = w.nodes
			}
			out = append(out, from[random.IntN(len(from))].ID)
		}
		return out
	}
	objectives := []dismantle.Objective{dismantle.LargestComponent, dismantle.PairConnectivity, dismantle.DistanceConnectivity, dismantle.Reach}
	o := engine.DisruptionOptions{
		TargetKinds: [][]graph.RecordKind{nil, {}, graph.RecordKinds()[:1], graph.RecordKinds()[1:3]}[random.IntN(4)],
		Budget:      int64(random.IntN(5)), Distance: random.IntN(3), Exclude: some(3), Must: some(random.IntN(3)),
		Safeguarded: map[graph.ID]bool{}, Roles: map[graph.ID][]string{}, Successors: random.IntN(4), Effort: dismantle.Effort{Share: 1e-3},
	}
	if which := random.IntN(5); which < 4 {
		o.Objectives = []dismantle.Share{{Objective: objectives[which], Weight: 1}}
	}
	for _, r := range some(6) {
		o.Costs = append(o.Costs, engine.TargetCost{Record: r, Cost: 1 + random.Int64N(3)})
	}
	for _, n := range w.nodes {
		o.Safeguarded[n.ID] = random.IntN(6) == 0
		o.Roles[n.ID] = []string{"driver", "cashier", "recruiter", "driver"}[random.IntN(3):][:random.IntN(2)]
	}
	return o
}

// targets is who may be a target of a network, by entity.
type targets struct {
	naive
	may         []bool
	cost        []int64
	safeguarded uint32
	must        []int
}

// targets reads the rule off the records of each entity. What is named and not in
// the network is at fault, and so is what must be a target and may not, or costs
// more than is left: the fields are given, the first of each sort.
func (d naive) targets(o engine.DisruptionOptions) (targets, string) {
	r := targets{naive: d}
	for i, records := range d.records {
		any := func(in func(graph.ID) bool) bool { return slices.ContainsFunc(records, in) }
		guarded := any(func(id graph.ID) bool { return o.Safeguarded[id] })
		if guarded {
			r.safeguarded |= 1 << i
		}
		kind := len(o.TargetKinds) == 0 || slices.Contains(o.TargetKinds, d.kinds[i])
		r.may = append(r.may, kind && !guarded && !any(func(id graph.ID) bool { return slices.Contains(o.Exclude, id) }))
		cost := int64(1)
		for _, c := range o.Costs {
			if slices.Contains(records, c.Record) {
				cost = max(cost, c.Cost)
			}
		}
		r.cost = append(r.cost, cost)
	}
	for i, c := range o.Costs {
		if _, ok := d.place[c.Record]; !ok {
			return r, fmt.Sprintf("NOT_FOUND costs.%d.record", i)
		}
	}
	fault := d.missing("exclude", o.Exclude)
	if fault != "" {
		return r, fault
	}
	r.must, fault = r.ordered("must", o.Must, o.Budget)
	return r, fault
}

func (d naive) missing(field string, ids []graph.ID) string {
	for i, id := range ids {
		if _, ok := d.place[id]; !ok {
			return fmt.Sprintf("NOT_FOUND %s.%d", field, i)
		}
	}
	return ""
}

// ordered are the entities of records, each once, if all may be targets and the
// budget pays for them.
func (r targets) ordered(field string, ids []graph.ID, budget int64) ([]int, string) {
	if fault := r.missing(field, ids); fault != "" {
		return nil, fault
	}
	var out []int
	for i, id := range ids {
		v := r.place[id]
		if slices.Contains(out, v) {
			continue
		}
		if budget -= r.cost[v]; !r.may[v] || budget < 0 {
			return nil, fmt.Sprintf("BAD_USER_INPUT %s.%d", field, i)
		}
		out = append(out, v)
	}
	return out, ""
}

// value is that of an objective once a set is removed, by its definition.
func (d naive) value(o engine.DisruptionOptions, set uint32) float64 {
	objective, left, sum := dismantle.LargestComponent, d.all()&^set, 0.0
	if len(o.Objectives) > 0 {
		objective = o.Objectives[0].Objective
	}
	switch objective {
	case dismantle.LargestComponent:
		for _, piece := range d.pieces(left) {
			sum = max(sum, float64(bits.OnesCount32(piece)))
		}
	case dismantle.PairConnectivity:
		for _, piece := range d.pieces(left) {
			n := bits.OnesCount32(piece)
			sum += float64(n * (n - 1) / 2)
		}
	case dismantle.DistanceConnectivity:
		for v := range d.ids {
			met := left & (1 << v)
			for hops := 1; met != 0; hops++ {
				more := d.near(met, left)
				if more == met {
					break
				}
				sum += float64(bits.OnesCount32(more&^met)) / float64(hops) / 2
				met = more
			}
		}
	default:
		met := set
		for range max(1, o.Distance) {
			met = d.near(met, d.all())
		}
		sum = -float64(bits.OnesCount32(met))
	}
	return sum
}

// best is the least value of all sets that may be targets, have what must be in
// them and cost no more than the budget.
func (r targets) best(o engine.DisruptionOptions) float64 {
	set, left := uint32(0), o.Budget
	for _, v := range r.must {
		set |= 1 << v
		left -= r.cost[v]
	}
	least := math.Inf(1)
	var from func(v int, set uint32, left int64)
	from = func(v int, set uint32, left int64) {
		if v == len(r.ids) {
			least = min(least, r.value(o, set))
			return
		}
		from(v+1, set, left)
		if r.may[v] && r.cost[v] <= left && set>>v&1 == 0 {
			from(v+1, set|1<<v, left-r.cost[v])
		}
	}
	from(0, set, left)
	return least
}

// empty is why there is no target, by the definition of the reasons.
func (r targets) empty(o engine.DisruptionOptions) dismantle.Reason {
	switch {
	case !slices.Contains(r.may, true):
		return dismantle.NoTargets
	case !slices.ContainsFunc(r.ids, func(id graph.ID) bool { v := r.place[id]; return r.may[v] && r.cost[v] <= o.Budget }):
		return dismantle.NothingFits
	}
	return dismantle.NothingGains
}

// reasons are those of a target that is removed after others.
func (r targets) reasons(o engine.DisruptionOptions, before uint32, v int) []dismantle.ReasonWith {
	var out []dismantle.ReasonWith
	if slices.Contains(r.must, v) {
		out = append(out, dismantle.ReasonWith{Reason: dismantle.Demanded})
	}
	after, pieces, half := before|1<<v, 0, 0
	for _, piece := range r.pieces(r.all() &^ after) {
		if piece&r.tied[v] != 0 {
			pieces++
		}
	}
	if pieces > 1 {
		out = append(out, dismantle.ReasonWith{Reason: dismantle.HoldsPieces, Number: float64(pieces)})
	}
	for _, ends := range r.tied {
		half += bits.OnesCount32(ends)
	}
	if ties := bits.OnesCount32(r.tied[v]); ties*len(r.ids) > 2*half { // twice as many as the mean
		out = append(out, dismantle.ReasonWith{Reason: dismantle.ManyTies, Number: float64(ties)})
	}
	return append(out, dismantle.ReasonWith{Reason: dismantle.Gains, Number: r.value(o, before) - r.value(o, after)})
}

// check holds what a plan says of its targets, in their order, to the network.
func (r targets) check(t *rapid.T, o engine.DisruptionOptions, plan engine.DisruptionPlan) {
	set, left := uint32(0), o.Budget
	largest := []int{int(r.value(engine.DisruptionOptions{}, 0))}
	for i, target := range plan.Targets {
		v, ok := r.place[target.ID]
		if !ok || r.ids[v] != target.ID || !r.may[v] || set>>v&1 == 1 || target.Cost != r.cost[v] {
			t.Fatalf("%+v may not be target %d", target, i)
		}
		if i < len(r.must) && v != r.must[i] {
			t.Fatalf("target %d must be %s: %+v", i, r.ids[r.must[i]], target)
		}
		reasons := r.reasons(o, set, v)
		set |= 1 << v
		left -= r.cost[v]
		largest = append(largest, int(r.value(engine.DisruptionOptions{}, set)))
		if value := r.value(o, set); !near(target.Value, value) || target.Stays != 1 {
			t.Fatalf("target %d leaves %v: %+v", i, value, target)
		}
		if diff := gocmp.Diff(reasons, target.Reasons, roughly); diff != "" {
			t.Fatalf("target %d: %s", i, diff)
		}
	}
	if left < 0 || len(plan.Targets) < len(r.must) || plan.Entities != len(r.ids) {
		t.Fatalf("%d too much of %d: %+v", -left, o.Budget, plan)
	}
	if !near(plan.Before, r.value(o, 0)) || !near(plan.After, r.value(o, set)) {
		t.Fatalf("from %v to %v: %+v", r.value(o, 0), r.value(o, set), plan)
	}
	if !slices.Equal(plan.Largest, largest) || !slices.Equal(plan.Rewired, largest) || plan.Rank != 1 {
		t.Fatalf("the largest are %v: %+v", largest, plan)
	}
	if diff := gocmp.Diff(r.left(set), plan.Pieces); diff != "" {
		t.Fatal(diff)
	}
}

// left are the pieces without a set, the largest first.
func (r targets) left(set uint32) []engine.DisruptionPiece {
	var out []engine.DisruptionPiece
	for _, piece := range r.pieces(r.all() &^ set) {
		out = append(out, engine.DisruptionPiece{Members: r.named(piece), Safeguarded: r.named(piece & r.safeguarded)})
	}
	slices.SortStableFunc(out, func(a, b engine.DisruptionPiece) int { return len(b.Members) - len(a.Members) })
	return out
}

// roughly takes numbers for equal that were added up in another order.
var roughly = gocmp.Comparer(near)

// faultOf is the code and field of an error; "" is none.
func faultOf(err error) string {
	var e *graph.Error
	if err == nil || !asFault(err, &e) {
		return textOf(err)
	}
	return string(e.Code) + " " + e.Field
}

// An entity may be a target if the record that gives it its kind is of a target
// kind, and none of its records in sight is excluded or safeguarded; it costs the
// most that is said of any of its records. A plan is the best of all sets of those.
func TestPlansAreTheBestOfAllSetsThatMayBeTargets(t *testing.T) {
	met := map[string]int{}
	firmlyOn(t, 300, func(t *rapid.T) {
		w, f := drawWorld(t), drawFilter(t)
		o := drawTargets(t, w)
		o.Links = f
		seen := w.visible()
		if rapid.IntRange(0, 3).Draw(t, "scoped") == 0 && len(seen.nodes) > 3 {
			o.Scope = ids(seen)[1:]
		}
		r, fault := seen.within(o.Scope, nil, f).naive(f).targets(o)
		plan, err := w.built(t).Plan(t.Context(), w.sight, o)
		if got := faultOf(err); got != fault {
			t.Fatalf("at fault is %q, not %q", got, fault)
		}
		if fault != "" {
			met[fault[:4]]++
			return
		}
		r.check(t, o, plan)
		if best := max(r.best(o), -1e9); !plan.Exact || !near(plan.After, best) {
			t.Fatalf("%v are left, with the best %v: %+v", plan.After, best, plan)
		}
		if want := r.empty(o); len(plan.Targets) == 0 && plan.Empty != want || len(plan.Targets) > 0 && plan.Empty != "" {
			t.Fatalf("it is empty for %q: %+v", want, plan)
		}
		met[string(plan.Empty)]++
		if len(r.must) > 0 && len(plan.Targets) > len(r.must) {
			met["must and more"]++
		}
	})
	for _, what := range []string{"", "NOT_", "BAD_", "NO_TARGETS", "NOTHING_FITS", "NOTHING_GAINS", "must and more"} {
		if met[what] == 0 {
			t.Errorf("of %q there was none: %v", what, met)
		}
	}
}

// A plan of the caller's own is scored in its order, each target by any of its
// records; who may not be a target is refused.
func TestScoredPlansDoWhatRemovingTheirTargetsDoes(t *testing.T) {
	met := map[string]int{}
	firmly(t, func(t *rapid.T) {
		w, f := drawWorld(t), drawFilter(t)
		o := drawTargets(t, w)
		o.Links, o.Must = f, nil
		r, fault := w.visible().naive(f).targets(o)
		named := rapid.SliceOfN(rapid.SampledFrom(ids(w)), 0, 3).Draw(t, "targets")
		if len(named) > 1 && rapid.Bool().Draw(t, "twice") {
			named = append(named[:1:1], named...)
		}
		if fault == "" {
			r.must, fault = r.ordered("targets", named, math.MaxInt64)
		}
		plan, err := w.built(t).ScorePlan(t.Context(), w.sight, o, named)
		if got := faultOf(err); got != fault {
			t.Fatalf("at fault is %q, not %q", got, fault)
		}
		met[fault[:min(4, len(fault))]]++
		if fault != "" {
			return
		}
		if o.Budget = math.MaxInt64; len(plan.Targets) != len(r.must) || plan.Exact {
			t.Fatalf("%v were asked for: %+v", named, plan)
		}
		r.check(t, o, plan)
	})
	for _, what := range []string{"", "NOT_", "BAD_"} {
		if met[what] == 0 {
			t.Errorf("of %q there was none: %v", what, met)
		}
	}
}

// Two plans are compared by what each does and by the entities that both name.
func TestComparedPlansShareWhatBothName(t *testing.T) {
	some := 0
	firmly(t, func(t *rapid.T) {
		w, f := drawWorld(t), drawFilter(t)
		o := drawTargets(t, w)
		o.Links, o.Must, o.TargetKinds, o.Exclude = f, nil, nil, nil
		v, d, pool := w.built(t), w.visible().naive(f), ids(w.visible())
		if len(pool) == 0 || rapid.IntRange(0, 9).Draw(t, "hidden") == 0 {
			pool = ids(w)
		}
		var plans [2]engine.DisruptionPlan
		set := [2]uint32{}
		for i, field := range []string{"first", "second"} {
			named := rapid.SliceOfN(rapid.SampledFrom(pool), 0, 4).Draw(t, field)
			plan, err := v.ScorePlan(t.Context(), w.sight, o, named)
			if err != nil {
				return // TestScoredPlansDoWhatRemovingTheirTargetsDoes holds faults
			}
			plans[i] = plan
			for _, id := range named {
				set[i] |= 1 << d.place[id]
			}
		}
		shared, overlap := engine.ComparePlans(plans[0], plans[1])
		want := 1.0
		if set[0]|set[1] != 0 {
			want = float64(bits.OnesCount32(set[0]&set[1])) / float64(bits.OnesCount32(set[0]|set[1]))
		}
		if diff := gocmp.Diff(d.named(set[0]&set[1]), shared); diff != "" || overlap != want {
			t.Fatal(diff, overlap, want)
		}
		if len(shared) > 0 && overlap < 1 {
			some++
		}
	})
	if some == 0 {
		t.Error("no two plans shared some of their targets")
	}
}
