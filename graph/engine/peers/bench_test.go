package peers_test

import (
	"bufio"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"entente/graph"
	"entente/graph/engine"
)

// The benchmark's markings and how many of them the officer sees: 75 %.
const (
	benchMarkings = 64
	benchSeen     = 48
	asked         = 200  // pairs that every program is asked
	askedAlone    = 2000 // pairs that the engine is asked where it is alone
)

// pairs are random nodes in sight.
func (w world) pairs(n int) [][2]int {
	nodes, _, _ := w.visible()
	random := rand.New(rand.NewPCG(1, 1)) //nolint:gosec // repeatable on purpose
	out := make([][2]int, n)
	for i := range out {
		out[i] = [2]int{nodes[random.IntN(len(nodes))], nodes[random.IntN(len(nodes))]}
	}
	return out
}

// ask times the engine's paths, each pair once after all were asked once.
func (w world) ask(b *testing.B, v *engine.View, pairs [][2]int) (hops []int, took []float64) {
	hops, took = make([]int, len(pairs)), make([]float64, len(pairs))
	for range 2 {
		for i, p := range pairs {
			from, to := record(p[0]), record(p[1])
			begun := time.Now()
			path, ok, err := v.ShortestPath(b.Context(), w.sight, from, to, engine.PathOptions{})
			took[i] = time.Since(begun).Seconds()
			must(b, err)
			if hops[i] = -1; ok {
				hops[i] = path.Hops()
			}
		}
	}
	return hops, took
}

func percentile(took []float64, of int) float64 {
	sorted := slices.Sorted(slices.Values(took))
	return sorted[len(sorted)*of/100]
}

// file writes ties for Python to read.
func file(b *testing.B, ties [][2]int) string {
	name := filepath.Join(b.TempDir(), "ties")
	out, err := os.Create(name) //nolint:gosec // a temporary folder
	must(b, err)
	to := bufio.NewWriter(out)
	for _, t := range ties {
		must(b, binary.Write(to, binary.LittleEndian, [2]uint32{uint32(t[0]), uint32(t[1])})) //nolint:gosec // not negative
	}
	must(b, to.Flush())
	must(b, out.Close())
	return name
}

// igraphOf has igraph hold what is in sight: a copy of its own, where the engine
// makes none.
func (w world) igraphOf(b *testing.B) *python {
	py := startPython(b)
	nodes, _, ties := w.visible()
	py.ask(question{Op: "load", Nodes: len(nodes), File: file(b, ties)}, &struct{}{})
	return py
}

func (w world) igraphPaths(py *python, pairs [][2]int) timed {
	_, number, _ := w.visible()
	q := question{Op: "paths"}
	for _, p := range pairs {
		q.Pairs = append(q.Pairs, [2]uint32{uint32(number[p[0]]), uint32(number[p[1]])}) //nolint:gosec // in sight
	}
	var answer timed
	py.ask(q, &answer)
	return answer
}

func mustEqual(b *testing.B, who string, ours, theirs []int) {
	b.Helper()
	for i := range ours {
		if ours[i] != theirs[i] {
			b.Fatalf("pair %d: %d hops, %s finds %d", i, ours[i], who, theirs[i])
		}
	}
}

// BenchmarkPath1M asks for paths in what is in sight of com-dblp.
func BenchmarkPath1M(b *testing.B) {
	w := newWorld(withTies(dblp(b)))
	pairs, v := w.pairs(asked), w.engine(b).View()
	py, db := w.igraphOf(b), startDatabase(b)
	db.load(w)
	for b.Loop() {
		hops, took := w.ask(b, v, pairs)
		answer := w.igraphPaths(py, pairs)
		mustEqual(b, "igraph", hops, answer.Hops)
		var cypher []float64
		for i, p := range pairs {
			begun := time.Now()
			got := db.hops(w, p[0], p[1])
			cypher = append(cypher, time.Since(begun).Seconds())
			mustEqual(b, "Cypher", hops[i:i+1], []int{got})
		}
		ours := percentile(took, 95)
		b.ReportMetric(1e3*ours, "name:path.visible.1m.p95:ms")
		b.ReportMetric(1e3*percentile(cypher, 95), "name:path.visible.1m.p95:ms:peer=cypher")
		b.ReportMetric(1e3*percentile(answer.Seconds, 95), "name:path.visible.1m.p95:ms:peer=igraph")
		b.ReportMetric(percentile(cypher, 95)/ours, "name:path.visible.1m.vs_cypher")
		b.ReportMetric(percentile(answer.Seconds, 95)/ours, "name:path.visible.1m.vs_igraph")
	}
}

func withTies(nodes int, ties [][2]int) (int, [][2]int, int, int) {
	return nodes, ties, benchMarkings, benchSeen
}

