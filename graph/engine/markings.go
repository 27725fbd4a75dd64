package engine

import (
	"maps"
	"slices"

	"entente/auth/policy"
	"entente/graph"
)

// Markings gives the markings in sight under which the records of the entities
// of records stand, and the links between and within these, each once, in order:
// what a fact that is derived from them must be handled by. Records out of sight
// are left out.
func (v *View) Markings(sight policy.Sight, records []graph.ID) []graph.MarkingID {
	f, err := v.sieve(sight, graph.LinkFilter{Direction: graph.Outgoing})
	if err != nil {
		return nil // an empty filter is never refused
	}
	among := map[uint32]bool{}
	for _, root := range v.rootsOf(f.lens, records) {
		var one [1]uint32
		for _, member := range f.lens.records(root, &one) {
			among[member] = true
		}
	}
	marks := map[graph.MarkingID]bool{}
	for n := range among {
		marks[graph.MarkingID(v.mark(n)&^joined)] = true
		f.eachTie(n, func(t tie) {
			if among[t.other] {
				marks[graph.MarkingID(v.leavingMark(n, t.link))] = true
			}
		})
	}
	for i := range v.same.links {
		if j := &v.same.links[i]; f.lens.sees(j.mark) && among[j.from] && among[j.to] {
			marks[graph.MarkingID(j.mark)] = true
		}
	}
	return slices.Sorted(maps.Keys(marks))
}

// leavingMark is the marking of a link that leaves a node.
func (v *View) leavingMark(n, l uint32) uint32 {
	s := v.base
	if int(l) >= len(s.links) {
		return v.over.links[int(l)-len(s.links)].mark
	}
	return s.classes[s.halves[s.rows[n]+l-s.leaving[n]].class].link
}
