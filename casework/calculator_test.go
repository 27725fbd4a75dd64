package casework

import (
	"context"
	"testing"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine"
)

// abacus answers with one entity that the engine knows and one that it does not.
type abacus struct {
	asked []policy.Sight
}

func (a *abacus) Centrality(_ context.Context, sight policy.Sight, o engine.CentralityOptions) (engine.Centralities, error) {
	a.asked = append(a.asked, sight)
	o.Progress(1, 1)
	return engine.Centralities{Entities: 2, Top: []engine.Centrality{
		{Entity: anID(graph.NounRecord, 9), Value: 7, Rank: 1}, {Entity: anID(graph.NounRecord, 1), Value: 5, Rank: 2},
	}}, nil
}

func (a *abacus) Communities(_ context.Context, sight policy.Sight, _ engine.CommunityOptions) (engine.Communities, error) {
	a.asked = append(a.asked, sight)
	return engine.Communities{Entities: 1, Communities: []engine.Community{{Members: []graph.ID{anID(graph.NounRecord, 1)}}}}, nil
}

// Jobs are handed over, under the sight of who asked; what is asked within a
// request is not. An entity that the engine does not have is not presented.
func TestJobsAreHandedOver(t *testing.T) {
	by := &abacus{}
	c := desk(t, &shelf{interned: []graph.Marking{graph.OwnOrganisationOnly(ana().Organisation)}}, &diary{})
	c.calculator = by
	if err := c.engine.Apply(1, []engine.Node{{ID: anID(graph.NounRecord, 1), Kind: graph.KindPerson}}, nil); err != nil {
		t.Fatal(err)
	}
	e := begun(t, c, ana())
	if got, err := e.Centrality(t.Context(), CentralityInput{Measure: Degree, First: 10, Delta: 0.05}); err != nil || len(got.Values) != 1 || got.Values[0].Value != 0 {
		t.Fatalf("within a request: %+v, %v", got, err)
	}
	if len(by.asked) != 0 {
		t.Fatal("a question within a request was handed over")
	}
	for _, in := range []JobInput{
		{Centrality: &CentralityInput{Measure: Degree, First: 10, Delta: 0.05}}, {Communities: &CommunitiesInput{Resolution: 1, First: 10}},
	} {
		started, err := e.StartJob(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		c.jobs.running.Wait()
		j, err := e.Job(t.Context(), started.ID)
		if err != nil || j.State != JobDone {
			t.Fatalf("%+v, %v", j, err)
		}
		found, err := e.JobResult(t.Context(), j)
		if err != nil {
			t.Fatal(err)
		}
		switch found := found.(type) {
		case *Centrality:
			if len(found.Values) != 1 || found.Values[0].Value != 5 || found.Values[0].Entity.ID != anID(graph.NounRecord, 1) {
				t.Errorf("%+v", found.Values)
			}
		case *Communities:
			if found.TotalCount != 1 || found.Communities[0].Size != 1 {
				t.Errorf("%+v", found)
			}
		}
	}
	if len(by.asked) != 2 || by.asked[0].Key() != e.sight.Key() || by.asked[1].Key() != e.sight.Key() {
		t.Errorf("asked under %d sights, the officer's is another", len(by.asked))
	}
}
