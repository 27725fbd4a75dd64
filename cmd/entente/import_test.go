package main

import (
	"context"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/exchange/csv"
	"entente/graph"
)

const owner = "Northmere Police (example)"

// edges are the pairs of a published edge list, as this test reads them.
func edges(t *testing.T, file string) [][2]string {
	t.Helper()
	content, err := os.ReadFile(file) //nolint:gosec // the test names the file
	if os.IsNotExist(err) {
		t.Skipf("%s is not here: this test needs the shared networks", file)
	}
	must(t, err)
	var out [][2]string
	for i, line := range strings.Split(strings.TrimSpace(string(content)), "\n") {
		if ends := strings.Fields(line); i > 0 && ends[0] != ends[1] {
			out = append(out, [2]string{ends[0], ends[1]})
		}
	}
	return out
}

// published imports networks as an officer would, and compares paths and
// communities with computations of this test's own on the same file.
func (h *devHub) published(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "shared", "data", "covert")
	for _, name := range []string{"Montagna_meetings", "Montagna_phonecalls", "morselli_caviar"} {
		file := filepath.Join(folder, name+".el")
		pairs := edges(t, file)
		mapping := filepath.Join("..", "..", "examples", "networks", "edge-list.yaml")
		said, err := h.command("import", "csv", "--mapping", mapping, "--organisation", owner, "--rejected", filepath.Join(h.data, "rejected.csv"), file)
		must(t, err)
		if !strings.Contains(said, fmt.Sprintf("%d links", len(pairs))) {
			t.Errorf("%s has %d links: %s", name, len(pairs), said)
		}
		n := network{h: h, name: name, near: map[string][]string{}, owner: h.ownerID()}
		for _, pair := range pairs {
			n.near[pair[0]] = append(n.near[pair[0]], pair[1])
			n.near[pair[1]] = append(n.near[pair[1]], pair[0])
		}
		n.links = len(pairs)
		n.followed(t, pairs[len(pairs)-1])
		n.comparePaths(t)
		n.compareCommunities(t)
	}
}

func (h *devHub) ownerID() graph.ID {
	for _, o := range h.made().Organisations {
		if o.Name == owner {
			return o.ID
		}
	}
	return ""
}

type network struct {
	h     *devHub
	name  string
	owner graph.ID
	near  map[string][]string
	links int
}

func (n network) id(node string) graph.ID { return csv.RecordID(n.owner, n.name, "", node) }

