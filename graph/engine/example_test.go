package engine_test

import (
	"context"
	"fmt"
	"time"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine"
	"entente/graph/engine/dismantle"
)

// A driver knows a recruiter and a cashier, and the cashier an accountant. Marking 0
// is shared with the officer who asks; marking 1 is not, and a colleague of another
// agency put under it that the driver knows the accountant.
func exampleView() (*engine.View, policy.Sight, map[string]graph.ID, map[graph.ID]string) {
	ids, names, builder := map[string]graph.ID{}, map[graph.ID]string{}, engine.NewBuilder(nil)
	for i, name := range []string{"recruiter", "driver", "cashier", "accountant"} {
		ids[name] = idOf(graph.NounRecord, uint64(i)) //nolint:gosec // not negative
		names[ids[name]] = name
		_ = builder.AddNode(engine.Node{ID: ids[name], Kind: graph.KindPerson})
	}
	for i, tie := range [][2]string{{"recruiter", "driver"}, {"driver", "cashier"}, {"cashier", "accountant"}, {"driver", "accountant"}} {
		_ = builder.AddEdge(engine.Edge{
			ID: idOf(graph.NounLink, uint64(i)), Kind: graph.AssociateOf, Marking: graph.MarkingID(i / 3), //nolint:gosec // small
			From: ids[tie[0]], To: ids[tie[1]],
		})
	}
	e := engine.New(engine.Options{})
	e.Load(builder.Build(1))
	own, other := idOf(graph.NounOrganisation, 1), idOf(graph.NounOrganisation, 2)
	shared := graph.OwnOrganisationOnly(other)
	shared.Audience = graph.Audience{Scope: graph.Organisations, Organisations: []graph.ID{own}}
	at := time.Date(2010, 6, 1, 12, 0, 0, 0, time.UTC)
	officer := auth.Principal{Officer: idOf(graph.NounOfficer, 1), Organisation: own, Roles: []auth.Role{auth.Analyst}, Expires: at.Add(time.Hour)}
	return e.View(), policy.See(officer, nil, []graph.Marking{shared, graph.OwnOrganisationOnly(other)}, at), ids, names
}

// The hidden link from the driver to the accountant shortens nothing.
func ExampleView_ShortestPath() {
	view, sight, ids, names := exampleView()
	path, found, err := view.ShortestPath(context.Background(), sight, ids["recruiter"], ids["accountant"], engine.PathOptions{})
	fmt.Println(found, err)
	for _, entity := range path.Entities {
		fmt.Println(names[entity.ID])
	}
	// Output:
	// true <nil>
	// recruiter
	// driver
	// cashier
	// accountant
}

// Neighbours come in the order of their ids, and the hidden link adds none.
func ExampleView_Neighbours() {
	view, sight, ids, names := exampleView()
	around, err := view.Neighbours(sight, ids["driver"], engine.NeighbourOptions{Most: 10})
	fmt.Println(around.Entities, err)
	for _, n := range around.Neighbours {
		fmt.Println(names[n.Entity.ID], len(n.Links))
	}
	// Output:
	// 2 <nil>
	// recruiter 1
	// cashier 1
}

// Two removals leave nobody who can reach another; the cashier may not be one.
func ExampleView_Plan() {
	view, sight, ids, names := exampleView()
	plan, err := view.Plan(context.Background(), sight, engine.DisruptionOptions{
		Budget: 2, Safeguarded: map[graph.ID]bool{ids["cashier"]: true},
		Objectives: []dismantle.Share{{Objective: dismantle.PairConnectivity, Weight: 1}},
	})
	fmt.Println(plan.Exact, plan.Before, plan.After, err)
	for _, target := range plan.Targets {
		fmt.Println(names[target.ID], target.Value)
	}
	// Output:
	// true 6 0 <nil>
	// driver 1
	// accountant 0
}
