package engine_test

import (
	"context"
	"errors"
	"runtime"
	"sync/atomic"
	"testing"

	"entente/graph"
	"entente/graph/engine"
	"entente/graph/engine/dismantle"
)

// tiring is a context that is looked at so many times and is cancelled then.
type tiring struct {
	context.Context
	left *atomic.Int64
}

func (c tiring) Err() error {
	if c.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// heap is what is in use once all that is not has been collected.
func heap() uint64 {
	var stats runtime.MemStats
	for range 3 { // what is in pools goes with the second
		runtime.GC()
	}
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

// Wherever in its work a job is cancelled it ends with the context's error and
// gives back what it took. That no goroutine is left is held by goleak.
func TestJobsCancelledAnywhereGiveBackWhatTheyTook(t *testing.T) {
	w := chain(20_000)
	view, sight := w.built(t), sightOf(1, 0)
	ends := []graph.ID{w.nodes[0].ID, w.nodes[len(w.nodes)-1].ID}
	jobs := map[string]func(ctx context.Context) error{
		"communities": func(ctx context.Context) error {
			_, err := view.Communities(ctx, sight, engine.CommunityOptions{Runs: 2, Levels: true, Rounds: 2})
			return err
		},
		"betweenness": func(ctx context.Context) error {
			_, err := view.Centrality(ctx, sight, engine.CentralityOptions{Measure: engine.Betweenness, Samples: 8, Workers: 4})
			return err
		},
		"page rank": func(ctx context.Context) error {
			_, err := view.Centrality(ctx, sight, engine.CentralityOptions{Measure: engine.PageRank})
			return err
		},
		"structure": func(ctx context.Context) error {
			_, err := view.Structure(ctx, sight, engine.StructureOptions{})
			return err
		},
		"path": func(ctx context.Context) error {
			_, _, err := view.ShortestPath(ctx, sight, ends[0], ends[1], engine.PathOptions{})
			return err
		},
		"several paths": func(ctx context.Context) error {
			_, err := view.KShortest(ctx, sight, ends[0], w.nodes[300].ID, engine.KShortestOptions{K: 2})
			return err
		},
		"tree": func(ctx context.Context) error {
			_, err := view.Connect(ctx, sight, ends, engine.RouteOptions{})
			return err
		},
		"arrival": func(ctx context.Context) error {
			_, err := view.EarliestArrival(ctx, sight, ends[0], engine.ArrivalOptions{})
			return err
		},
		"trace": func(ctx context.Context) error {
			_, err := view.Trace(ctx, sight, ends, engine.TraceOptions{})
			return err
		},
		"plan": func(ctx context.Context) error {
			_, err := view.Plan(ctx, sight, engine.DisruptionOptions{Scope: ids(w)[:2000], Budget: 2, Effort: dismantle.Effort{Share: 1e-4, Workers: 2}})
			return err
		},
	}
	for name, do := range jobs {
		run := func(looks int64) error {
			left := &atomic.Int64{}
			left.Store(looks)
			return do(tiring{t.Context(), left})
		}
		if err := run(1 << 40); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		before, cancelled := heap(), 0
		for looks := int64(0); looks < 1<<20; looks += 1 + looks/2 {
			err := run(looks)
			if err == nil {
				break // it had come to its end before
			}
			if cancelled++; !errors.Is(err, context.Canceled) {
				t.Fatalf("%s, cancelled at look %d: %v", name, looks, err)
			}
		}
		for range 20 {
			_ = run(1)
		}
		if after := heap(); after > before+2<<20 {
			t.Errorf("%s: %d bytes before, %d after %d jobs were cancelled", name, before, after, cancelled)
		}
	}
}
