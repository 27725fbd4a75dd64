package peers_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"entente/graph"
	"entente/graph/engine"
)

// tracing is the questions of BenchmarkTrace: accounts asked alone, as an
// investigator does, and all that paid at once, as a screening of the file does.
type tracing struct {
	alone [][]int
	many  []int
}

func questions(accounts int, all []payment) tracing {
	payers := map[int]bool{}
	for _, p := range all {
		payers[p.from] = true
	}
	var paid []int
	for n := range accounts {
		if payers[n] {
			paid = append(paid, n)
		}
	}
	q := tracing{many: paid}
	for _, i := range rand.New(rand.NewPCG(1, 1)).Perm(len(paid))[:200] {
		q.alone = append(q.alone, []int{paid[i]})
	}
	return q
}

// BenchmarkTrace follows money, and compares counts before it says a time. One
// run is enough: -benchtime 1x.
func BenchmarkTrace(b *testing.B) {
	accounts, all := amlsim(b)
	view, cypher, q := paymentsOf(b, accounts, all), bankOf(b, accounts, all), questions(accounts, all)
	for b.Loop() {
		for _, hops := range []int{3, 5} {
			name := fmt.Sprintf("name:trace.%dhop", hops)
			compare(b, view, cypher, hops, q.alone[:20], 1) // both warm
			own, theirs := compare(b, view, cypher, hops, q.alone, 1)
			b.ReportMetric(ratio(theirs, own), name+".single.vs_cypher")
			report(b, name+".single", own, "")
			report(b, name+".single", theirs, ":peer=cypher")
			own, theirs = compare(b, view, cypher, hops, [][]int{q.many}, 5)
			b.ReportMetric(ratio(theirs, own), name+".vs_cypher")
			b.ReportMetric(ms(own[0]), name+".many:ms")
			b.ReportMetric(ms(theirs[0]), name+".many:ms:peer=cypher")
		}
		b.ReportMetric(ms(earliest(b, view, q.alone))*100_000/float64(len(all)), "name:trace.earliest.ms_per_100k:ms")
	}
}

// compare asks both the same, and gives how long each question took: our own
// asked several times, the middle one.
func compare(b *testing.B, view *engine.View, cypher bank, hops int, questions [][]int, times int) (own, theirs []time.Duration) {
	b.Helper()
	for _, from := range questions {
		var got uint64
		ids := idsOf(from)
		own = append(own, middle(times, func() { got = trailsOf(tracedFrom(b, view, ids, engine.TraceOptions{MaxHops: hops}), hops) }))
		began := time.Now()
		want := cypher.count(b, from, hops, ">")
		theirs = append(theirs, time.Since(began))
		if got != want {
			b.Fatalf("%d hops from %v: %d trails, Cypher %d", hops, from[:1], got, want)
		}
	}
	return own, theirs
}

// earliest is the time of one question to all accounts. The first lays the
// links out in the order of time, once for each snapshot, and is not counted.
func earliest(b *testing.B, view *engine.View, questions [][]int) time.Duration {
	b.Helper()
	ask := func(from graph.ID) {
		_, err := view.EarliestArrival(b.Context(), everything(), from, engine.ArrivalOptions{})
		must(b, err)
	}
	ask(idsOf(questions[0])[0])
	at := -1
	return middle(len(questions), func() { at++; ask(idsOf(questions[at])[0]) })
}

func middle(times int, ask func()) time.Duration {
	took := make([]time.Duration, times)
	for i := range took {
		began := time.Now()
		ask()
		took[i] = time.Since(began)
	}
	slices.Sort(took)
	return took[times/2]
}

func report(b *testing.B, name string, took []time.Duration, peer string) {
	b.Helper()
	slices.Sort(took)
	b.ReportMetric(ms(took[len(took)/2]), name+".p50:ms"+peer)
	b.ReportMetric(ms(took[len(took)*95/100]), name+".p95:ms"+peer)
}

// ratio is that of what all questions took.
func ratio(theirs, own []time.Duration) float64 {
	return total(theirs).Seconds() / total(own).Seconds()
}

func total(took []time.Duration) (sum time.Duration) {
	for _, t := range took {
		sum += t
	}
	return sum
}

func ms(d time.Duration) float64 { return d.Seconds() * 1e3 }
