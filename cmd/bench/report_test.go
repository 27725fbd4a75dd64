package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		line string
		want []result
	}{
		{"BenchmarkBuild-2 \t 3\t 41.5 ns/op\t 12.25 topology_B/link", []result{
			{Name: "graph/engine Build", Value: 41.5, Unit: "ns/op", Peers: []peer{}},
			{Name: "graph/engine Build", Value: 12.25, Unit: "topology_B/link", Peers: []peer{}},
		}},
		{"BenchmarkLeiden/all/rounds=full-2 1 7e+08 ns/op", []result{
			{Name: "graph/engine Leiden/all/rounds=full", Value: 7e8, Unit: "ns/op", Peers: []peer{}},
		}},
		{"BenchmarkOne 1 5 ns/op", []result{{Name: "graph/engine One", Value: 5, Unit: "ns/op", Peers: []peer{}}}},
		{"ok  \tentente/graph/engine\t12.3s", nil},
		{"PASS", nil},
		{"BenchmarkShortestPath", nil},
		{"BenchmarkShortestPath was skipped here today", nil},
	} {
		if diff := cmp.Diff(c.want, parse("graph/engine", c.line)); diff != "" {
			t.Errorf("%q: %s", c.line, diff)
		}
	}
}

func TestWithPeers(t *testing.T) {
	got := withPeers([]result{
		{Name: "p Leiden/peer=igraph", Value: 9, Unit: "ns/op"},
		{Name: "p Leiden", Value: 3, Unit: "ns/op"},
		{Name: "p Leiden", Value: 0.8, Unit: "modularity"},
		{Name: "p Alone/peer=gds", Value: 4, Unit: "ns/op"},
	})
	want := []result{
		{Name: "p Leiden", Value: 3, Unit: "ns/op", Peers: []peer{{Name: "igraph", Value: 9}}},
		{Name: "p Leiden", Value: 0.8, Unit: "modularity"},
		{Name: "p Alone/peer=gds", Value: 4, Unit: "ns/op"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
