package peers_test

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"testing"
	"time"

	"entente/graph/engine"
	"entente/graph/engine/dismantle"
)

// What is asked as the links grow: betweenness from so many sources, and a plan
// of so many targets with the least effort that officers may ask for.
const (
	growthSources = 16
	growthTargets = 6
	growthEffort  = 0.001
	growthPlanned = 1_000_000 // a plan on more links takes minutes; the API's scopes are smaller
)

// growthVariable names another number of links to be measured, for docs/scale.md:
// ENTENTE_GROWTH=50000000 go test -run '^$' -bench Growth -benchtime 1x ./graph/engine/peers
const growthVariable = "ENTENTE_GROWTH"

func growthSizes(b *testing.B) []int {
	b.Helper()
	asked := os.Getenv(growthVariable)
	if asked == "" {
		return []int{10_000, 100_000, 1_000_000}
	}
	links, err := strconv.Atoi(asked)
	must(b, err)
	return []int{links}
}

// BenchmarkGrowth is how the time of a question grows with the links; the figure
// docs/images/growth.svg is made of it. Benchmark10M adds its greatest size.
func BenchmarkGrowth(b *testing.B) {
	for _, links := range growthSizes(b) {
		b.Run(fmt.Sprint(links), func(b *testing.B) {
			w := newWorld(withTies(generated(links)))
			e := w.engine(b)
			for b.Loop() {
				_, took := w.ask(b, e.View(), w.pairs(askedAlone))
				seconds, _ := w.divide(b, e.View(), 1)
				w.grown(b, e, took, seconds)
			}
		})
	}
}

// grown reports one size: paths and communities as they were timed, and what it
// times itself.
func (w world) grown(b *testing.B, e *engine.Engine, paths []float64, communities float64) {
	b.Helper()
	links := len(w.ties)
	report := func(what string, seconds float64) {
		b.ReportMetric(seconds, fmt.Sprintf("name:growth.%s.%d:s", what, links))
	}
	report("path", percentile(paths, 95))
	report("community", communities)
	stats := e.Stats()
	report("rebuild", stats.BuildTime.Seconds())
	b.ReportMetric(float64(stats.TopologyBytes+stats.AttributeBytes)/(1<<20), fmt.Sprintf("name:memory.snapshot.%d:MiB", links))
	report("betweenness", timing(b, func() error {
		_, err := e.View().Centrality(b.Context(), w.sight, engine.CentralityOptions{Measure: engine.Betweenness, Samples: growthSources, Seed: 1})
		return err
	}))
	if links > growthPlanned {
		return
	}
	report("plan", timing(b, func() error {
		_, err := e.View().Plan(b.Context(), w.sight, engine.DisruptionOptions{
			Budget: growthTargets, Effort: dismantle.Effort{Seed: 1, Workers: runtime.GOMAXPROCS(0), Share: growthEffort},
		})
		return err
	}))
}

func timing(b *testing.B, do func() error) float64 {
	b.Helper()
	begun := time.Now()
	must(b, do())
	return time.Since(begun).Seconds()
}
