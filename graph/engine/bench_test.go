package engine_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine"
)

// The benchmark's markings and how many of them the caller sees: 75 %.
const (
	benchMarkings = 64
	benchSeen     = 48
)

func benchSight() policy.Sight {
	shared := make([]graph.MarkingID, benchSeen)
	for i := range shared {
		shared[i] = graph.MarkingID(i) //nolint:gosec // small
	}
	return sightOf(benchMarkings, shared...)
}

// dblp is com-dblp: 317,080 nodes and 1,049,866 links.
func dblp(b *testing.B) (world, *engine.Engine) {
	nodes, pairs := edgeList(b, "networks/com-dblp.el.gz")
	w := network(nodes, pairs, benchMarkings)
	e := engine.New(engine.Options{})
	e.Load(snapshot(b, w))
	return w, e
}

func snapshot(b *testing.B, w world) *engine.Snapshot {
	built := engine.NewBuilder(nil)
	for _, n := range w.nodes {
		must(b, built.AddNode(n))
	}
	for _, e := range w.edges {
		must(b, built.AddEdge(e))
	}
	return built.Build(1)
}

// BenchmarkShortestPath asks between random pairs in sight and reports the
// 95th percentile.
func BenchmarkShortestPath(b *testing.B) {
	w, e := dblp(b)
	sight, random := benchSight(), rand.New(rand.NewPCG(1, 1)) //nolint:gosec // repeatable on purpose
	var seen []graph.ID
	for _, n := range w.nodes {
		if sight.Sees(n.Marking) {
			seen = append(seen, n.ID)
		}
	}
	view, found := e.View(), 0
	took := make([]time.Duration, 0, 1<<16)
	b.ReportAllocs()
	for b.Loop() {
		from, to := seen[random.IntN(len(seen))], seen[random.IntN(len(seen))]
		began := time.Now()
		_, ok, err := view.ShortestPath(b.Context(), sight, from, to, engine.PathOptions{})
		took = append(took, time.Since(began))
		must(b, err)
		if ok {
			found++
		}
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1e3, "p50_ms")
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1e3, "p95_ms")
	b.ReportMetric(float64(found)/float64(len(took)), "found")
}

// BenchmarkLeiden divides what is in sight of com-dblp, and all of it.
func BenchmarkLeiden(b *testing.B) {
	_, e := dblp(b)
	all := make([]graph.MarkingID, benchMarkings)
	for i := range all {
		all[i] = graph.MarkingID(i) //nolint:gosec // small
	}
	for name, sight := range map[string]policy.Sight{"visible75": benchSight(), "all": sightOf(benchMarkings, all...)} {
		for rounds, label := range []string{"full", "1", "2"} {
			b.Run(name+"/rounds="+label, func(b *testing.B) {
				var c engine.Communities
				for b.Loop() {
					var err error
					c, err = e.View().Communities(b.Context(), sight, engine.CommunityOptions{Seed: 1, Rounds: rounds})
					must(b, err)
				}
				b.ReportMetric(c.Modularity, "modularity")
				b.ReportMetric(float64(len(c.Communities)), "communities")
			})
		}
	}
}

// BenchmarkBuild makes the snapshot from scratch and reports what it holds.
func BenchmarkBuild(b *testing.B) {
	w, e := dblp(b)
	for b.Loop() {
		e.Load(snapshot(b, w))
	}
	s := e.Stats()
	b.ReportMetric(s.TopologyBytesPerLink(), "topology_B/link")
	b.ReportMetric(float64(s.AttributeBytes)/float64(s.Links), "attribute_B/link")
	b.ReportMetric(s.BuildTime.Seconds(), "build_s")
}

// BenchmarkApply puts one new link at a time: what freshness costs.
func BenchmarkApply(b *testing.B) {
	w, e := dblp(b)
	defer e.Close()
	random := rand.New(rand.NewPCG(1, 1)) //nolint:gosec // repeatable on purpose
	revision, next := e.Revision(), uint64(1<<40)
	var slowest time.Duration
	for b.Loop() {
		revision++
		next++
		began := time.Now()
		must(b, e.Apply(revision, nil, []engine.Edge{{
			ID: idOf(graph.NounLink, scatter(next)), Kind: graph.Called,
			From: w.nodes[random.IntN(len(w.nodes))].ID, To: w.nodes[random.IntN(len(w.nodes))].ID,
		}}))
		slowest = max(slowest, time.Since(began))
	}
	b.ReportMetric(float64(slowest.Microseconds())/1e3, "slowest_ms")
}

// BenchmarkBuildOfTenMillion reads ten million links, and builds the snapshot.
func BenchmarkBuildOfTenMillion(b *testing.B) {
	const nodes, links = 1_000_000, 10_000_000
	id := func(noun graph.Noun, n int) graph.ID { return idOf(noun, scatter(uint64(n))) }                 //nolint:gosec // not negative
	marking := func(n int) graph.MarkingID { return graph.MarkingID(scatter(uint64(n)) % benchMarkings) } //nolint:gosec // small
	for b.Loop() {
		random, built := rand.New(rand.NewPCG(1, 1)), engine.NewBuilder(nil) //nolint:gosec // repeatable on purpose
		for n := range nodes {
			must(b, built.AddNode(engine.Node{ID: id(graph.NounRecord, n), Kind: graph.KindPerson, Marking: marking(n)}))
		}
		began := time.Now()
		for i := range links {
			from, u := random.IntN(nodes), random.Float64()
			to := int(u * u * u * u * nodes) // one of the few to which many are tied
			if random.IntN(10) < 9 {
				to = random.IntN(nodes)
			}
			must(b, built.AddEdge(engine.Edge{
				ID: id(graph.NounLink, i), Kind: graph.AssociateOf, From: id(graph.NounRecord, from), To: id(graph.NounRecord, to),
				Marking: marking(nodes + i),
			}))
		}
		read := time.Since(began)
		e := engine.New(engine.Options{})
		e.Load(built.Build(1))
		b.ReportMetric(read.Seconds(), "read_s")
		b.ReportMetric(e.Stats().BuildTime.Seconds(), "build_s")
	}
}
