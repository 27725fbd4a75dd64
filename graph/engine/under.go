package engine

import (
	"slices"

	"entente/auth/policy"
	"entente/graph"
)

// Under gives the records and links in sight that stand under one of some
// markings themselves, records first, each group in the order of ids. It looks at
// everything in sight once, unless it finds more than limit: then it gives
// more than limit of them, no matter which.
func (v *View) Under(sight policy.Sight, markings []graph.MarkingID, limit int) []graph.ID {
	f, err := v.sieve(sight, graph.LinkFilter{Direction: graph.Outgoing})
	if err != nil {
		return nil // an empty filter is never refused
	}
	wanted := map[uint32]bool{}
	for _, m := range markings {
		wanted[uint32(m)] = true
	}
	var records, links []graph.ID
	for n := uint32(0); int(n) < v.size() && len(records)+len(links) <= limit; n++ {
		mark := v.mark(n) &^ joined
		if !f.lens.sees(mark) {
			continue
		}
		if wanted[mark] {
			records = append(records, v.id(n))
		}
		f.eachTie(n, func(t tie) {
			if wanted[v.leavingMark(n, t.link)] {
				links = append(links, v.linkKey(t.link).id(graph.NounLink))
			}
		})
	}
	for i := range v.same.links {
		j := &v.same.links[i]
		if wanted[j.mark] && f.lens.sees(j.mark) && f.lens.sees(v.mark(j.from)) && f.lens.sees(v.mark(j.to)) {
			links = append(links, j.key.id(graph.NounLink))
		}
	}
	slices.Sort(records)
	slices.Sort(links)
	return append(records, links...)
}
