package engine_test

import (
	"math"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"entente/graph"
)

// A joint plan is the plan on all that is within so many hops of the scope, target
// by target with all records.
func TestAJointPlanIsThePlanOnAllWithinItsHops(t *testing.T) {
	wider := 0
	firmly(t, func(t *rapid.T) {
		w, f := drawWorld(t), drawFilter(t)
		o := drawTargets(t, w)
		o.Links, o.Must, o.Costs, o.Exclude, o.Scope = f, nil, nil, nil, []graph.ID{}
		for _, id := range ids(w) { // whoever is out of sight adds nothing
			if rapid.IntRange(0, 4).Draw(t, "in scope") == 0 {
				o.Scope = append(o.Scope, id)
			}
		}
		hops := rapid.SampledFrom([]int{0, 1, 2, 5, -1, math.MaxInt}).Draw(t, "hops")
		d := w.visible().naive(f)
		set := uint32(0)
		for _, id := range o.Scope {
			if v, ok := d.place[id]; ok {
				set |= 1 << v
			}
		}
		first := set
		for range min(max(hops, 0), len(d.ids)) {
			set = d.near(set, d.all())
		}
		v := w.built(t)
		got, err := v.JointPlan(t.Context(), w.sight, o, hops)
		must(t, err)
		o.Scope = append([]graph.ID{}, d.named(set)...)
		plan, err := v.Plan(t.Context(), w.sight, o)
		must(t, err)
		want := [][]graph.ID{}
		for _, target := range plan.Targets {
			want = append(want, d.records[d.place[target.ID]])
			if first>>d.place[target.ID]&1 == 0 {
				wider++
			}
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
	if wider == 0 {
		t.Error("no target was beyond the scope")
	}
}
