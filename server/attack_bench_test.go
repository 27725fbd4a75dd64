package server_test

import (
	"context"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"

	"entente/exchange/demo"
	"entente/graph/neo4j/neo4jtest"
)

const attackCount = 60

// attackBodies are sixty requests that cost their sender little, in the order of
// their names and then again from the start.
func attackBodies(tb testing.TB) []string {
	tb.Helper()
	known := attacks()
	names := make([]string, 0, len(known))
	for name := range known {
		names = append(names, name)
	}
	slices.Sort(names)
	bodies := []string{asJSON(tb, map[string]any{
		"query": "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", "variables": map[string]any{"ids": make([]int, 200_000)},
	})}
	for at := 0; len(bodies) < attackCount; at++ {
		bodies = append(bodies, asJSON(tb, map[string]any{"query": known[names[at%len(names)]][0]}))
	}
	return bodies
}

// honestP99 asks as an officer at work does, and gives the p99 of what each question took.
func honestP99(tb testing.TB, address, officer string, rounds int) time.Duration {
	tb.Helper()
	bodies := []string{
		asJSON(tb, map[string]any{"query": `{ search(input: {text: "car"}) { id label } }`}),
		asJSON(tb, map[string]any{"query": `{ records(first: 20) { totalCount nodes { id label kind owner { name } } } }`}),
		asJSON(tb, map[string]any{"query": `{ me { officer { name } operations { id name } } }`}),
	}
	var took []time.Duration
	for round := range rounds {
		began := time.Now()
		got := knock(tb, http.MethodPost, address, bodies[round%len(bodies)], map[string]string{"Officer": officer})
		took = append(took, time.Since(began))
		if got.status != http.StatusOK {
			tb.Fatalf("an honest question: %d %s", got.status, got.body)
		}
	}
	slices.Sort(took)
	return took[len(took)*99/100]
}

// Sixty attacks are each answered shortly and small, and officers at work do not
// notice them.
func BenchmarkAttacks(b *testing.B) {
	at := neo4jtest.Start(b)
	at.Empty(b)
	made := demo.Generate(41, demo.Options{IssuerUK: "https://uk.test.example", IssuerRO: "https://ro.test.example", Hub: "hub.test.example"})
	h := openHub(b, at, principals(made))
	h.load(whole(made))
	officer, attacker := made.Officers[0].Username, made.Officers[1].Username
	address, bodies := h.url+"/graphql", attackBodies(b)
	const rounds = 600
	honestP99(b, address, officer, rounds) // warm
	for b.Loop() {
		quiet := honestP99(b, address, officer, rounds)
		ctx, stop := context.WithCancel(b.Context())
		worst, largest := attack(ctx, b, address, attacker, bodies)
		var attacking sync.WaitGroup
		attacking.Go(func() {
			for ctx.Err() == nil {
				attack(ctx, b, address, attacker, bodies)
			}
		})
		loud := honestP99(b, address, officer, rounds)
		stop()
		attacking.Wait()
		b.ReportMetric(float64(worst.Microseconds())/1000, "name:edge.attack.worst:ms")
		b.ReportMetric(float64(largest), "name:edge.attack.largest_answer:bytes")
		b.ReportMetric(float64(quiet.Microseconds())/1000, "name:edge.honest.p99.quiet:ms")
		b.ReportMetric(float64(loud.Microseconds())/1000, "name:edge.honest.p99.under_attack:ms")
		b.ReportMetric(loud.Seconds()/quiet.Seconds(), "name:edge.honest.p99.under_attack_vs_quiet")
	}
}

// attack sends each body once and gives the longest time and the largest answer.
// It ends early with ctx.
func attack(ctx context.Context, tb testing.TB, address, officer string, bodies []string) (worst time.Duration, largest int) {
	tb.Helper()
	for _, body := range bodies {
		if ctx.Err() != nil {
			break
		}
		began := time.Now()
		got := knock(tb, http.MethodPost, address, body, map[string]string{"Officer": officer})
		worst, largest = max(worst, time.Since(began)), max(largest, len(got.body))
	}
	return worst, largest
}
