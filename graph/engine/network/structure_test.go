package network_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	gonum "gonum.org/v1/gonum/graph"
	gonumnetwork "gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"
	"pgregory.net/rapid"

	"entente/graph/engine/network"
)

func draw(t *rapid.T) (int, *network.Network) {
	n := rapid.IntRange(1, 12).Draw(t, "n")
	ties := anyTies(t, n)
	return n, network.New(n, ties[:rapid.IntRange(0, len(ties)).Draw(t, "kept")])
}

func gonumOf(w *network.Network) *simple.UndirectedGraph {
	g := simple.NewUndirectedGraph()
	for v := range w.Size() {
		g.AddNode(simple.Node(v))
	}
	for v := range uint32(w.Size()) {
		for _, end := range w.Row(v) {
			g.SetEdge(simple.Edge{F: simple.Node(v), T: simple.Node(end)})
		}
	}
	return g
}

func nearly(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestBetweennessIsGonumsWhateverTheWorkers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, w := draw(t)
		got, err := network.Betweenness(context.Background(), w, 1, nil)
		if err != nil {
			t.Fatal(err)
		}
		want := gonumnetwork.Betweenness(gonumOf(w))
		for v := range n {
			if !nearly(2*got[v], want[int64(v)]) {
				t.Fatalf("node %d: %v, gonum (both ways) %v", v, got[v], want[int64(v)])
			}
		}
		told := 0
		again, err := network.Betweenness(context.Background(), w, 3, func(done, total int) { told = done*1000 + total })
		if err != nil || !slices.Equal(again, got) || told != n*1001 {
			t.Fatalf("three workers: %v, %v, %d; one: %v", again, err, told, got)
		}
	})
}

func TestSampledBetweennessStaysWithinItsBound(t *testing.T) {
	outside, all := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		n, w := draw(t)
		exact, err := network.Betweenness(context.Background(), w, 1, nil)
		if err != nil {
			t.Fatal(err)
		}
		samples, seed := rapid.IntRange(1, 400).Draw(t, "samples"), rapid.Uint64().Draw(t, "seed")
		got, err := network.SampledBetweenness(context.Background(), w, samples, 0.1, seed, 1, nil)
		if err != nil || got.Samples != samples || got.Delta != 0.1 || got.Epsilon != network.SampleError(n, samples, 0.1) {
			t.Fatalf("%+v, %v", got, err)
		}
		again, err := network.SampledBetweenness(context.Background(), w, samples, 0.1, seed, 2, nil)
		if err != nil || !slices.Equal(again.Values, got.Values) {
			t.Fatalf("two workers: %v, one: %v", again, got)
		}
		all++
		for v := range n {
			if math.Abs(got.Values[v]-exact[v]) > got.Epsilon {
				outside++
				break
			}
		}
	})
	if outside*10 > all {
		t.Errorf("%d of %d estimates were outside their bound of 90 %%", outside, all)
	}
}

func TestClosenessIsByDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, w := draw(t)
		all := path.DijkstraAllPaths(gonumOf(w))
		got, err := network.Close(context.Background(), w, 2, nil)
		if err != nil {
			t.Fatal(err)
		}
		for v := range n {
			harmonic, sum, reached := 0.0, 0.0, 0.0
			for u := range n {
				if d := all.Weight(int64(v), int64(u)); u != v && !math.IsInf(d, 1) {
					harmonic, sum, reached = harmonic+1/d, sum+d, reached+1
				}
			}
			faust := 0.0
			if sum > 0 {
				faust = reached / float64(n-1) * (reached / sum)
			}
			if !nearly(got.Harmonic[v], harmonic) || !nearly(got.WassermanFaust[v], faust) {
				t.Fatalf("node %d: %v and %v, by definition %v and %v", v, got.Harmonic[v], got.WassermanFaust[v], harmonic, faust)
			}
		}
	})
}

func TestPageRankIsTheWalksStationaryShare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, w := draw(t)
		damping := rapid.SampledFrom([]float64{0, 0.5, 0.85}).Draw(t, "damping")
		got, err := network.PageRank(context.Background(), w, damping, 1e-13)
		if err != nil {
			t.Fatal(err)
		}
		sum := 0.0
		for v := range n {
			// One step of the walk, from the definition, changes nothing.
			next := (1 - damping) / float64(n)
			for u := range uint32(n) {
				strength, to := 0.0, 0.0
				for at := w.Begins[u]; at < w.Begins[u+1]; at++ {
					strength += float64(w.Weight(at))
					if w.Ends[at] == uint32(v) {
						to = float64(w.Weight(at))
					}
				}
				if strength == 0 {
					next += damping * got[u] / float64(n)
				} else {
					next += damping * got[u] * to / strength
				}
			}
			if !nearly(next, got[v]) {
				t.Fatalf("node %d: %v, after one more step %v", v, got[v], next)
			}
			sum += got[v]
		}
		if !nearly(sum, 1) {
			t.Fatalf("the ranks add up to %v", sum)
		}
	})
}

