package server_test

import (
	"context"
	"encoding/binary"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine"
	"entente/server"
)

// The engine stops when a request's time is up: exact betweenness of this network
// would take many minutes, and the answer comes with the work ended.
func TestTimeIsUpInTheEngineToo(t *testing.T) {
	w := newTeam(t)
	seen := graph.ID(w.person("ana", "Network Example", w.shared()).Record.ID)
	marks := w.engine.View().Markings(policy.Whole(1<<16), []graph.ID{seen})
	if len(marks) != 1 {
		t.Fatalf("the record stands under %v", marks)
	}
	nodes, edges := ring(60_000, marks[0])
	must(t, w.engine.Apply(w.engine.Revision(), nodes, edges))
	door := w.door(w.known, func(o *server.Options) { o.RequestTime = 2 * time.Second })
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	for _, query := range []string{
		`{ centrality(input: {measure: BETWEENNESS}) { entities } }`,
		`{ centrality(input: {measure: CLOSENESS}) { entities } }`,
	} {
		r, err := http.NewRequestWithContext(ctx, http.MethodPost, door, strings.NewReader(asJSON(t, map[string]any{"query": query})))
		must(t, err)
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Officer", "ana")
		got := bodyOf(t, r)
		if !strings.Contains(got, "LIMIT_EXCEEDED") {
			t.Errorf("%s: %s", query, got)
		}
	}
}

// ring is a network of n nodes, each tied to its neighbours and to some far away.
func ring(n int, mark graph.MarkingID) (nodes []engine.Node, edges []engine.Edge) {
	id := func(noun graph.Noun, i int) graph.ID {
		var b [16]byte
		binary.BigEndian.PutUint64(b[8:], uint64(i)) //nolint:gosec // a count
		return graph.IDOf(noun, b)
	}
	for i := range n {
		nodes = append(nodes, engine.Node{ID: id(graph.NounRecord, i), Kind: graph.RecordKinds()[0], Marking: mark})
		for step, far := range []int{1, 7, 1_001, 12_007} {
			edges = append(edges, engine.Edge{
				ID: id(graph.NounLink, 4*i+step), From: id(graph.NounRecord, i), To: id(graph.NounRecord, (i+far)%n), Kind: graph.Controls, Marking: mark,
			})
		}
	}
	return nodes, edges
}

func bodyOf(t *testing.T, r *http.Request) string {
	t.Helper()
	answer, err := http.DefaultClient.Do(r)
	must(t, err)
	defer func() { _ = answer.Body.Close() }()
	content, err := io.ReadAll(answer.Body)
	must(t, err)
	return string(content)
}
