package server_test

import (
	"encoding/json"
	"fmt"
	"slices"

	"entente/graph"
)

// overHidden compares with brute force on the visible part, so that nothing is
// hidden that should be seen: all records in a list, and the length of paths.
func (w *twins) overHidden(all []asking, one asking) (string, error) {
	var seen []graph.ID
	for _, other := range all {
		seen = append(seen, other.world.inSight(one.viewer)...)
	}
	slices.Sort(seen)
	own := one.world.inSight(one.viewer)
	question := "{ records(first: 500) { totalCount nodes { id } }"
	if len(own) > 1 {
		question += fmt.Sprintf(" shortestPath(from: %q, to: %q) { hops }", own[0], own[len(own)-1])
	}
	var got struct {
		Data struct {
			Records struct {
				TotalCount int
				Nodes      []struct{ ID graph.ID }
			}
			ShortestPath *struct{ Hops int }
		}
		Errors []any
	}
	told, body, err := w.whole.answer(one.viewer.Subject, question+" }")
	if err == nil {
		err = json.Unmarshal(body, &got)
	}
	if err != nil {
		return "", err
	}
	if len(got.Errors) > 0 {
		return fmt.Sprintf("%s is refused what any officer may ask, %s: %s", one.viewer.Subject, question, told), nil
	}
	var listed []graph.ID
	for _, n := range got.Data.Records.Nodes {
		listed = append(listed, n.ID)
	}
	slices.Sort(listed)
	if got.Data.Records.TotalCount != len(seen) || !slices.Equal(listed, seen) {
		return fmt.Sprintf("%s is listed %v (%d), and sees %v: %.300s", one.viewer.Subject, listed, got.Data.Records.TotalCount, seen, body), nil
	}
	hops := -1
	if got.Data.ShortestPath != nil {
		hops = got.Data.ShortestPath.Hops
	}
	if len(own) < 2 {
		return "", nil
	}
	if want := one.world.hops(one.viewer, own[0], own[len(own)-1]); hops != want {
		return fmt.Sprintf("%s: from %s to %s are %d hops, not %d", one.viewer.Subject, own[0], own[len(own)-1], hops, want), nil
	}
	return "", nil
}

// hops is the length of the shortest path an officer sees, -1 for none: plain
// search in which a SAME_AS link costs nothing.
func (w *twinWorld) hops(v viewer, from, to graph.ID) int {
	distance := map[graph.ID]int{from: 0}
	queue := []graph.ID{from}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		for _, l := range w.links {
			if l.Retired || !v.sees(l.Marking) || l.From != at && l.To != at {
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
			if r := w.records[other]; r.Retired || !v.sees(r.Marking) || ok && known <= cost {
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
