package engine_test

import (
	"context"
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine"
)

// idOf is an invented id with a given place in the order of ids.
func idOf(noun graph.Noun, n uint64) graph.ID {
	var bits [16]byte
	binary.BigEndian.PutUint64(bits[:8], n)
	return graph.IDOf(noun, bits)
}

// now is the moment at which every officer of the tests looks.
func now() time.Time { return time.Date(2010, 6, 1, 12, 0, 0, 0, time.UTC) }

// sightOf is the sight of an officer of an invented agency over markings of
// which those listed are shared with that agency.
func sightOf(markings int, shared ...graph.MarkingID) policy.Sight {
	own, other := idOf(graph.NounOrganisation, 1), idOf(graph.NounOrganisation, 2)
	all := make([]graph.Marking, markings)
	for i := range all {
		all[i] = graph.OwnOrganisationOnly(other)
		if slices.Contains(shared, graph.MarkingID(i)) { //nolint:gosec // small
			all[i].Audience = graph.Audience{Scope: graph.Organisations, Organisations: []graph.ID{own}}
		}
	}
	officer := auth.Principal{
		Officer: idOf(graph.NounOfficer, 1), Organisation: own, Roles: []auth.Role{auth.Analyst}, Expires: now().Add(time.Hour),
	}
	return policy.See(officer, nil, all, now())
}

// world is a small graph and somebody's sight of it.
type world struct {
	nodes  []engine.Node
	edges  []engine.Edge
	shared []graph.MarkingID
	sight  policy.Sight
}

const worldMarkings = 5

// drawWorld draws sizes, which shrink, and a seed for the rest: drawn one by
// one, the parts would come out small and seldom hang together.
func drawWorld(t *rapid.T) world {
	size := rapid.SampledFrom([]int{12, 16, 24, 4, 1}).Draw(t, "size")
	ties := size * rapid.SampledFrom([]int{2, 3, 1, 0}).Draw(t, "density")
	random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "world"), 1))                      //nolint:gosec // repeatable on purpose
	marking := func() graph.MarkingID { return graph.MarkingID(random.IntN(worldMarkings)) } //nolint:gosec // small
	kinds := []graph.LinkKind{graph.AssociateOf, graph.Called, graph.Called, graph.Transferred, graph.Transferred, graph.SameAs}
	var w world
	for i := range size {
		w.nodes = append(w.nodes, engine.Node{
			ID: idOf(graph.NounRecord, random.Uint64()), Kind: graph.RecordKinds()[random.IntN(2)],
			Marking: marking(), Retired: i > 1 && random.IntN(10) == 0,
		})
	}
	for range ties {
		w.edges = append(w.edges, engine.Edge{
			ID: idOf(graph.NounLink, random.Uint64()), Marking: marking(), Kind: kinds[random.IntN(len(kinds))],
			From: w.nodes[random.IntN(size)].ID, To: w.nodes[random.IntN(size)].ID,
			ValidFrom: random.Int64N(4), ValidUntil: []int64{0, 0, 4, 6}[random.IntN(4)],
			Weakness: uint8(random.IntN(11)), Retired: random.IntN(10) == 0, //nolint:gosec // small
		})
	}
	known := rapid.SampledFrom([]int{4, 5, 3, 0}).Draw(t, "known markings")
	for _, m := range random.Perm(worldMarkings)[:known] {
		w.shared = append(w.shared, graph.MarkingID(m)) //nolint:gosec // small
	}
	w.sight = sightOf(worldMarkings, w.shared...)
	return w
}

func (w world) sees(m graph.MarkingID) bool { return slices.Contains(w.shared, m) }

// visible is the part of a world that its officer sees, and nothing else.
func (w world) visible() world {
	out := world{shared: w.shared, sight: w.sight}
	seen := map[graph.ID]bool{}
	for _, n := range w.nodes {
		if !n.Retired && w.sees(n.Marking) {
			out.nodes = append(out.nodes, n)
			seen[n.ID] = true
		}
	}
	for _, e := range w.edges {
		if !e.Retired && w.sees(e.Marking) && seen[e.From] && seen[e.To] {
			out.edges = append(out.edges, e)
		}
	}
	return out
}

