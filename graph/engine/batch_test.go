package engine_test

import (
	"context"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/engine"
)

func TestABatchAnswersAsEachQuestionAlone(t *testing.T) {
	found := 0
	firmly(t, func(t *rapid.T) {
		w := drawWorld(t)
		view, o := w.built(t), drawRouteOptions(t, w)
		var pairs []engine.Pair
		for _, a := range w.nodes {
			pairs = append(pairs, engine.Pair{From: a.ID, To: w.nodes[0].ID}, engine.Pair{From: w.nodes[len(w.nodes)-1].ID, To: a.ID})
		}
		told := 0
		got, err := view.Routes(t.Context(), w.sight, pairs, o, func(done, total int) {
			if told++; done != told || total != len(pairs) {
				t.Fatalf("told %d of %d after %d", done, total, told)
			}
		})
		must(t, err)
		for i, p := range pairs {
			r, ok, err := view.Best(t.Context(), w.sight, p.From, p.To, o)
			want := engine.PairRoute{Pair: p, Err: err}
			if ok {
				want.Route = &r
				found++
			}
			if diff := gocmp.Diff(want, got[i]); diff != "" {
				t.Fatalf("pair %d: %s", i, diff)
			}
		}
	})
	if found == 0 {
		t.Error("the worlds drawn were too thin to test anything")
	}
}

func TestAllPairsAreEachWithEachLater(t *testing.T) {
	w := chain(5)
	view, sight := w.built(t), sightOf(1, 0)
	got, err := view.AllPairs(t.Context(), sight, []graph.ID{w.nodes[3].ID, w.nodes[0].ID, w.nodes[1].ID, w.nodes[0].ID}, engine.RouteOptions{}, nil)
	must(t, err)
	hops := []int{1, 3, 2}
	if len(got) != 3 || got[0].From != w.nodes[0].ID || got[2].To != w.nodes[3].ID {
		t.Fatalf("%+v", got)
	}
	for i, want := range hops {
		if got[i].Route.Hops() != want {
			t.Errorf("pair %d: %d hops", i, got[i].Route.Hops())
		}
	}
	_, err = view.AllPairs(t.Context(), sight, []graph.ID{w.nodes[0].ID}, engine.RouteOptions{}, nil)
	wantField(t, err, "records")
	_, err = view.Routes(t.Context(), sight, make([]engine.Pair, 10_001), engine.RouteOptions{}, nil)
	wantField(t, err, "pairs")
	if _, err := view.AllPairs(t.Context(), sight, []graph.ID{w.nodes[0].ID, idOf(graph.NounRecord, 99)}, engine.RouteOptions{}, nil); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("got %v", err)
	}
}

// That nothing is left running is held by goleak over the whole package.
func TestLongJobsStopAtOnceWhenCancelled(t *testing.T) {
	w := chain(2000)
	view, sight := w.built(t), sightOf(1, 0)
	ctx, cancel := context.WithCancel(t.Context())
	last := 0
	_, err := view.Centrality(ctx, sight, engine.CentralityOptions{Measure: engine.Betweenness, Workers: 4, Progress: func(done, _ int) {
		if last = done; done == 10 {
			cancel()
		}
	}})
	if err != context.Canceled || last > 10+4 {
		t.Errorf("%v after %d", err, last)
	}
	ctx, cancel = context.WithCancel(t.Context())
	pairs := make([]engine.Pair, 100)
	for i := range pairs {
		pairs[i] = engine.Pair{From: w.nodes[0].ID, To: w.nodes[i+1].ID}
	}
	_, err = view.Routes(ctx, sight, pairs, engine.RouteOptions{}, func(done, _ int) {
		if last = done; done == 7 {
			cancel()
		}
	})
	if err != context.Canceled || last != 7 {
		t.Errorf("%v after %d", err, last)
	}
}
