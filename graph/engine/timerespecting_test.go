package engine_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/engine"
)

// chainsInTime are all chains of steps in the order of time that touch no
// entity twice.
func (w world) chainsInTime(from, to graph.ID, o engine.TimeRespectingOptions) [][]timedStep {
	entities, steps := w.entities(), w.timedSteps(o.TimedLinks, true)
	var out [][]timedStep
	var extend func(at graph.ID, way []timedStep)
	extend = func(at graph.ID, way []timedStep) {
		if at == entities[to][0] {
			out = append(out, slices.Clone(way))
			return
		}
		for _, s := range steps {
			if s.from != at || o.MaxHops > 0 && len(way) == o.MaxHops || s.to == entities[from][0] {
				continue
			}
			if len(way) > 0 && (s.at < way[len(way)-1].at || s.at == way[len(way)-1].at && !o.SameInstant) {
				continue
			}
			if !slices.ContainsFunc(way, func(x timedStep) bool { return x.to == s.to }) {
				extend(s.to, append(slices.Clone(way), s))
			}
		}
	}
	extend(entities[from][0], nil)
	return out
}

// firstInTime picks the best chain by what is promised.
func firstInTime(all [][]timedStep, fewest bool) []timedStep {
	key := func(c []timedStep) []int64 {
		last := int64(0)
		if len(c) > 0 && !fewest {
			last = c[len(c)-1].at
		}
		return []int64{last, int64(len(c))}
	}
	return slices.MinFunc(all, func(a, b []timedStep) int {
		if order := slices.Compare(key(a), key(b)); order != 0 {
			return order
		}
		if order := slices.CompareFunc(a, b, func(x, y timedStep) int { return compareIDs(x.to, y.to) }); order != 0 {
			return order
		}
		return slices.CompareFunc(a, b, func(x, y timedStep) int {
			if x.at != y.at {
				return int(x.at - y.at)
			}
			return compareIDs(x.ID, y.ID)
		})
	})
}

func TestTimeRespectingIsTheFirstOfAllChains(t *testing.T) {
	long := 0
	firmly(t, func(t *rapid.T) {
		w := drawTimedWorld(t)
		o := engine.TimeRespectingOptions{
			TimedLinks: drawTimedLinks(t), Fewest: rapid.Bool().Draw(t, "fewest"), MaxHops: rapid.SampledFrom([]int{3, 4, 1}).Draw(t, "hops"),
		}
		view, seen, from := w.built(t), w.visible(), drawSeen(t, w, "from")
		for _, to := range w.nodes {
			got, ok, err := view.TimeRespecting(t.Context(), w.sight, from, to.ID, o)
			if entities := seen.entities(); len(entities[from]) == 0 || len(entities[to.ID]) == 0 {
				if graph.CodeOf(err) != graph.NotFound {
					t.Fatalf("an end out of sight gave %v", err)
				}
				continue
			}
			must(t, err)
			all := seen.chainsInTime(from, to.ID, o)
			if ok != (len(all) > 0) {
				t.Fatalf("%v, naively %v", got, all)
			}
			if !ok {
				continue
			}
			want := firstInTime(all, o.Fewest)
			if len(want) != len(got.Steps) {
				t.Fatalf("%v, naively %v", got, want)
			}
			for i, s := range want {
				step := engine.TrailStep{Link: s.ID, To: s.to, At: time.UnixMilli(s.at).UTC(), Amount: s.Amount}
				if got.Steps[i] != step {
					t.Fatalf("step %d: %v, naively %v", i, got.Steps[i], step)
				}
			}
			if len(want) > 1 {
				long++
			}
		}
	})
	if long == 0 {
		t.Error("the worlds drawn were too thin to test anything")
	}
}

// Two travel on one coach; one of them later pays a third.
func TestJourneysAndTransfersJoinInTime(t *testing.T) {
	w := world{shared: []graph.MarkingID{0}, sight: sightOf(1, 0)}
	for i, kind := range []graph.RecordKind{graph.KindPerson, graph.KindPerson, graph.KindPerson, graph.KindJourney} {
		w.nodes = append(w.nodes, engine.Node{ID: idOf(graph.NounRecord, uint64(i)), Kind: kind})
	}
	tie := func(kind graph.LinkKind, from, to int, valid, at int64) {
		w.edges = append(w.edges, engine.Edge{
			ID: idOf(graph.NounLink, uint64(len(w.edges))), Kind: kind, From: w.nodes[from].ID, To: w.nodes[to].ID, ValidFrom: valid, At: at,
		})
	}
	tie(graph.TravelledOn, 0, 3, 5, 0)
	tie(graph.TravelledOn, 1, 3, 5, 0)
	tie(graph.Transferred, 1, 2, 0, 9)
	tie(graph.Transferred, 2, 1, 0, 1)
	o := engine.TimeRespectingOptions{TimedLinks: engine.TimedLinks{
		SameInstant: true, Links: graph.LinkFilter{Kinds: []graph.LinkKind{graph.TravelledOn, graph.Transferred}},
	}}
	got, ok, err := w.built(t).TimeRespecting(t.Context(), w.sight, w.nodes[0].ID, w.nodes[2].ID, o)
	if must(t, err); !ok || len(got.Steps) != 3 || got.Steps[2].At.UnixMilli() != 9 {
		t.Errorf("%+v, %v", got, ok)
	}
	if _, ok, err := w.built(t).TimeRespecting(t.Context(), w.sight, w.nodes[2].ID, w.nodes[0].ID, o); err != nil || !ok {
		t.Errorf("the other way round: %v, %v", ok, err)
	}
}
