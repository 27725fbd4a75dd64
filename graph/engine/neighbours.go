package engine

import (
	"cmp"
	"slices"

	"entente/auth/policy"
	"entente/graph"
)

// NeighbourOptions narrow the surroundings of an entity; the zero options do not.
type NeighbourOptions struct {
	Links graph.LinkFilter
	// RecordKinds keeps neighbours of these kinds.
	RecordKinds []graph.RecordKind
	// Most bounds how many neighbours are listed, in the order of ids; 0 lists
	// all, less than 0 none. The counts are of all.
	Most int
}

// Neighbourhood is what stands around an entity.
type Neighbourhood struct {
	Entity Entity
	// Counts are by kind of link, in the order of graph.LinkKinds; kinds without
	// a link are left out.
	Counts []LinkCount
	// Entities and Links count all neighbours and all links to them.
	Entities int
	Links    int
	// Neighbours are in the order of their ids.
	Neighbours []Neighbour
}

// LinkCount is how much one kind of link leads to.
type LinkCount struct {
	Kind     graph.LinkKind
	Links    int
	Entities int
}

// Neighbour is an entity at the other end of at least one link.
type Neighbour struct {
	Entity Entity
	// Links to it, in the order of ids.
	Links []graph.ID
}

// Neighbours gives the surroundings of the entity of a record. SAME_AS links
// are inside an entity and do not count. The error is graph.Missing for a
// record out of sight, or a graph.Error for an option that cannot be.
func (v *View) Neighbours(sight policy.Sight, record graph.ID, options NeighbourOptions) (Neighbourhood, error) {
	f, err := v.sieve(sight, options.Links)
	if err != nil {
		return Neighbourhood{}, graph.Under("links", err)
	}
	wanted, err := v.recordKinds(options.RecordKinds)
	if err != nil {
		return Neighbourhood{}, err
	}
	root, ok := v.entityIn(f.lens, record)
	if !ok {
		return Neighbourhood{}, graph.Missing()
	}
	around := f.around(root, wanted)
	out := Neighbourhood{Entity: v.entity(f.lens, root), Links: len(around)}
	out.Counts = v.countKinds(around)
	v.list(&out, f.lens, around, options.Most)
	return out, nil
}

// recordKinds is a set of kinds as bits.
func (v *View) recordKinds(kinds []graph.RecordKind) (uint64, error) {
	if len(kinds) == 0 {
		return ^uint64(0), nil
	}
	set := uint64(0)
	for _, k := range kinds {
		number, ok := v.numbering.records[k]
		if !ok {
			return 0, graph.Bad("recordKinds", "This is not a kind of record.")
		}
		set |= 1 << number
	}
	return set, nil
}

// around gives the links from an entity to others, ordered by entity and link id.
func (f *sieve) around(root uint32, kinds uint64) []tie {
	var one [1]uint32
	var ties []tie
	for _, member := range f.lens.records(root, &one) {
		ties = f.ties(ties, member)
	}
	around := ties[:0]
	for _, t := range ties {
		t.other = f.lens.entityOf(t.other, f.view.mark(t.other))
		if t.other != root && kinds>>f.view.kindNumber(t.other)&1 == 1 {
			around = append(around, t)
		}
	}
	slices.SortFunc(around, func(a, b tie) int {
		return cmp.Or(f.view.order(a.other, b.other), compareKeys(f.view.linkKey(a.link), f.view.linkKey(b.link)))
	})
	return around
}

// countKinds counts links sorted by entity.
func (v *View) countKinds(around []tie) []LinkCount {
	all := make([]LinkCount, len(v.links))
	last := make([]int, len(v.links)) // one past the tie that was counted last
	for i, t := range around {
		kind := v.linkKind(t.link)
		all[kind].Kind = v.links[kind]
		all[kind].Links++
		if last[kind] == 0 || around[last[kind]-1].other != t.other {
			all[kind].Entities++
		}
		last[kind] = i + 1
	}
	return slices.DeleteFunc(all, func(c LinkCount) bool { return c.Links == 0 })
}

func (v *View) list(out *Neighbourhood, l *lens, around []tie, most int) {
	for i, t := range around {
		if i == 0 || around[i-1].other != t.other {
			out.Entities++
			if most == 0 || len(out.Neighbours) < most {
				out.Neighbours = append(out.Neighbours, Neighbour{Entity: v.entity(l, t.other)})
			}
		}
		if listed := len(out.Neighbours); listed == out.Entities {
			out.Neighbours[listed-1].Links = append(out.Neighbours[listed-1].Links, v.linkKey(t.link).id(graph.NounLink))
		}
	}
}
