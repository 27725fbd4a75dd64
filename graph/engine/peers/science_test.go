package peers_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"entente/auth/policy"
	"entente/casework"
	"entente/graph"
	"entente/graph/engine"
	"entente/graph/engine/network"
)

// science computes in Graph Data Science what the engine computes in memory. It
// reads the records and links as the store keeps them, and projects of them what
// a sight sees and nothing else: what is hidden is not in the graph that is
// computed on. It knows kinds and scopes, and no other filter.
type science struct{ db *database }

var _ casework.Calculator = science{}

// joining are the SAME_AS links in sight.
const joining = `MATCH (a:Record)-[l:LINK {kind: 'SAME_AS'}]->(b:Record)
WHERE a.marking IN $sight AND b.marking IN $sight AND l.marking IN $sight AND NOT a.retired AND NOT b.retired AND NOT l.retired
RETURN a.id AS a, b.id AS b`

// projecting makes entities of records and simple ties of links in sight, each
// tie with the number of its links.
const projecting = `MATCH (a:Record) WHERE a.marking IN $sight AND NOT a.retired
OPTIONAL MATCH (a)-[l:LINK]->(b:Record)
WHERE l.marking IN $sight AND b.marking IN $sight AND NOT l.retired AND NOT b.retired AND l.kind IN $kinds
WITH a, b, coalesce($root[a.id], a.id) AS x, coalesce($root[b.id], b.id) AS y
OPTIONAL MATCH (s:Record {id: x}) OPTIONAL MATCH (t:Record {id: y})
WITH s, t WHERE ($scope IS NULL OR s.id IN $scope) AND s.kind IN $recordKinds
WITH s, CASE WHEN s = t OR NOT (($scope IS NULL OR t.id IN $scope) AND t.kind IN $recordKinds) THEN null ELSE t END AS t
WITH CASE WHEN t IS NULL OR s.id < t.id THEN s ELSE t END AS p, CASE WHEN s.id < t.id THEN t WHEN t IS NULL THEN null ELSE s END AS q
WITH p, q, count(q) AS links
RETURN gds.graph.project('job', p, q, {relationshipProperties: {links: toFloat(links)}}, {undirectedRelationshipTypes: ['*']}) AS graph`

// projected runs do on what a sight sees.
func (s science) projected(sight policy.Sight, scope []graph.ID, kinds []graph.RecordKind, links graph.LinkFilter, do func(empty bool) error) error {
	if links.At != nil || links.WeakestGrading != nil {
		return graph.Bad("links", "Graph Data Science is asked by kinds of links alone.")
	}
	if len(kinds) == 0 {
		kinds = graph.RecordKinds()
	}
	if len(links.Kinds) == 0 {
		links.Kinds = slices.DeleteFunc(graph.LinkKinds(), func(k graph.LinkKind) bool { return k == graph.SameAs })
	}
	params := map[string]any{"sight": append([]int64{}, sight.Visible()...), "recordKinds": texts(kinds), "kinds": texts(links.Kinds), "scope": nil}
	root := roots(s.db.run(joining, params))
	params["root"] = root
	if scope != nil {
		var of []any
		for _, id := range scope {
			of = append(of, cmp.Or(root[string(id)], any(string(id))))
		}
		params["scope"] = append([]any{}, of...)
	}
	s.db.run("CALL gds.graph.drop('job', false) YIELD graphName RETURN graphName", nil)
	made := s.db.run(projecting, params)
	defer s.db.run("CALL gds.graph.drop('job', false) YIELD graphName RETURN graphName", nil)
	return do(len(made) == 0 || made[0]["graph"] == nil)
}

// roots are, by record that is joined, the smallest of its entity.
func roots(pairs []map[string]any) map[string]any {
	out := map[string]any{}
	of := func(id string) string {
		for {
			up, ok := out[id].(string)
			if !ok || up == id {
				return id
			}
			id = up
		}
	}
	for _, p := range pairs {
		a, b := of(p["a"].(string)), of(p["b"].(string)) //nolint:forcetypeassert // ids are texts
		out[max(a, b)], out[min(a, b)] = min(a, b), min(a, b)
	}
	for id := range out {
		out[id] = of(id)
	}
	return out
}

func texts[T ~string](all []T) []any {
	out := make([]any, len(all))
	for i, x := range all {
		out[i] = string(x)
	}
	return out
}

// calls are the measures: what is called, and what makes its scores the engine's.
func calls(n int) map[engine.CentralityMeasure]struct {
	call  string
	times float64
} {
	type c = struct {
		call  string
		times float64
	}
	return map[engine.CentralityMeasure]c{
		engine.Degree:      {"gds.degree.stream('job')", 1},
		engine.Betweenness: {"gds.betweenness.stream('job')", 1},
		engine.Harmonic:    {"gds.closeness.harmonic.stream('job')", float64(n - 1)},
		engine.Closeness:   {"gds.closeness.stream('job', {useWassermanFaust: true})", 1},
		engine.PageRank:    {"gds.pageRank.stream('job', {dampingFactor: 0.85, maxIterations: 1000, tolerance: 1e-14, relationshipWeightProperty: 'links'})", 1},
		engine.Core:        {"gds.kcore.stream('job') YIELD nodeId, coreValue WITH nodeId, toFloat(coreValue) AS score", 1},
	}
}

