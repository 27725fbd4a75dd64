package peers_test

import (
	"context"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/graph/neo4j/neo4jtest"
)

// database is a Neo4j that holds one world, as nodes P and relationships TIE
// with a number and a marking each.
type database struct {
	tb     testing.TB
	driver neo4j.DriverWithContext
}

func startDatabase(tb testing.TB) *database {
	return &database{tb, neo4jtest.StartScience(tb).Driver(tb)}
}

func (d *database) run(text string, params map[string]any) []map[string]any {
	d.tb.Helper()
	ctx := context.WithoutCancel(d.tb.Context())
	session := d.driver.NewSession(ctx, neo4j.SessionConfig{})
	defer func() { must(d.tb, session.Close(ctx)) }()
	result, err := session.Run(ctx, text, params)
	must(d.tb, err)
	records, err := result.Collect(ctx)
	must(d.tb, err)
	rows := make([]map[string]any, len(records))
	for i, r := range records {
		rows[i] = r.AsMap()
	}
	return rows
}

const atOnce = 20_000

func (d *database) load(w world) {
	d.tb.Helper()
	d.run("MATCH (p:P) CALL (p) { DETACH DELETE p } IN TRANSACTIONS OF 10000 ROWS", nil)
	d.run("CREATE CONSTRAINT p IF NOT EXISTS FOR (p:P) REQUIRE p.n IS UNIQUE", nil)
	for first := 0; first < w.nodes; first += atOnce {
		var rows []any
		for n := first; n < min(first+atOnce, w.nodes); n++ {
			rows = append(rows, []any{n, int(w.marking[n])})
		}
		d.run("UNWIND $rows AS r CREATE (:P {n: r[0], m: r[1]})", map[string]any{"rows": rows})
	}
	for first := 0; first < len(w.ties); first += atOnce {
		var rows []any
		for i := first; i < min(first+atOnce, len(w.ties)); i++ {
			rows = append(rows, []any{w.ties[i][0], w.ties[i][1], int(w.marking[w.nodes+i])})
		}
		d.run("UNWIND $rows AS r MATCH (a:P {n: r[0]}), (b:P {n: r[1]}) CREATE (a)-[:TIE {m: r[2]}]->(b)", map[string]any{"rows": rows})
	}
}

func (w world) markingsInSight() []int {
	var seen []int
	for m, ok := range w.seen {
		if ok {
			seen = append(seen, m)
		}
	}
	return seen
}

// hops is the length of Cypher's shortest path in sight, -1 for none.
func (d *database) hops(w world, from, to int) int {
	d.tb.Helper()
	if from == to {
		return 0 // Cypher refuses to ask
	}
	rows := d.run(`MATCH (a:P {n: $from}), (b:P {n: $to})
		MATCH p = shortestPath((a)-[:TIE*]-(b))
		WHERE all(x IN nodes(p) WHERE x.m IN $seen) AND all(r IN relationships(p) WHERE r.m IN $seen)
		RETURN length(p) AS hops`, map[string]any{"from": from, "to": to, "seen": w.markingsInSight()})
	if len(rows) == 0 {
		return -1
	}
	return int(rows[0]["hops"].(int64)) //nolint:forcetypeassert // length is whole
}

// project makes what is in sight a graph of Graph Data Science.
func (d *database) project(w world) {
	d.tb.Helper()
	d.run("CALL gds.graph.drop('seen', false) YIELD graphName RETURN graphName", nil)
	d.run(`MATCH (a:P) WHERE a.m IN $seen
		OPTIONAL MATCH (a)-[r:TIE]->(b:P) WHERE r.m IN $seen AND b.m IN $seen AND a <> b
		RETURN gds.graph.project('seen', a, b, {}, {undirectedRelationshipTypes: ['*']})`,
		map[string]any{"seen": w.markingsInSight()})
}

// scienceHops are the lengths of all paths from a node, by node; those without
// a path are left out.
func (d *database) scienceHops(from int) map[int]int {
	d.tb.Helper()
	out := map[int]int{}
	for _, r := range d.run(`MATCH (a:P {n: $from})
		CALL gds.allShortestPaths.delta.stream('seen', {sourceNode: a}) YIELD targetNode, totalCost
		RETURN gds.util.asNode(targetNode).n AS n, toInteger(totalCost) AS hops`, map[string]any{"from": from}) {
		out[int(r["n"].(int64))] = int(r["hops"].(int64)) //nolint:forcetypeassert // both are whole
	}
	return out
}
