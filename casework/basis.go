package casework

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"entente/audit"
	"entente/auth/policy"
	"entente/graph"
)

// BasisStore reads under a sight what derived facts take of elements.
type BasisStore interface {
	// Bases are those of the visible ones among links, of both ends of each, and of
	// the visible ones among records, by id, in one statement.
	Bases(ctx context.Context, s policy.Sight, links, records []graph.ID) (map[graph.ID]graph.Basis, error)
}

// fewBases is how many links are read in one statement: more, in two at once.
const fewBases = 100

// bases are what derived facts take of links, of their ends and of records. What is
// not in sight is left out.
func (e *Enquiry) bases(ctx context.Context, links, records []graph.ID) (map[graph.ID]graph.Basis, error) {
	half := 0
	if len(links) > fewBases {
		half = len(links) / 2
	}
	var others map[graph.ID]graph.Basis
	beside := func() error { return nil }
	if half > 0 {
		beside = aside(func() (err error) {
			others, err = e.store.Bases(ctx, e.sight, links[:half], nil)
			return err
		})
	}
	found, err := e.store.Bases(ctx, e.sight, links[half:], records)
	if err := cmp.Or(err, beside()); err != nil {
		return nil, fmt.Errorf("read what facts rest on: %w", err)
	}
	maps.Copy(found, others)
	return found, nil
}

// readBases reads links by what facts take of them, for answers that give of what
// lies on paths nothing but ids. A record that is the only one of its entity is an
// end of a link there; the others are asked for.
func (r *reading) readBases(ctx context.Context, e *Enquiry) error {
	links, members := distinctIDs(r.linkIDs), distinctIDs(r.kin.ids)
	found, err := e.bases(ctx, links, distinctIDs(r.apart))
	if err != nil {
		return err
	}
	r.links = make(map[graph.ID]*Link, len(links))
	for _, id := range links {
		if _, ok := found[id]; !ok {
			return changedMeanwhile()
		}
		r.links[id] = &Link{Link: graph.Link{Contribution: graph.Contribution{ID: id}}}
	}
	e.note(audit.Read, nil, links...)
	e.note(audit.Read, nil, slices.DeleteFunc(members, func(id graph.ID) bool { _, ok := found[id]; return !ok })...)
	r.bases = found
	return nil
}

// basesOf are the bases of links.
func basesOf(links []*Link) []graph.Basis {
	out := make([]graph.Basis, len(links))
	for i, l := range links {
		out[i] = l.Basis()
	}
	return out
}

// derivedFrom is how what was found on links and records must be handled; how
// sure it is, the links say.
func derivedFrom(links, records []graph.Basis) graph.Derived {
	markings := make([]graph.Marking, 0, len(links)+len(records))
	gradings := make([]graph.Grading, len(links))
	for i, l := range links {
		markings, gradings[i] = append(markings, l.Marking), l.Grading
	}
	for _, r := range records {
		markings = append(markings, r.Marking)
	}
	return graph.Derive(markings, gradings)
}

// sourcesOf are the source reports of links and records, in order, each once.
func sourcesOf(links, records []graph.Basis) []string {
	out := make([]string, 0, len(links)+len(records))
	for _, b := range slices.Concat(links, records) {
		out = append(out, b.Source)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
