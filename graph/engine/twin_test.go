package engine_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"
	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/engine"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func asFault(err error, to **graph.Error) bool { return errors.As(err, to) }

// answers is everything that an officer can get out of a view.
func answers(t tester, w world, v *engine.View, f graph.LinkFilter, seed uint64) map[string]any {
	out := map[string]any{}
	ids := make([]graph.ID, 0, len(w.nodes)+1)
	for _, n := range w.nodes {
		ids = append(ids, n.ID)
	}
	ids = append(ids, idOf(graph.NounLink, 1))
	for _, a := range ids {
		e, ok := v.Entity(w.sight, a)
		around, err := v.Neighbours(w.sight, a, engine.NeighbourOptions{Links: f, Most: 3})
		out["entity "+string(a)] = []any{e, ok, around, err}
		for _, b := range ids {
			p, ok, err := v.ShortestPath(t.Context(), w.sight, a, b, engine.PathOptions{Links: f, Avoid: ids[:1]})
			out["path "+string(a+b)] = []any{p, ok, err}
		}
	}
	communities, err := v.Communities(t.Context(), w.sight, engine.CommunityOptions{Seed: seed, Links: f, Levels: true, Runs: 3})
	some, someErr := v.Communities(t.Context(), w.sight, engine.CommunityOptions{
		Seed: seed, Scope: ids[:len(ids)/2+1], RecordKinds: []graph.RecordKind{graph.KindPerson}, Resolution: 0.5,
	})
	out["routes"] = routeAnswers(t, w, v, f, ids)
	out["time"] = timeAnswers(t, w, v, f, ids)
	out["shape"] = shapeAnswers(t, w, v, f, ids, seed)
	out["disruption"] = disrupted(t, w, v, f, seed)
	out["all"] = []any{v.Entities(w.sight, ids), v.Induced(w.sight, ids), communities, err, some, someErr}
	return out
}

func TestAnswersAreThoseOfAWorldWithoutWhatIsHidden(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawTimedWorld(t)
		f, seed := drawFilter(t), rapid.Uint64().Draw(t, "seed")
		full := answers(t, w, w.built(t), f, seed)
		twin := answers(t, w, w.visible().built(t), f, seed)
		if diff := cmp.Diff(twin, full); diff != "" {
			t.Fatal(diff)
		}
	})
}

// drift applies a world in pieces, in random order and with repeats, after
// former states of its elements.
func drift(t *rapid.T, w world) *engine.Engine {
	e := engine.New(engine.Options{FoldAt: rapid.SampledFrom([]int{1, 4, 1000}).Draw(t, "fold at")})
	revision := graph.Revision(0)
	put := func(nodes []engine.Node, edges []engine.Edge) {
		revision++
		must(t, e.Apply(revision, nodes, edges))
		must(t, e.WaitFor(t.Context(), revision))
		// Somebody looks at every revision, so that what is cached could go stale.
		_ = e.View().Entities(w.sight, []graph.ID{w.nodes[0].ID})
	}
	for _, n := range w.nodes {
		if rapid.Bool().Draw(t, "had a former state") {
			n.Marking, n.Kind, n.Retired = (n.Marking+1)%worldMarkings, graph.KindPlace, !n.Retired
			put([]engine.Node{n}, nil)
		}
	}
	for _, x := range rapid.Permutation(w.edges).Draw(t, "edges") {
		former := x
		former.Retired, former.Marking, former.Kind = rapid.Bool().Draw(t, "retired"), (x.Marking+1)%worldMarkings, graph.Owns
		put(nil, []engine.Edge{former})
		if rapid.Bool().Draw(t, "early") {
			put(nil, []engine.Edge{x})
		}
	}
	for _, n := range rapid.Permutation(w.nodes).Draw(t, "order") {
		put([]engine.Node{n}, nil)
	}
	rest := rapid.Permutation(w.edges).Draw(t, "order")
	for at := 0; at < len(rest); {
		n := rapid.IntRange(1, len(rest)-at).Draw(t, "batch")
		put(nil, rest[at:at+n])
		at += n
	}
	return e
}

func TestChangesGiveTheAnswersOfABuild(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawTimedWorld(t)
		f, seed := drawFilter(t), rapid.Uint64().Draw(t, "seed")
		e := drift(t, w)
		defer e.Close()
		want := answers(t, w, w.visible().built(t), f, seed)
		if diff := cmp.Diff(want, answers(t, w, e.View(), f, seed)); diff != "" {
			t.Fatalf("laid over: %s", diff)
		}
		e.Close()
		if diff := cmp.Diff(want, answers(t, w, e.View(), f, seed)); diff != "" {
			t.Fatalf("folded: %s", diff)
		}
	})
}