func TestCoresAreWhatPeelingLeaves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, w := draw(t)
		got, want := network.Cores(w), make([]int, n)
		for k := 1; k < n; k++ {
			left := map[uint32]bool{}
			for v := range uint32(n) {
				left[v] = true
			}
			for range n { // each time at least one goes, or none ever will
				for v := range left {
					if degree := len(slices.DeleteFunc(slices.Clone(w.Row(v)), func(end uint32) bool { return !left[end] })); degree < k {
						delete(left, v)
					}
				}
			}
			for v := range left {
				want[v] = k
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%v, by peeling %v", got, want)
		}
	})
}

// parts counts the connected parts of a graph.
func parts(g gonum.Undirected) int { return len(topo.ConnectedComponents(g)) }

func TestCutsAreWhereTheNetworkComesApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, w := draw(t)
		got, before := network.Cut(w), parts(gonumOf(w))
		var points []uint32
		var bridges []network.Tie
		for v := range uint32(n) {
			g := gonumOf(w)
			g.RemoveNode(int64(v))
			if parts(g) > before {
				points = append(points, v)
			}
			for _, end := range w.Row(v) {
				if end > v {
					h := gonumOf(w)
					h.RemoveEdge(int64(v), int64(end))
					if parts(h) > before {
						bridges = append(bridges, network.Tie{A: v, B: end})
					}
				}
			}
		}
		if !slices.Equal(got.Articulations, points) {
			t.Fatalf("articulations %v, by removal %v", got.Articulations, points)
		}
		if !slices.Equal(got.Bridges, bridges) {
			t.Fatalf("bridges %v, by removal %v", got.Bridges, bridges)
		}
		checkBlocks(t, w, got.Blocks)
	})
}

// checkBlocks holds blocks to what makes them the biconnected components: each
// tie lies in one, none comes apart without any one node, and two share no more
// than one node.
func checkBlocks(t *rapid.T, w *network.Network, blocks [][]uint32) {
	ties := 0
	for i, block := range blocks {
		var within []network.Tie
		for a, v := range block {
			for b, u := range block[:a] {
				if w.Tied(v, u) {
					within = append(within, network.Tie{A: uint32(a), B: uint32(b)})
				}
			}
		}
		ties += len(within)
		g := gonumOf(network.New(len(block), within))
		if parts(g) != 1 {
			t.Fatalf("a block in parts: %v", block)
		}
		for v := range block {
			h := gonumOf(network.New(len(block), within))
			if h.RemoveNode(int64(v)); parts(h) > 1 {
				t.Fatalf("a block that comes apart: %v", block)
			}
		}
		for _, other := range blocks[:i] {
			shared := slices.DeleteFunc(slices.Clone(block), func(v uint32) bool { return !slices.Contains(other, v) })
			if len(shared) > 1 || len(other) < len(block) {
				t.Fatalf("blocks %v and %v", other, block)
			}
		}
	}
	if ties != w.Ties() {
		t.Fatalf("%d ties in blocks, of %d", ties, w.Ties())
	}
}

func TestBrokerageCountsOpenPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, w := draw(t)
		groups := rapid.SliceOfN(rapid.Uint32Range(0, 3), n, n).Draw(t, "groups")
		want := make([]network.Brokerage, n)
		for v := range uint32(n) {
			for _, a := range w.Row(v) {
				for _, b := range w.Row(v) {
					if b >= a || w.Tied(a, b) || groups[v] == 0 || groups[a] == 0 || groups[b] == 0 {
						continue
					}
					mine := 0
					for _, end := range []uint32{a, b} {
						if groups[end] == groups[v] {
							mine++
						}
					}
					switch {
					case mine == 2:
						want[v].Coordinator++
					case mine == 1:
						want[v].Gatekeeper++
					case groups[a] == groups[b]:
						want[v].Consultant++
					default:
						want[v].Liaison++
					}
				}
			}
		}
		got, err := network.Broker(context.Background(), w, groups)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Fatal(diff, err)
		}
	})
}

func TestLongQuestionsStopWhenCancelled(t *testing.T) {
	w := network.New(3, []network.Tie{{A: 0, B: 1}})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := network.Betweenness(ctx, w, 2, nil)
	_, err2 := network.SampledBetweenness(ctx, w, 5, 0.1, 1, 2, nil)
	_, err3 := network.Close(ctx, w, 2, nil)
	_, err4 := network.PageRank(ctx, w, 0.85, 1e-9)
	_, err5 := network.Broker(ctx, w, make([]uint32, 3))
	for _, err := range []error{err, err2, err3, err4, err5} {
		if err != context.Canceled {
			t.Errorf("got %v", err)
		}
	}
}