// Centrality is that of the engine.
func (s science) Centrality(_ context.Context, sight policy.Sight, o engine.CentralityOptions) (engine.Centralities, error) {
	if o.Samples > 0 {
		return engine.Centralities{}, graph.Bad("samples", "Graph Data Science states no error of what it samples.")
	}
	var out engine.Centralities
	err := s.projected(sight, o.Scope, o.RecordKinds, o.Links, func(empty bool) error {
		if empty {
			return nil
		}
		out.Entities, out.Ties = s.sizes()
		c, ok := calls(out.Entities)[o.Measure]
		if !ok {
			return graph.Bad("measure", "There is no such measure.")
		}
		call := c.call
		if o.Measure != engine.Core {
			call += " YIELD nodeId, score"
		}
		var values []engine.Centrality
		sum := 0.0
		for _, row := range s.db.run("CALL "+call+" RETURN gds.util.asNode(nodeId).id AS id, score", nil) {
			v := engine.Centrality{Entity: graph.ID(row["id"].(string)), Value: row["score"].(float64) * c.times} //nolint:forcetypeassert // its columns
			sum += v.Value
			values = append(values, v)
		}
		if o.Measure == engine.PageRank { // as shares of 1
			for i := range values {
				values[i].Value /= sum
			}
		}
		out.Top, out.Of = ranked(values, o.Top, o.Of)
		return nil
	})
	return out, err
}

func (s science) sizes() (nodes, ties int) {
	r := s.db.run("CALL gds.graph.list('job') YIELD nodeCount, relationshipCount RETURN nodeCount, relationshipCount", nil)[0]
	return int(r["nodeCount"].(int64)), int(r["relationshipCount"].(int64)) / 2 //nolint:forcetypeassert // whole
}

// ranked lists values as the engine does; of is by the ids of entities.
func ranked(values []engine.Centrality, top int, of []graph.ID) (first, asked []engine.Centrality) {
	slices.SortFunc(values, func(a, b engine.Centrality) int {
		return cmp.Or(cmp.Compare(b.Value, a.Value), cmp.Compare(a.Entity, b.Entity))
	})
	for i := range values {
		values[i].Rank = i + 1
		if slices.Contains(of, values[i].Entity) {
			asked = append(asked, values[i])
		}
	}
	slices.SortFunc(asked, func(a, b engine.Centrality) int { return cmp.Compare(a.Entity, b.Entity) })
	return values[:min(max(top, 0), len(values))], asked
}

// Communities are Leiden's of Graph Data Science.
func (s science) Communities(_ context.Context, sight policy.Sight, o engine.CommunityOptions) (engine.Communities, error) {
	if o.Levels || o.Runs > 1 {
		return engine.Communities{}, errors.New("science: it gives neither levels nor stability")
	}
	var out engine.Communities
	err := s.projected(sight, o.Scope, o.RecordKinds, o.Links, func(empty bool) error {
		if empty {
			return nil
		}
		gamma := cmp.Or(o.Resolution, 1)
		settings := fmt.Sprintf("{relationshipWeightProperty: 'links', gamma: %g, randomSeed: %d, concurrency: 1, tolerance: 1e-9, maxLevels: 20}", gamma, o.Seed>>1)
		number, members := map[graph.ID]uint32{}, map[int64][]graph.ID{}
		call := "gds.leiden.stream('job', " + settings + ") YIELD nodeId, communityId AS c"
		if _, ties := s.sizes(); ties == 0 { // at which Leiden there fails
			call = "gds.wcc.stream('job') YIELD nodeId, componentId AS c"
		}
		for _, row := range s.db.run("CALL "+call+" RETURN gds.util.asNode(nodeId).id AS id, c ORDER BY id", nil) {
			id, c := graph.ID(row["id"].(string)), row["c"].(int64) //nolint:forcetypeassert // its columns
			number[id] = uint32(len(number))                        //nolint:gosec // small
			members[c] = append(members[c], id)
		}
		s.describe(&out, number, members, gamma)
		return nil
	})
	return out, err
}

// describe counts the links within and between communities, and orders these.
func (s science) describe(out *engine.Communities, number map[graph.ID]uint32, members map[int64][]graph.ID, gamma float64) {
	of := make([]uint32, len(number))
	for _, m := range members {
		for _, id := range m {
			of[number[id]] = uint32(len(out.Communities)) //nolint:gosec // small
		}
		out.Communities = append(out.Communities, engine.Community{Members: m})
	}
	ties := s.ties(number)
	for _, t := range ties {
		if a, b := &out.Communities[of[t.A]], &out.Communities[of[t.B]]; of[t.A] == of[t.B] {
			a.Inner++
		} else {
			a.Outer++
			b.Outer++
		}
	}
	out.Entities, out.Links = len(number), len(ties)
	out.Modularity = network.New(len(number), ties).Modularity(of, gamma)
	slices.SortFunc(out.Communities, func(a, b engine.Community) int {
		return cmp.Or(len(b.Members)-len(a.Members), cmp.Compare(a.Members[0], b.Members[0]))
	})
}

// ties are those of the projected graph, each as often as it has links.
func (s science) ties(number map[graph.ID]uint32) []network.Tie {
	var out []network.Tie
	if _, ties := s.sizes(); ties == 0 { // there the property is not known
		return out
	}
	for _, row := range s.db.run(`CALL gds.graph.relationshipProperty.stream('job', 'links') YIELD sourceNodeId, targetNodeId, propertyValue
		WITH gds.util.asNode(sourceNodeId).id AS a, gds.util.asNode(targetNodeId).id AS b, toInteger(propertyValue) AS links WHERE a < b RETURN a, b, links`, nil) {
		a, b := number[graph.ID(row["a"].(string))], number[graph.ID(row["b"].(string))] //nolint:forcetypeassert // its columns
		for range int(row["links"].(int64)) {                                            //nolint:forcetypeassert // its columns
			out = append(out, network.Tie{A: a, B: b})
		}
	}
	return out
}
