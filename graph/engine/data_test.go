package engine_test

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/graph"
	"entente/graph/engine"
)

// edgeList reads a network of the shared data folder: how many nodes, and the
// pairs. It skips the test, and says so, where the folder is missing: the
// files may not be handed on with the sources.
func edgeList(t testing.TB, name string) (int, [][2]int) {
	t.Helper()
	file, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", filepath.FromSlash(name)))
	if os.IsNotExist(err) {
		t.Skipf("skipped: ../shared/data/%s is not on this machine", name)
	}
	must(t, err)
	defer func() { must(t, file.Close()) }()
	var in io.Reader = file
	if strings.HasSuffix(name, ".gz") {
		in, err = gzip.NewReader(file)
		must(t, err)
	}
	lines := bufio.NewScanner(in)
	var nodes, links int
	lines.Scan()
	if _, err := fmt.Sscan(lines.Text(), &nodes, &links); err != nil {
		t.Fatal(err)
	}
	pairs := make([][2]int, 0, links)
	for lines.Scan() {
		var a, b int
		if _, err := fmt.Sscan(lines.Text(), &a, &b); err != nil {
			t.Fatal(err)
		}
		pairs = append(pairs, [2]int{a, b})
	}
	must(t, lines.Err())
	if len(pairs) != links {
		t.Fatalf("%s: %d links, its first line says %d", name, len(pairs), links)
	}
	return nodes, pairs
}

// network is an edge list as a world, markings given by turns so that no two
// neighbouring numbers are alike.
func network(nodes int, pairs [][2]int, markings int) world {
	marking := func(n int) graph.MarkingID {
		return graph.MarkingID(scatter(uint64(n)) % uint64(markings)) //nolint:gosec // not negative
	}
	w := world{nodes: make([]engine.Node, nodes), edges: make([]engine.Edge, len(pairs))}
	for i := range w.nodes {
		w.nodes[i] = engine.Node{ID: idOf(graph.NounRecord, scatter(uint64(i))), Kind: graph.KindPerson, Marking: marking(i)} //nolint:gosec // not negative
	}
	for i, p := range pairs {
		w.edges[i] = engine.Edge{
			ID: idOf(graph.NounLink, scatter(uint64(i))), Kind: graph.AssociateOf, //nolint:gosec // not negative
			From: w.nodes[p[0]].ID, To: w.nodes[p[1]].ID, Marking: marking(nodes + i),
		}
	}
	return w
}

// scatter is splitmix64, a bijection: ids as scattered as random ones, and
// the same at every run.
func scatter(n uint64) uint64 {
	n += 0x9e3779b97f4a7c15
	n = (n ^ n>>30) * 0xbf58476d1ce4e5b9
	n = (n ^ n>>27) * 0x94d049bb133111eb
	return n ^ n>>31
}
