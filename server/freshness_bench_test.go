package server_test

import (
	"testing"
	"time"

	"entente/graph"
)

// writtenLinks are those of BenchmarkFreshness.
const writtenLinks = 100

// BenchmarkFreshness measures how old an answer can be: from when a link that
// was written over GraphQL is acknowledged to when another officer holds an
// answer with it, on the hub that wrote it and on another over the same Neo4j. An
// officer who asks until it is there gets it at the next answer, so what one
// answer takes is in the figure.
func BenchmarkFreshness(b *testing.B) {
	w := newTeam(b)
	other := &team{hub: openHub(b, w.at, w.known)}
	people := make([]graph.ID, writtenLinks+1)
	for i := range people {
		people[i] = graph.ID(w.person("ana", "Fresh Example", w.shared()).Record.ID)
	}
	for b.Loop() {
		var own, whole, elsewhere []time.Duration
		for i := range writtenLinks {
			began := time.Now()
			w.link("ana", "ASSOCIATE", string(people[i]), string(people[i+1]), w.shared())
			acknowledged := time.Now()
			there := make(chan time.Time)
			go func() { there <- other.untilTied(people[i], people[i+1]) }()
			here := w.untilTied(people[i], people[i+1])
			own, whole = append(own, here.Sub(acknowledged)), append(whole, here.Sub(began))
			elsewhere = append(elsewhere, (<-there).Sub(acknowledged))
		}
		b.ReportMetric(p95(own), "name:freshness.ms:ms")
		b.ReportMetric(p95(whole), "name:freshness.with_the_write:ms")
		b.ReportMetric(p95(elsewhere), "name:freshness.other_process:ms")
	}
}

// untilTied asks until the answer has one link between two records, and gives
// when it was held.
func (w *team) untilTied(from, to graph.ID) time.Time {
	for {
		var got struct{ ShortestPath *struct{ Hops int } }
		w.get("bogdan", `query($f: ID!, $t: ID!) { shortestPath(from: $f, to: $t) { hops } }`, map[string]any{"f": from, "t": to}, &got)
		if got.ShortestPath != nil && got.ShortestPath.Hops == 1 {
			return time.Now()
		}
	}
}