// built is the engine of a world, built at once.
func (w world) built(t tester) *engine.View { return w.builtWith(t, engine.Options{}) }

func (w world) builtWith(t tester, o engine.Options) *engine.View {
	b := engine.NewBuilder(nil)
	for _, e := range w.edges {
		must(t, b.AddEdge(e))
	}
	for _, n := range w.nodes {
		must(t, b.AddNode(n))
	}
	e := engine.New(o)
	e.Load(b.Build(1))
	return e.View()
}

// firmly checks a property on worlds that are the same at every run, so that a
// test that counts what it met counts the same, and then on random ones.
func firmly(t *testing.T, property func(t *rapid.T)) {
	t.Helper()
	firmlyOn(t, 60, property)
}

// firmlyOn is firmly where what is to be met is rare: on so many worlds that are the
// same at every run.
func firmlyOn(t *testing.T, worlds int, property func(t *rapid.T)) {
	t.Helper()
	for seed := range worlds {
		begun, held := 0, 0 // a property that fails is tried again, on another world
		rapid.Custom(func(t *rapid.T) bool { begun++; property(t); held++; return true }).Example(seed)
		if begun != held {
			t.Fatalf("it does not hold in world %d of those that are the same at every run", seed)
		}
	}
	rapid.Check(t, property)
}

func must(t tester, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// tester is what the helpers need of a testing.T, a testing.B or a rapid.T.
type tester interface {
	Helper()
	Fatal(args ...any)
	Context() context.Context
}

// entities are those of a visible world, found naively: by record, its
// entity's records in order.
func (w world) entities() map[graph.ID][]graph.ID {
	group := map[graph.ID]graph.ID{}
	for _, n := range w.nodes {
		group[n.ID] = n.ID
	}
	for range w.nodes { // labels spread by at least one step each time
		for _, e := range w.edges {
			if e.Kind == graph.SameAs {
				least := min(group[e.From], group[e.To])
				group[e.From], group[e.To] = least, least
			}
		}
	}
	out := map[graph.ID][]graph.ID{}
	for _, n := range w.nodes {
		for _, other := range w.nodes {
			if group[n.ID] == group[other.ID] {
				out[n.ID] = append(out[n.ID], other.ID)
			}
		}
		slices.Sort(out[n.ID])
	}
	return out
}

// steps are the links of a visible world between two entities, in the order of
// ids, that a filter lets through in the direction from a to b.
func (w world) steps(a, b []graph.ID, f graph.LinkFilter) []engine.Edge {
	var out []engine.Edge
	for _, e := range w.edges {
		along := slices.Contains(a, e.From) && slices.Contains(b, e.To) && f.Direction != graph.Incoming
		against := slices.Contains(a, e.To) && slices.Contains(b, e.From) && f.Direction != graph.Outgoing
		if e.Kind != graph.SameAs && (along || against) && fits(e, f) {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b engine.Edge) int { return compareIDs(a.ID, b.ID) })
	return out
}

func fits(e engine.Edge, f graph.LinkFilter) bool {
	switch {
	case len(f.Kinds) > 0 && !slices.Contains(f.Kinds, e.Kind):
		return false
	case f.WeakestGrading != nil && int(e.Weakness) > *f.WeakestGrading:
		return false
	case f.At == nil:
		return true
	}
	at := f.At.UnixMilli()
	return (e.ValidFrom == 0 || e.ValidFrom <= at) && (e.ValidUntil == 0 || at < e.ValidUntil)
}

func compareIDs(a, b graph.ID) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func drawFilter(t *rapid.T) graph.LinkFilter {
	f := graph.LinkFilter{Direction: rapid.SampledFrom([]graph.Direction{"", graph.EitherWay, graph.Outgoing, graph.Incoming}).Draw(t, "direction")}
	if rapid.Bool().Draw(t, "by kind") {
		f.Kinds = []graph.LinkKind{graph.Called, graph.AssociateOf}
	}
	if rapid.Bool().Draw(t, "by date") {
		at := time.UnixMilli(rapid.Int64Range(1, 7).Draw(t, "at"))
		f.At = &at
	}
	if rapid.Bool().Draw(t, "by grading") {
		weakest := rapid.IntRange(0, 10).Draw(t, "weakest")
		f.WeakestGrading = &weakest
	}
	return f
}
