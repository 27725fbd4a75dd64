package main

import (
	"io"
	"strings"
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
		{"BenchmarkPath-2 1 5 ns/op 0.25 name:path.visible.1m.vs_cypher 3 name:path.visible.1m.p50:ms 12 name:path.visible.1m.p50:ms:peer=cypher", []result{
			{Name: "graph/engine Path", Value: 5, Unit: "ns/op", Peers: []peer{}},
			{Name: "path.visible.1m.vs_cypher", Value: 0.25, Unit: "x", Peers: []peer{}},
			{Name: "path.visible.1m.p50", Value: 3, Unit: "ms", Peers: []peer{}},
			{Name: "path.visible.1m.p50/peer=cypher", Value: 12, Unit: "ms", Peers: []peer{}},
		}},
		{"BenchmarkRatio-2 1 2 name:a.b:peer=other", []result{{Name: "a.b/peer=other", Value: 2, Unit: "x", Peers: []peer{}}}},
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

func TestPutReplacesOnePackageAndKeepsTheOthers(t *testing.T) {
	r := report{Commit: "new", Results: []result{
		{Name: "audit Append", Value: 1, Package: "audit", Commit: "old"},
		{Name: "graph/engine Build", Value: 2, Package: "graph/engine", Commit: "old"},
		{Name: "graph/neo4j Import", Value: 3, Package: "graph/neo4j", Commit: "old"},
	}}
	r.put("graph/engine", []result{{Name: "a.b", Value: 4}})
	want := []result{
		{Name: "audit Append", Value: 1, Package: "audit", Commit: "old"},
		{Name: "a.b", Value: 4, Package: "graph/engine", Commit: "new"},
		{Name: "graph/neo4j Import", Value: 3, Package: "graph/neo4j", Commit: "old"},
	}
	if diff := cmp.Diff(want, r.Results); diff != "" {
		t.Error(diff)
	}
}

func TestANameGivenTwiceIsFound(t *testing.T) {
	if got := twice([]result{{Name: "a", Unit: "ms"}, {Name: "a", Unit: "x"}}); got != "" {
		t.Error(got)
	}
	if got := twice([]result{{Name: "a", Unit: "ms"}, {Name: "b", Unit: "ms"}, {Name: "a", Unit: "ms"}}); got != "a ms" {
		t.Error(got)
	}
}

func TestChoose(t *testing.T) {
	for _, name := range []string{"audit", "./audit", "./audit/"} {
		if got, err := choose(name); err != nil || len(got) != 1 || got[0].pkg != "audit" {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	if got, err := choose(""); err != nil || len(got) != len(suites()) {
		t.Error(got, err)
	}
	if _, err := choose("casework"); err == nil {
		t.Error("a package that is not measured was taken")
	}
}

func TestASuiteThatFailsIsNamed(t *testing.T) {
	_, err := suite{pkg: "no-such-package", benchtime: "1x"}.run(t.Context(), io.Discard)
	if err == nil || !strings.Contains(err.Error(), "no-such-package") {
		t.Error(err)
	}
}
