package server_test

import (
	"encoding/json"
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"entente/graph"
)

// overHidden compares with brute force on the visible part, so that nothing is
// hidden that should be seen: all records in a list, and the length of paths.
func (w *twins) overHidden(t *rapid.T, world *twinWorld, officer string) string {
	seen := world.inSight(officer)
	var listed struct {
		Data struct {
			Records struct {
				TotalCount int
				Nodes      []struct{ ID graph.ID }
			}
		}
	}
	w.read(t, officer, "{ records(first: 100) { totalCount nodes { id } } }", &listed)
	var got []graph.ID
	for _, n := range listed.Data.Records.Nodes {
		got = append(got, n.ID)
	}
	slices.Sort(got)
	if listed.Data.Records.TotalCount != len(seen) || !slices.Equal(got, seen) {
		return fmt.Sprintf("%s is listed %v (%d), and sees %v", officer, got, listed.Data.Records.TotalCount, seen)
	}
	if len(seen) < 2 {
		return ""
	}
	from, to := seen[0], seen[len(seen)-1]
	var path struct {
		Data struct{ ShortestPath *struct{ Hops int } }
	}
	w.read(t, officer, fmt.Sprintf("{ shortestPath(from: %q, to: %q) { hops } }", from, to), &path)
	hops := -1
	if path.Data.ShortestPath != nil {
		hops = path.Data.ShortestPath.Hops
	}
	if want := world.hops(officer, from, to); hops != want {
		return fmt.Sprintf("%s: from %s to %s are %d hops, not %d", officer, from, to, hops, want)
	}
	return ""
}

func (w *twins) read(t *rapid.T, officer, document string, into any) {
	_, body, err := w.whole.answer(officer, document)
	if err == nil {
		err = json.Unmarshal(body, into)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// hops is the length of the shortest path an officer sees, -1 for none: plain
// search in which a SAME_AS link costs nothing.
func (w *twinWorld) hops(officer string, from, to graph.ID) int {
	distance := map[graph.ID]int{from: 0}
	queue := []graph.ID{from}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		for _, l := range w.links {
			if l.Retired || !w.sees(officer, l.Marking) || l.From != at && l.To != at {
				continue
			}
			other := l.From
			if other == at {
				other = l.To
			}
			cost := distance[at]
			if l.Kind != graph.SameAs {
				cost++
			}
			known, ok := distance[other]
			if r := w.records[other]; r.Retired || !w.sees(officer, r.Marking) || ok && known <= cost {
				continue
			}
			distance[other] = cost
			queue = append(queue, other)
		}
	}
	if d, ok := distance[to]; ok {
		return d
	}
	return -1
}
