package engine_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/engine"
	"entente/graph/engine/dismantle"
)

// disrupted is every answer about disruption, with costs, roles and people
// safeguarded among the records in and out of sight.
func disrupted(t tester, w world, v *engine.View, f graph.LinkFilter, seed uint64) []any {
	o := engine.DisruptionOptions{
		Links: f, Budget: 3, Successors: 2, Rewiring: .5, Runs: 2, Doubt: 3, Effort: dismantle.Effort{Seed: seed, Share: 1e-4},
		Safeguarded: map[graph.ID]bool{}, Roles: map[graph.ID][]string{},
	}
	var ids []graph.ID
	for i, n := range w.nodes {
		ids = append(ids, n.ID)
		o.Safeguarded[n.ID] = i%4 == 0
		o.Roles[n.ID] = []string{"driver", "cashier"}[i%2 : i%2+1]
	}
	var out []any
	add := func(answer any, err error) { out = append(out, answer, err) }
	add(v.Plan(t.Context(), w.sight, o))
	for i, id := range ids[:min(len(ids), 3)] {
		add(v.ScorePlan(t.Context(), w.sight, o, []graph.ID{id}))
		o.Sources, o.Sinks, o.Directed, o.SinkRoles = ids[:1], ids[i:i+1], seed%2 == 0, []string{"cashier"}[:seed%2]
		add(v.CutSupply(t.Context(), w.sight, o))
		add(v.CutMoney(t.Context(), w.sight, o))
		for _, objectives := range [][]dismantle.Share{
			{{Objective: dismantle.Supply, Weight: 1}},
			{{Objective: dismantle.Money, Weight: 1}},
			{{Objective: dismantle.Supply, Weight: 1}, {Objective: dismantle.LargestComponent, Weight: .5}},
		} {
			mixed := o
			mixed.Objectives = objectives
			add(v.Plan(t.Context(), w.sight, mixed))
		}
		o.Costs = []engine.TargetCost{{Record: id, Cost: 2}}
		add(v.Plan(t.Context(), w.sight, o))
	}
	return out
}

// No plan names an entity of which any record in sight is safeguarded.
func TestPlansNeverNameAnyoneSafeguarded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		v := w.built(t)
		o := engine.DisruptionOptions{Budget: rapid.Int64Range(0, 6).Draw(t, "budget"), Effort: dismantle.Effort{Share: 1e-4}, Safeguarded: map[graph.ID]bool{}}
		for _, n := range w.nodes {
			o.Safeguarded[n.ID] = rapid.IntRange(0, 3).Draw(t, "safeguarded") == 0
		}
		plan, err := v.Plan(t.Context(), w.sight, o)
		must(t, err)
		for _, target := range plan.Targets {
			e, ok := v.Entity(w.sight, target.ID)
			if !ok || slices.ContainsFunc(e.Records, func(id graph.ID) bool { return o.Safeguarded[id] }) {
				t.Fatalf("%s is safeguarded", target.ID)
			}
		}
		for _, e := range v.Entities(w.sight, ids(w)) {
			if !slices.ContainsFunc(e.Records, func(id graph.ID) bool { return o.Safeguarded[id] }) {
				continue
			}
			if _, err := v.ScorePlan(t.Context(), w.sight, o, e.Records[:1]); graph.CodeOf(err) != graph.BadInput {
				t.Fatalf("%s is safeguarded and was taken as a target: %v", e.ID, err)
			}
		}
	})
}

func ids(w world) []graph.ID {
	out := make([]graph.ID, len(w.nodes))
	for i, n := range w.nodes {
		out[i] = n.ID
	}
	return out
}

// supplyChain is a recruiter, two drivers, a house and a victim, all in sight.
func supplyChain(t *testing.T) (*engine.View, world) {
	w := world{shared: []graph.MarkingID{0}, sight: sightOf(1, 0)}
	for i := range uint64(5) {
		w.nodes = append(w.nodes, engine.Node{ID: idOf(graph.NounRecord, i), Kind: graph.KindPerson})
	}
	for i, p := range [][3]int{{0, 1, 5}, {0, 2, 7}, {1, 3, 4}, {2, 3, 9}, {4, 3, 0}} {
		w.edges = append(w.edges, engine.Edge{
			ID: idOf(graph.NounLink, uint64(i)), Kind: graph.Transferred, //nolint:gosec // small
			From: w.nodes[p[0]].ID, To: w.nodes[p[1]].ID, Amount: int64(p[2]), Weakness: uint8(i), //nolint:gosec // small
		})
	}
	return w.built(t), w
}

