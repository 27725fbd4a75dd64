package engine

import (
	"slices"

	"entente/auth/policy"
	"entente/graph"
)

// Tie is one link between two records, as a canvas draws it.
type Tie struct {
	ID   graph.ID
	Kind graph.LinkKind
	From graph.ID
	To   graph.ID
}

// Induced gives the links in sight of which both ends are among the records,
// SAME_AS links included, in the order of their ids. Records out of sight are
// left out.
func (v *View) Induced(sight policy.Sight, records []graph.ID) []Tie {
	f, err := v.sieve(sight, graph.LinkFilter{Direction: graph.Outgoing})
	if err != nil {
		return nil // an empty filter is never refused
	}
	among := map[uint32]bool{}
	for _, r := range records {
		if n, ok := v.node(r); ok && f.lens.sees(v.mark(n)) {
			among[n] = true
		}
	}
	type found struct {
		key key
		tie Tie
	}
	var all []found
	add := func(k key, kind uint8, from, to uint32) {
		all = append(all, found{k, Tie{k.id(graph.NounLink), v.links[kind], v.id(from), v.id(to)}})
	}
	for n := range among {
		for _, t := range f.ties(nil, n) {
			if among[t.other] {
				add(v.linkKey(t.link), v.linkKind(t.link), n, t.other)
			}
		}
	}
	for i := range v.same.links {
		if j := &v.same.links[i]; f.lens.sees(j.mark) && among[j.from] && among[j.to] {
			add(j.key, j.kind, j.from, j.to)
		}
	}
	slices.SortFunc(all, func(a, b found) int { return compareKeys(a.key, b.key) })
	out := make([]Tie, len(all))
	for i := range all {
		out[i] = all[i].tie
	}
	return out
}
