package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkImport imports 1,000,000 links between 300,000 records into a whole
// hub that follows: entente dev and entente import csv as users run them, with
// Neo4j's settings of the product. One run is enough: -benchtime 1x.
func BenchmarkImport(b *testing.B) {
	const records, links = 300_000, 1_000_000
	for range b.N { // one import fills a hub, so each run has its own
		b.StopTimer()
		h := newDevHub(b)
		h.startArgs([]string{"dev", "--addr", h.addr, "--metrics-addr", h.watch, "--data", h.data, "--issuer-uk", h.uk, "--issuer-ro", h.ro})
		file := randomEdges(b, h.data, records, links)
		b.StartTimer()
		begun := time.Now()
		said, err := h.command("import", "csv", "--mapping", filepath.Join("..", "..", "examples", "networks", "edge-list.yaml"),
			"--organisation", owner, "--rejected", filepath.Join(h.data, "rejected.csv"), file)
		took := time.Since(begun).Seconds()
		b.StopTimer()
		must(b, err)
		if !strings.Contains(said, fmt.Sprintf("%d records and %d links", records, links)) {
			b.Fatalf("not all was imported: %s", said)
		}
		b.ReportMetric(took, "name:import.1m.wall:s")
		b.ReportMetric(cpuSeconds(b, h), "name:import.1m.neo4j_cpu:s")
		h.end()
	}
}

// randomEdges writes a network in which everybody has a tie.
func randomEdges(b *testing.B, folder string, records, links int) string {
	b.Helper()
	name := filepath.Join(folder, "random.el")
	file, err := os.Create(name) //nolint:gosec // the benchmark's own folder
	must(b, err)
	out := bufio.NewWriter(file)
	_, _ = fmt.Fprintf(out, "%d %d\n", records, links)
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same network each time
	for i := range links {
		from := i % records
		_, _ = fmt.Fprintf(out, "%d %d\n", from, (from+1+random.IntN(records-1))%records)
	}
	must(b, out.Flush())
	must(b, file.Close())
	return name
}

// cpuSeconds is what Neo4j has used since it was started: on a busy machine it
// tells more than the clock. Elsewhere than on Linux it is 0.
func cpuSeconds(b *testing.B, h *devHub) float64 {
	b.Helper()
	text, err := os.ReadFile(filepath.Join(h.data, "graph", "neo4j.pid"))
	must(b, err)
	stat, err := os.ReadFile(filepath.Join("/proc", strings.TrimSpace(string(text)), "stat"))
	if err != nil {
		return 0
	}
	_, behindName, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(behindName)
	user, _ := strconv.ParseFloat(fields[11], 64)
	system, _ := strconv.ParseFloat(fields[12], 64)
	return (user + system) / 100
}