// BenchmarkLeiden1M divides what is in sight of com-dblp: the engine from the
// sight on, the peers from their own copy of it.
func BenchmarkLeiden1M(b *testing.B) {
	w := newWorld(withTies(dblp(b)))
	v, py, db := w.engine(b).View(), w.igraphOf(b), startDatabase(b)
	db.load(w)
	db.project(w)
	for b.Loop() {
		ours, modularity := w.divide(b, v, 3)
		theirs, igraph := leidenOf(py, 3)
		science := 1e9
		for _, threads := range []int{1, 2, 4} {
			r := db.run("CALL gds.leiden.stats('seen', {concurrency: $threads}) YIELD computeMillis, modularity RETURN computeMillis AS ms", map[string]any{"threads": threads})
			science = min(science, float64(r[0]["ms"].(int64))/1e3) //nolint:forcetypeassert // whole
		}
		b.ReportMetric(0, "name:leiden.1m.disconnected:communities") // or divide would have said so
		b.ReportMetric(ours, "name:leiden.1m.wall:s")
		b.ReportMetric(theirs, "name:leiden.1m.wall:s:peer=igraph")
		b.ReportMetric(science, "name:leiden.1m.wall:s:peer=gds")
		b.ReportMetric(theirs/ours, "name:leiden.1m.vs_igraph")
		b.ReportMetric(science/ours, "name:leiden.1m.vs_gds")
		b.ReportMetric(modularity-igraph, "name:leiden.1m.modularity_minus_igraph")
	}
}

// rounds of ours are as many as iterations of igraph's.
const rounds = 2

// divide is the best of some times. No community may fall apart.
func (w world) divide(b *testing.B, v *engine.View, times int) (seconds, modularity float64) {
	seconds = 1e9
	for range times {
		begun := time.Now()
		c, err := v.Communities(b.Context(), w.sight, engine.CommunityOptions{Seed: 1, Rounds: rounds})
		seconds = min(seconds, time.Since(begun).Seconds())
		must(b, err)
		modularity = c.Modularity
		if apart := w.apart(c); apart > 0 {
			b.Fatalf("%d communities are not connected", apart)
		}
	}
	return seconds, modularity
}

// apart counts the communities that fall apart.
func (w world) apart(c engine.Communities) int {
	nodes, _, ties := w.visible()
	of, root := map[graph.ID]int{}, make([]int, len(nodes))
	for i, community := range c.Communities {
		for _, m := range community.Members {
			of[m] = i
		}
	}
	in := make([]int, len(nodes))
	for i, n := range nodes {
		root[i], in[i] = i, of[record(n)]
	}
	find := func(n int) int {
		for root[n] != n {
			root[n], n = root[root[n]], root[n]
		}
		return n
	}
	for _, t := range ties {
		if in[t[0]] == in[t[1]] {
			root[find(t[0])] = find(t[1])
		}
	}
	pieces := 0
	for n := range root {
		if root[n] == n {
			pieces++
		}
	}
	return pieces - len(c.Communities)
}

func leidenOf(py *python, times int) (seconds, modularity float64) {
	seconds = 1e9
	for seed := range times {
		var answer timed
		py.ask(question{Op: "leiden", Seed: seed}, &answer)
		seconds, modularity = min(seconds, answer.Seconds[0]), max(modularity, answer.Modularity)
	}
	return seconds, modularity
}

// Benchmark10M asks a generated network of ten million links.
func Benchmark10M(b *testing.B) {
	w := newWorld(withTies(generated(10_000_000)))
	e := w.engine(b)
	py := w.igraphOf(b)
	for b.Loop() {
		stats, v := e.Stats(), e.View()
		hops, took := w.ask(b, v, w.pairs(askedAlone))
		mustEqual(b, "igraph", hops[:20], w.igraphPaths(py, w.pairs(askedAlone)[:20]).Hops)
		ours, modularity := w.divide(b, v, 1)
		theirs, igraph := leidenOf(py, 1)
		b.ReportMetric(1e3*percentile(took, 95), "name:path.visible.10m.p95_ms:ms")
		b.ReportMetric(ours, "name:leiden.10m.wall:s")
		b.ReportMetric(theirs, "name:leiden.10m.wall:s:peer=igraph")
		b.ReportMetric(theirs/ours, "name:leiden.10m.vs_igraph")
		b.ReportMetric(modularity-igraph, "name:leiden.10m.modularity_minus_igraph")
		b.ReportMetric(stats.BuildTime.Seconds(), "name:rebuild.10m.s:s")
		b.ReportMetric(stats.TopologyBytesPerLink(), "name:memory.10m.topology:B/link")
		b.ReportMetric(float64(stats.AttributeBytes)/float64(stats.Links), "name:memory.10m.attributes:B/link")
		w.grown(b, e, took, ours)
	}
}
