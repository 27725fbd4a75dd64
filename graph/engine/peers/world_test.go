package peers_test

import (
	"bufio"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine"
)

// world is a graph of persons and ties, of which each has one of some markings,
// and an officer's sight of it.
type world struct {
	nodes   int
	ties    [][2]int
	marking []graph.MarkingID // of the nodes, then of the ties
	sight   policy.Sight
	seen    []bool // by marking
}

func idOf(noun graph.Noun, n uint64) graph.ID {
	var bits [16]byte
	binary.BigEndian.PutUint64(bits[:8], scatter(n))
	return graph.IDOf(noun, bits)
}

// scatter is splitmix64, a bijection: ids as scattered as random ones, and the
// same at every run.
func scatter(n uint64) uint64 {
	n += 0x9e3779b97f4a7c15
	n = (n ^ n>>30) * 0xbf58476d1ce4e5b9
	n = (n ^ n>>27) * 0x94d049bb133111eb
	return n ^ n>>31
}

func record(n int) graph.ID { return idOf(graph.NounRecord, uint64(n)) } //nolint:gosec // not negative

// newWorld gives markings by turns, the first of which the officer sees.
func newWorld(nodes int, ties [][2]int, markings, seen int) world {
	own, other := idOf(graph.NounOrganisation, 1), idOf(graph.NounOrganisation, 2)
	w := world{nodes: nodes, ties: ties, seen: make([]bool, markings), marking: make([]graph.MarkingID, nodes+len(ties))}
	all := make([]graph.Marking, markings)
	for i := range all {
		all[i] = graph.OwnOrganisationOnly(other)
		if w.seen[i] = i < seen; w.seen[i] {
			all[i].Audience = graph.Audience{Scope: graph.Organisations, Organisations: []graph.ID{own}}
		}
	}
	now := time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)
	officer := auth.Principal{
		Officer: idOf(graph.NounOfficer, 1), Organisation: own, Roles: []auth.Role{auth.Analyst}, Expires: now.Add(time.Hour),
	}
	w.sight = policy.See(officer, nil, all, now)
	for i := range w.marking {
		w.marking[i] = graph.MarkingID(scatter(uint64(i)) % uint64(markings)) //nolint:gosec // not negative
	}
	return w
}

func (w world) sees(n int) bool { return w.seen[w.marking[n]] }

// visible are the numbers of the nodes in sight, by number whether it is one
// and which, and the ties in sight between those.
func (w world) visible() (nodes []int, number []int, ties [][2]int) {
	number = make([]int, w.nodes)
	for n := range number {
		if number[n] = -1; w.sees(n) {
			number[n] = len(nodes)
			nodes = append(nodes, n)
		}
	}
	for i, t := range w.ties {
		if w.sees(w.nodes+i) && number[t[0]] >= 0 && number[t[1]] >= 0 {
			ties = append(ties, [2]int{number[t[0]], number[t[1]]})
		}
	}
	return nodes, number, ties
}

func (w world) snapshot(tb interface {
	Helper()
	Fatal(args ...any)
},
) *engine.Snapshot {
	b := engine.NewBuilder(nil)
	for n := range w.nodes {
		must(tb, b.AddNode(engine.Node{ID: record(n), Kind: graph.KindPerson, Marking: w.marking[n]}))
	}
	for i, t := range w.ties {
		must(tb, b.AddEdge(engine.Edge{
			ID: idOf(graph.NounLink, uint64(i)), Kind: graph.AssociateOf, From: record(t[0]), To: record(t[1]), //nolint:gosec // not negative
			Marking: w.marking[w.nodes+i],
		}))
	}
	return b.Build(1)
}

func (w world) engine(tb interface {
	Helper()
	Fatal(args ...any)
},
) *engine.Engine {
	e := engine.New(engine.Options{})
	e.Load(w.snapshot(tb))
	return e
}

// generated are the ties of an invented network: ten a node, groups of some
// dozens in which most stay, and a few hubs that many lead to, as in networks
// that people make.
func generated(links int) (nodes int, ties [][2]int) {
	nodes = max(links/10, 20)
	random := rand.New(rand.NewPCG(uint64(links), 1)) //nolint:gosec // repeatable on purpose
	ties = make([][2]int, links)
	for i := range ties {
		a, b := random.IntN(nodes), 0
		switch draw := random.IntN(100); {
		case draw < 70: // within the group
			b = min(a-a%40+random.IntN(40), nodes-1)
		case draw < 90: // anywhere
			b = random.IntN(nodes)
		default: // a hub: the smaller the number, the likelier
			u := random.Float64()
			b = int(u * u * u * u * float64(nodes))
		}
		ties[i] = [2]int{a, b}
	}
	return nodes, ties
}

// dblp is com-dblp of the shared data folder: 317,080 nodes and 1,049,866 links.
func dblp(tb testing.TB) (nodes int, ties [][2]int) {
	file, err := os.Open(filepath.Join("..", "..", "..", "..", "shared", "data", "networks", "com-dblp.el.gz"))
	if os.IsNotExist(err) {
		tb.Skip("skipped: ../shared/data/networks/com-dblp.el.gz is not on this machine")
	}
	must(tb, err)
	defer func() { must(tb, file.Close()) }()
	in, err := gzip.NewReader(file)
	must(tb, err)
	lines := bufio.NewScanner(in)
	links := 0
	lines.Scan()
	_, err = fmt.Sscan(lines.Text(), &nodes, &links)
	must(tb, err)
	ties = make([][2]int, links)
	for i := range ties {
		lines.Scan()
		_, err = fmt.Sscan(lines.Text(), &ties[i][0], &ties[i][1])
		must(tb, err)
	}
	return nodes, ties
}
