package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
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
		expand(b, h, records)
		h.end()
	}
}

// expand asks what the canvas asks when a record is expanded, of records drawn at
// random, with login and log, and checks each answer to have its links.
func expand(b *testing.B, h *devHub, records int) {
	b.Helper()
	const warm, asked = 100, 500
	n := network{name: "random", owner: h.ownerID()}
	document := canvasExpand(b)
	random := rand.New(rand.NewPCG(3, 4)) //nolint:gosec // the same records each time
	var took []time.Duration
	for i := range warm + asked {
		id := n.id(strconv.Itoa(random.IntN(records)))
		begun := time.Now()
		body := h.post("imo.samplewright", map[string]any{"query": document, "variables": map[string]any{"ids": []string{string(id)}, "limit": 1000}})
		if i >= warm {
			took = append(took, time.Since(begun))
		}
		if !strings.Contains(string(body), `"toId"`) || strings.Contains(string(body), `"errors"`) {
			b.Fatalf("expanding %s: %s", id, body)
		}
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[asked/2].Microseconds())/1000, "name:expand.1m.p50:ms")
	b.ReportMetric(float64(took[asked*95/100].Microseconds())/1000, "name:expand.1m.p95:ms")
}

// canvasExpand is the UI's own document.
func canvasExpand(b *testing.B) string {
	b.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "web", "src", "gql", "persisted-documents.json"))
	must(b, err)
	var documents map[string]string
	must(b, json.Unmarshal(text, &documents))
	for _, document := range documents {
		if strings.Contains(document, "query CanvasExpand(") {
			return document
		}
	}
	b.Fatal("the UI has no document for expanding")
	return ""
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