func TestSupplyAndMoneyAreCutWhereItIsCheapest(t *testing.T) {
	v, w := supplyChain(t)
	id := ids(w)
	o := engine.DisruptionOptions{Budget: 2, Exclude: id[:1], Safeguarded: map[graph.ID]bool{id[3]: true}}
	o.Sources, o.Sinks, o.Directed = id[:1], id[3:4], true
	cut, err := v.CutSupply(t.Context(), w.sight, o)
	if err != nil || !slices.Equal(cut.Targets, id[1:3]) || cut.Cost != 2 || cut.OverBudget {
		t.Errorf("%+v %v", cut, err)
	}
	money, err := v.CutMoney(t.Context(), w.sight, o)
	want := []engine.MoneyFlow{{From: id[0], To: id[2], Amount: 7}, {From: id[1], To: id[3], Amount: 4}}
	if err != nil || money.Amount != 11 || !slices.Equal(money.Flows, want) {
		t.Errorf("%+v %v", money, err)
	}
}

func TestPlansNameTheFieldAtFault(t *testing.T) {
	v, w := supplyChain(t)
	id, stranger := ids(w), idOf(graph.NounRecord, 99)
	for want, o := range map[string]engine.DisruptionOptions{
		"NOT_FOUND scope.0":           {Scope: []graph.ID{stranger}},
		"NOT_FOUND exclude.0":         {Exclude: []graph.ID{stranger}},
		"NOT_FOUND must.1":            {Must: []graph.ID{id[0], stranger}},
		"NOT_FOUND costs.0.record":    {Costs: []engine.TargetCost{{Record: stranger, Cost: 1}}},
		"BAD_USER_INPUT costs.0.cost": {Costs: []engine.TargetCost{{Record: id[0], Cost: -1}}},
		"BAD_USER_INPUT budget":       {Budget: -1},
		"BAD_USER_INPUT must.0":       {Must: id[:1]},
		"BAD_USER_INPUT rewiring":     {Rewiring: 2},
		"BAD_USER_INPUT distance":     {Distance: -1},
		"BAD_USER_INPUT doubt":        {Doubt: 11},
		"BAD_USER_INPUT successors":   {Successors: -1},
		"BAD_USER_INPUT runs":         {Runs: -1},
		"BAD_USER_INPUT targetKinds":  {TargetKinds: []graph.RecordKind{"NONE"}},
	} {
		_, err := v.Plan(t.Context(), w.sight, o)
		var e *graph.Error
		if !asFault(err, &e) || string(e.Code)+" "+e.Field != want {
			t.Errorf("%s: %v", want, err)
		}
	}
	empty, err := v.Plan(t.Context(), w.sight, engine.DisruptionOptions{Budget: 1, Exclude: id})
	if err != nil || empty.Empty != dismantle.NoTargets || len(empty.Targets) != 0 {
		t.Errorf("%+v %v", empty, err)
	}
}

// Everybody with a role is where a supply begins or ends, and a plan that pays for
// the whole cut makes it.
func TestASupplyIsCutBetweenRoles(t *testing.T) {
	v, w := supplyChain(t)
	id := ids(w)
	o := engine.DisruptionOptions{
		Budget: 2, Exclude: id[:1], Safeguarded: map[graph.ID]bool{id[3]: true}, Objectives: []dismantle.Share{{Objective: dismantle.Supply, Weight: 1}},
		Roles: map[graph.ID][]string{id[0]: {"RECRUITER"}, id[3]: {"EXPLOITER"}}, SourceRoles: []string{"RECRUITER"}, SinkRoles: []string{"EXPLOITER"}, Directed: true,
	}
	plan, err := v.Plan(t.Context(), w.sight, o)
	if err != nil || !plan.Exact || plan.Before != 2 || plan.After != 0 || len(plan.Targets) != 2 || plan.Supply == nil || !slices.Equal(plan.Supply.Targets, id[1:3]) {
		t.Errorf("%+v %v", plan, err)
	}
	o.Objectives, o.Budget = []dismantle.Share{{Objective: dismantle.Money, Weight: 1}}, 1
	plan, err = v.Plan(t.Context(), w.sight, o)
	if err != nil || plan.Before != 11 || plan.After != 4 || plan.Targets[0].ID != id[2] || plan.Money == nil || plan.Money.Amount != 11 {
		t.Errorf("%+v %v", plan, err)
	}
}