// followed waits until the engine has what was imported last: the import is another
// process, and the hub learns of its writes by itself.
func (n network) followed(t *testing.T, last [2]string) {
	for range 300 {
		var got struct{ ShortestPath *struct{ Hops int } }
		n.h.get("imo.samplewright", fmt.Sprintf("{ shortestPath(from: %q, to: %q) { hops } }", n.id(last[0]), n.id(last[1])), &got)
		if got.ShortestPath != nil && got.ShortestPath.Hops == 1 {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Errorf("the engine has not followed the import of %s", n.name)
}

// distances is a plain breadth-first search.
func (n network) distances(from string) map[string]int {
	found := map[string]int{from: 0}
	for queue := []string{from}; len(queue) > 0; queue = queue[1:] {
		for _, next := range n.near[queue[0]] {
			if _, ok := found[next]; !ok {
				found[next] = found[queue[0]] + 1
				queue = append(queue, next)
			}
		}
	}
	return found
}

func (n network) comparePaths(t *testing.T) {
	nodes := slices.Sorted(maps.Keys(n.near))
	for i := 0; i < len(nodes); i += 9 {
		want := n.distances(nodes[i])
		var query strings.Builder
		for k := 0; k < len(nodes); k += 5 {
			fmt.Fprintf(&query, "n%d: shortestPath(from: %q, to: %q) { hops }\n", k, n.id(nodes[i]), n.id(nodes[k]))
		}
		var got map[string]*struct{ Hops int }
		n.h.get("imo.samplewright", "{"+query.String()+"}", &got)
		for k := 0; k < len(nodes); k += 5 {
			path := got[fmt.Sprintf("n%d", k)]
			hops, reached := want[nodes[k]]
			if (path != nil) != reached || (path != nil && path.Hops != hops) {
				t.Errorf("%s: from %s to %s: %v, want %d hops", n.name, nodes[i], nodes[k], path, hops)
			}
		}
	}
}

func (n network) compareCommunities(t *testing.T) {
	nodeOf := map[string]string{}
	var ids []string
	for node := range n.near {
		nodeOf[string(n.id(node))] = node
		ids = append(ids, strconv.Quote(string(n.id(node))))
	}
	slices.Sort(ids)
	var got struct {
		Communities struct {
			Modularity           float64
			Entities, TotalCount int
			Communities          []struct{ MemberIDs []string }
		}
	}
	n.h.get("imo.samplewright", "{ communities(input: { first: 500, records: ["+strings.Join(ids, ",")+"] }) { modularity entities totalCount communities { memberIds: memberIds } } }", &got)
	community := map[string]int{}
	for i, c := range got.Communities.Communities {
		for _, id := range c.MemberIDs {
			community[nodeOf[id]] = i
		}
	}
	if len(community) != len(n.near) || got.Communities.Entities != len(n.near) {
		t.Errorf("%s: %d of %d people are in a community", n.name, len(community), len(n.near))
	}
	if want := n.modularity(community); math.Abs(want-got.Communities.Modularity) > 1e-9 || want < 0.2 {
		t.Errorf("%s: modularity %v, computed here %v", n.name, got.Communities.Modularity, want)
	}
	for i, c := range got.Communities.Communities {
		if !n.connected(c.MemberIDs, nodeOf, community, i) {
			t.Errorf("%s: community %d is not connected", n.name, i)
		}
	}
}

// modularity is Newman and Girvan's definition, summed over communities.
func (n network) modularity(community map[string]int) float64 {
	inside, degree := map[int]float64{}, map[int]float64{}
	for node, near := range n.near {
		for _, other := range near {
			degree[community[node]]++
			if community[node] == community[other] {
				inside[community[node]]++
			}
		}
	}
	twice, sum := 2*float64(n.links), 0.0
	for c, d := range degree {
		sum += inside[c]/twice - (d/twice)*(d/twice)
	}
	return sum
}

func (n network) connected(members []string, nodeOf map[string]string, community map[string]int, c int) bool {
	first := nodeOf[members[0]]
	seen := map[string]bool{first: true}
	for queue := []string{first}; len(queue) > 0; queue = queue[1:] {
		for _, next := range n.near[queue[0]] {
			if community[next] == c && !seen[next] {
				seen[next] = true
				queue = append(queue, next)
			}
		}
	}
	return len(seen) == len(members)
}

// killed imports a network, kills Neo4j in the middle of it, and imports until
// it is done: nothing is there twice, nothing is lost.
func (h *devHub) killed(t *testing.T) {
	const records, links = 20_000, 60_000
	file := filepath.Join(h.data, "ring.el")
	var text strings.Builder
	fmt.Fprintf(&text, "%d %d\n", records, links)
	for i := range links {
		fmt.Fprintf(&text, "%d %d\n", i%records, (i*7+1+i/records)%records)
	}
	must(t, os.WriteFile(file, []byte(text.String()), 0o600))
	importing := make(chan error, 1)
	again := func() error {
		_, err := h.command("import", "csv", "--mapping", filepath.Join("..", "..", "examples", "networks", "edge-list.yaml"),
			"--organisation", owner, "--rejected", filepath.Join(h.data, "rejected.csv"), file)
		return err
	}
	go func() { importing <- again() }()
	h.awaitLinks(t, "ring", 1)
	h.kill(t)
	err := <-importing
	for begun := time.Now(); err != nil && time.Since(begun) < 3*time.Minute; err = again() {
		t.Logf("interrupted: %v", err)
		time.Sleep(time.Second)
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, h.said)
	}
	must(t, again())
	selfTies := 0
	for i := range links {
		if i%records == (i*7+1+i/records)%records {
			selfTies++
		}
	}
	h.awaitLinks(t, "ring", links-selfTies)
	if n := h.count(t, `MATCH (r:Record) WHERE r.source = 'Published network ring' RETURN count(r)`); n != records {
		t.Errorf("%d records, not %d", n, records)
	}
	if n := h.count(t, `MATCH (v:Version) RETURN count(v)`); n != 0 {
		t.Errorf("%d elements were written twice", n)
	}
}

func (h *devHub) kill(t *testing.T) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(h.data, "graph", "neo4j.pid"))
	must(t, err)
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	must(t, err)
	must(t, syscall.Kill(pid, syscall.SIGKILL))
}

// awaitLinks waits until at least so many links of a network are there, and
// refuses more.
func (h *devHub) awaitLinks(t *testing.T, name string, least int) {
	t.Helper()
	deadline := time.Now().Add(3 * time.Minute)
	for time.Now().Before(deadline) {
		n := h.count(t, `MATCH ()-[l:LINK]->() WHERE l.source = 'Published network `+name+`' RETURN count(l)`)
		if least > 1 && n > least {
			t.Fatalf("%d links, not %d", n, least)
		}
		if n >= least {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("there were never %d links", least)
}

// count asks Neo4j itself.
func (h *devHub) count(t *testing.T, cypher string) int {
	t.Helper()
	state, err := running(h.data)
	must(t, err)
	password, err := secret(state.PasswordFile)
	must(t, err)
	connection, err := driver.NewDriverWithContext(state.Neo4jURI, driver.BasicAuth(state.Neo4jUser, password, ""))
	must(t, err)
	defer func() { _ = connection.Close(context.Background()) }()
	result, err := driver.ExecuteQuery(context.Background(), connection, cypher, nil, driver.EagerResultTransformer)
	if err != nil {
		return 0
	}
	n, _ := result.Records[0].Values[0].(int64)
	return int(n)
}
