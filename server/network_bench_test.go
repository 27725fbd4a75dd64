package server_test

import (
	"bufio"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/graph"
)

// networkHub is a team's hub that holds com-dblp, and the records of it that
// Bogdan sees: three quarters of records and of links are shared with him.
//
// All are copies of four elements that Ana writes, put into the database beside
// the hub: through it a million links take minutes.
func networkHub(b *testing.B) (*team, []graph.ID) {
	nodes, ties := dblp(b)
	w := newTeam(b)
	shared, own := w.person("ana", "Shared Example", w.shared()), w.person("ana", "Own Example", nil)
	sharedLink := w.link("ana", "ASSOCIATE", shared.Record.ID, own.Record.ID, w.shared())
	ownLink := w.link("ana", "ASSOCIATE", shared.Record.ID, own.Record.ID, nil)
	connection := w.at.Driver(b)
	run := func(statement string, rows []any, like ...string) {
		_, err := driver.ExecuteQuery(context.WithoutCancel(b.Context()), connection, statement, map[string]any{"rows": rows, "shared": like[0], "own": like[1]}, driver.EagerResultTransformer)
		must(b, err)
	}
	var people []graph.ID
	inBatches(nodes, func(n int) any {
		hidden := quarter("record", n)
		if !hidden {
			people = append(people, numbered(graph.NounRecord, n))
		}
		return []any{string(numbered(graph.NounRecord, n)), hidden}
	}, func(rows []any) {
		run(`MATCH (s:Record {id: $shared}), (o:Record {id: $own}) WITH properties(s) AS s, properties(o) AS o
			UNWIND $rows AS r WITH r, CASE WHEN r[1] THEN o ELSE s END AS like
			CREATE (n:Record) SET n = like {.*, id: r[0], terms: null, seenBy: null}`, rows, shared.Record.ID, own.Record.ID)
	})
	inBatches(len(ties), func(i int) any {
		return []any{
			string(numbered(graph.NounRecord, ties[i][0])), string(numbered(graph.NounRecord, ties[i][1])), string(numbered(graph.NounLink, i)), quarter("link", i),
		}
	}, func(rows []any) {
		run(`MATCH ()-[s:LINK {id: $shared}]->(), ()-[o:LINK {id: $own}]->() WITH properties(s) AS s, properties(o) AS o
			UNWIND $rows AS r WITH r, CASE WHEN r[3] THEN o ELSE s END AS like MATCH (a:Record {id: r[0]}), (b:Record {id: r[1]})
			CREATE (a)-[l:LINK]->(b) SET l = like {.*, id: r[2]}`, rows, sharedLink.Link.ID, ownLink.Link.ID)
	})
	must(b, w.casework.Load(b.Context()))
	slices.Sort(people) // ids are as random as their numbers
	return w, people
}

func inBatches(n int, row func(i int) any, put func(rows []any)) {
	const batch = 20_000
	for first := 0; first < n; first += batch {
		var rows []any
		for i := first; i < min(first+batch, n); i++ {
			rows = append(rows, row(i))
		}
		put(rows)
	}
}

// numbered is an id that is the same at every run.
func numbered(noun graph.Noun, n int) graph.ID {
	sum := sha256.Sum256(fmt.Append(nil, noun, n))
	return graph.IDOf(noun, [16]byte(sum[:16]))
}

// quarter draws one of four, always the same.
func quarter(what string, n int) bool { return sha256.Sum256(fmt.Append(nil, what, n))[0] < 64 }

// dblp is com-dblp of the shared data folder.
func dblp(b *testing.B) (nodes int, ties [][2]int) {
	b.Helper()
	file, err := os.Open(filepath.Join("..", "..", "shared", "data", "networks", "com-dblp.el.gz"))
	if os.IsNotExist(err) {
		b.Skip("skipped: ../shared/data/networks/com-dblp.el.gz is not on this machine")
	}
	must(b, err)
	defer func() { must(b, file.Close()) }()
	in, err := gzip.NewReader(file)
	must(b, err)
	lines := bufio.NewScanner(in)
	var links int
	for lines.Scan() {
		var a, z int
		_, err := fmt.Sscan(lines.Text(), &a, &z)
		must(b, err)
		if nodes == 0 {
			nodes, links = a, z
			continue
		}
		ties = append(ties, [2]int{a, z})
	}
	must(b, lines.Err())
	if len(ties) != links {
		b.Fatalf("%d links, the first line says %d", len(ties), links)
	}
	return nodes, ties
}
