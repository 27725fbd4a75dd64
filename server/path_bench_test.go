package server_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/auth/policy"
	"entente/casework"
	"entente/graph"
	"entente/graph/neo4j/neo4jtest"
)

// cypherPath asks for what shortestPath answers, with the sight inside. It walks
// no SAME_AS, which is to its advantage.
const cypherPath = `MATCH (a:Record {id: $from}), (b:Record {id: $to})
WHERE a.marking IN $sight AND b.marking IN $sight AND NOT a.retired AND NOT b.retired
MATCH p = shortestPath((a)-[:LINK*..64]-(b))
WHERE all(n IN nodes(p) WHERE n.marking IN $sight AND NOT n.retired)
  AND all(l IN relationships(p) WHERE l.marking IN $sight AND NOT l.retired AND l.kind <> 'SAME_AS')
RETURN [n IN nodes(p) | n.id] AS nodes, [l IN relationships(p) | l.id] AS links`

// cypherHub answers as a resolver would that asks Cypher: the same beginning of
// an enquiry, the same reading of records and links, the same log.
func cypherHub(b *testing.B, h *hub, at neo4jtest.Server, known callers, officer string) *httptest.Server {
	b.Helper()
	p := known[officer]
	standing, err := h.store.Standing(b.Context(), p.Officer, p.Organisation, theDay())
	must(b, err)
	markings, err := h.store.Markings(b.Context(), 0)
	must(b, err)
	sight := policy.See(p, standing.Operations, markings, theDay()).Visible()
	connection := at.Driver(b)
	peer := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := r.Context()
		fail := func(err error) bool {
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
			}
			return err != nil
		}
		var asked struct{ Variables map[string]any }
		if fail(json.NewDecoder(r.Body).Decode(&asked)) {
			return
		}
		caller, err := known.Authenticate(r)
		if fail(err) {
			return
		}
		enquiry, err := h.casework.Begin(ctx, caller, casework.Request{ID: "BENCH"})
		if fail(err) {
			return
		}
		result, err := driver.ExecuteQuery(ctx, connection, cypherPath, map[string]any{
			"from": asked.Variables["f"], "to": asked.Variables["t"], "sight": sight,
		}, driver.EagerResultTransformer, driver.ExecuteQueryWithReadersRouting())
		if fail(err) {
			return
		}
		hops := -1
		if len(result.Records) > 0 {
			var ids []graph.ID
			for _, column := range result.Records[0].Values {
				for _, id := range column.([]any) {
					ids = append(ids, graph.ID(id.(string)))
				}
			}
			hops = len(ids) / 2
			if _, err := enquiry.Nodes(ctx, ids, nil); fail(err) {
				return
			}
		}
		if fail(enquiry.Disclose(ctx)) {
			return
		}
		_ = json.NewEncoder(w).Encode(map[string]any{"data": map[string]any{"hops": hops}})
	}))
	b.Cleanup(peer.Close)
	return peer
}

const onePath = `query($f: ID!, $t: ID!) { shortestPath(from: $f, to: $t) { hops entities { id } steps { link { id } } handling } }`

// p95 is the time below which 95 of 100 lie.
func p95(took []time.Duration) float64 {
	sorted := slices.Sorted(slices.Values(took))
	return float64(sorted[len(sorted)*95/100].Microseconds()) / 1000
}

// A path over GraphQL beside a resolver that asks Cypher, both with audit, on the
// million links of com-dblp; and 100 pairs in one call beside 100 calls. Answers
// are compared first.
func BenchmarkPathsOverGraphQL(b *testing.B) {
	w, people := networkHub(b)
	officer := "bogdan"
	peer := &hub{tb: b, url: cypherHub(b, w.hub, w.at, w.known, officer).URL}
	pairs := alikePairs(b, w.hub, peer, officer, people)
	for b.Loop() {
		var ours, theirs []time.Duration
		for round := range 3 {
			for _, pair := range pairs {
				began := time.Now()
				w.ask(officer, onePath, pair)
				between := time.Now()
				peer.ask(officer, onePath, pair)
				if round > 0 { // the first warms both
					ours, theirs = append(ours, between.Sub(began)), append(theirs, time.Since(between))
				}
			}
		}
		b.ReportMetric(p95(ours), "name:path.api.p95:ms")
		b.ReportMetric(p95(theirs), "name:path.api.p95:ms:peer=cypher")
		b.ReportMetric(p95(ours)/p95(theirs), "name:path.api.vs_cypher_resolver.p95")
		ratio, call, batch := batchRatio(w.hub, officer, pairs)
		b.ReportMetric(ratio, "name:path.api.batch100.ratio")
		b.ReportMetric(call, "name:path.api.single:ms")
		b.ReportMetric(batch, "name:path.api.batch100:ms")
	}
}

// brokered waits until the broker has looked after every answer: what calls leave
// behind them is none of the next one's time.
func brokered(h *hub) {
	for h.casework.BrokerPending() > 0 {
		time.Sleep(time.Millisecond)
	}
}

// batchRatio is the time of 100 pairs in one call by that of 100 calls: of five
// each the middle, with both times in milliseconds.
func batchRatio(h *hub, officer string, pairs []map[string]any) (ratio, call, batch float64) {
	var all []map[string]any
	for i := range 100 {
		pair := pairs[i%len(pairs)]
		all = append(all, map[string]any{"from": pair["f"], "to": pair["t"]})
	}
	const many = `query($i: PathsBetweenInput!) { pathsBetween(input: $i) { route { path { hops entities { id } steps { link { id } } handling } } } }`
	var ratios, calls, batches []float64
	for range 5 {
		brokered(h)
		began := time.Now()
		for i := range 100 {
			h.ask(officer, onePath, pairs[i%len(pairs)])
		}
		single := time.Since(began).Seconds()
		brokered(h)
		began = time.Now()
		h.ask(officer, many, map[string]any{"i": map[string]any{"pairs": all}})
		together := time.Since(began).Seconds()
		ratios, calls, batches = append(ratios, together/single), append(calls, single*10), append(batches, together*1000)
	}
	for _, all := range [][]float64{ratios, calls, batches} {
		slices.Sort(all)
	}
	return ratios[2], calls[2], batches[2]
}

// alikePairs are pairs of which both give the same number of links.
func alikePairs(b *testing.B, h, peer *hub, officer string, people []graph.ID) []map[string]any {
	b.Helper()
	var out []map[string]any
	for i := range 60 {
		pair := map[string]any{"f": people[i*2*len(people)/120], "t": people[(i*2+1)*len(people)/120]}
		var ours struct{ ShortestPath *struct{ Hops int } }
		var theirs struct{ Hops int }
		h.get(officer, onePath, pair, &ours)
		peer.get(officer, onePath, pair, &theirs)
		hops := -1
		if ours.ShortestPath != nil {
			hops = ours.ShortestPath.Hops
		}
		if hops != theirs.Hops {
			b.Fatalf("%v: %d hops, Cypher finds %d", pair, hops, theirs.Hops)
		}
		out = append(out, pair)
	}
	return out
}
