package csv_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"entente/exchange/csv"
)

// BenchmarkReadEdgeList reads 100,000 links between 30,000 records.
func BenchmarkReadEdgeList(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 1)) // #nosec G404 -- a benchmark must repeat itself
	var text strings.Builder
	text.WriteString("N M\n")
	for range 100_000 {
		from := random.IntN(30_000)
		fmt.Fprintln(&text, from, (from+1+random.IntN(29_999))%30_000)
	}
	file := filepath.Join(write(b, map[string]string{"edges.el": text.String()}), "edges.el")
	m, err := csv.ReadMapping(filepath.Join(examples, "edge-list.yaml"))
	if err != nil {
		b.Fatal(err)
	}
	rows := int64(0)
	b.ReportAllocs()
	for b.Loop() {
		r, err := csv.Open(m, csv.Options{Owner: owner(), Hub: "bench", Files: []string{file}})
		if err != nil {
			b.Fatal(err)
		}
		for _, err := range r.All() {
			if err != nil {
				b.Fatal(err)
			}
		}
		rows += r.Progress().Rows
	}
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
}
