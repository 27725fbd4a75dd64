package audit_test

import (
	"slices"
	"sync"
	"testing"
	"time"
)

func BenchmarkRecord1Writer(b *testing.B)   { benchmarkRecord(b, 1) }
func BenchmarkRecord64Writers(b *testing.B) { benchmarkRecord(b, 64) }

// benchmarkRecord reports how long a request waits for its entry.
func benchmarkRecord(b *testing.B, writers int) {
	tree := open(b, b.TempDir())
	entry := read(1, people(0, 20)...)
	waits := make([][]time.Duration, writers)
	b.ResetTimer()
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			for n := w; n < b.N; n += writers {
				begin := time.Now()
				if _, err := tree.Record(b.Context(), entry); err != nil {
					b.Error(err)
					return
				}
				waits[w] = append(waits[w], time.Since(begin))
			}
		})
	}
	all.Wait()
	b.StopTimer()
	sorted := slices.Sorted(slices.Values(slices.Concat(waits...)))
	p50 := float64(sorted[len(sorted)/2].Microseconds()) / 1000
	b.ReportMetric(p50, "p50-ms")
	if writers > 1 {
		// What a request waits for the log while 63 others do.
		b.ReportMetric(p50, "name:audit.added.p50_ms:ms")
	}
	b.ReportMetric(float64(sorted[len(sorted)*99/100].Microseconds())/1000, "p99-ms")
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "entries/s")
}
