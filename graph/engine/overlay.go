package engine

import (
	"maps"
	"slices"
)

// changes are the elements put since a snapshot, by id.
type changes struct {
	nodes map[key]node
	edges map[key]edge
}

func newChanges() changes { return changes{nodes: map[key]node{}, edges: map[key]edge{}} }

func (c changes) len() int { return len(c.nodes) + len(c.edges) }

// with is the union of both; later wins.
func (c changes) with(later changes) changes {
	out := changes{nodes: maps.Clone(c.nodes), edges: maps.Clone(c.edges)}
	maps.Copy(out.nodes, later.nodes)
	maps.Copy(out.edges, later.edges)
	return out
}

// overlay is what changes make of a snapshot, ready for the scans. It is
// immutable. Its nodes and links are numbered after those of the snapshot.
type overlay struct {
	nodes []node   // added, in the order of ids
	place []uint32 // by added node, how many nodes of the snapshot have smaller ids
	kinds map[uint32]uint8
	links []link // added or changed, in the order of ids
	// dead are the links of the snapshot that were retired or put anew.
	dead map[uint32]struct{}
	// rows holds, for each node that a change touches, its added links.
	rows    map[uint32]row
	touched []uint64 // bitmap of the nodes in rows or with dead links
}

// row lists places in overlay.links.
type row struct{ out, in []uint32 }

func (o *overlay) touches(n uint32) bool { return o.touched[n>>6]>>(n&63)&1 == 1 }

// overlaid makes the view of a snapshot with changes. former is the view
// before, whose marks and judgements are kept where they still hold.
func overlaid(former *View, base *Snapshot, c changes, fresh bool) *View {
	v := *former
	v.base, v.over, v.same = base, &overlay{
		kinds: map[uint32]uint8{}, dead: map[uint32]struct{}{}, rows: map[uint32]row{},
	}, base.same
	v.marks = base.marks
	changed := v.layNodes(c)
	judged := v.layEdges(c, changed)
	if former.base == base && former.over != nil && !fresh {
		v.marks, v.same = former.marks, former.same
		return &v
	}
	if len(changed) > 0 {
		v.marks = slices.Clone(base.marks)
		for n, mark := range changed {
			v.marks[n] = mark
		}
	}
	v.same = newJudgements(v.allJudged(c, judged))
	return &v
}

// layNodes adds the new nodes, and gives the marks of the changed ones.
func (v *View) layNodes(c changes) map[uint32]uint32 {
	changed := map[uint32]uint32{}
	for k, n := range c.nodes {
		at, ok := v.base.find(k)
		if !ok {
			v.over.nodes = append(v.over.nodes, n)
			continue
		}
		if n.kind != v.base.kinds[at] {
			v.over.kinds[at] = n.kind
		}
		if mark := n.mark | v.base.marks[at]&joined; mark != v.base.marks[at] {
			changed[at] = mark
		}
	}
	slices.SortFunc(v.over.nodes, func(a, b node) int { return compareKeys(a.key, b.key) })
	v.over.place = make([]uint32, len(v.over.nodes))
	for i := range v.over.nodes {
		v.over.place[i], _ = v.base.find(v.over.nodes[i].key)
	}
	v.over.touched = make([]uint64, v.size()/64+1)
	return changed
}

// allJudged gives the SAME_AS links of the whole view in the order of their ids.
func (v *View) allJudged(c changes, judged []link) []link {
	for _, l := range v.base.same.links {
		if _, put := c.edges[l.key]; !put {
			judged = append(judged, l)
		}
	}
	slices.SortFunc(judged, func(a, b link) int { return compareKeys(a.key, b.key) })
	return judged
}

// layEdges adds the changed and new links, and gives the SAME_AS links among them.
func (v *View) layEdges(c changes, changed map[uint32]uint32) []link {
	var judged []link
	for k := range c.edges {
		if l, ok := v.base.findLink(k); ok {
			v.over.dead[l] = struct{}{}
			v.touch(v.base.fromOf(l))
			v.touch(v.base.to[l])
		}
	}
	for _, e := range v.live(c) {
		l, ok := v.resolve(&e)
		switch {
		case !ok:
		case e.kind == v.numbering.same:
			judged = append(judged, l)
			v.setJoined(l.from, changed)
			v.setJoined(l.to, changed)
		default:
			v.addLink(l)
		}
	}
	return judged
}

// live are the edges that are not in the snapshot's rows, in the order of ids.
func (v *View) live(c changes) []edge {
	out := make([]edge, 0, len(c.edges)+len(v.base.orphans))
	for _, e := range c.edges {
		if !e.retired {
			out = append(out, e)
		}
	}
	for _, e := range v.base.orphans {
		if _, put := c.edges[e.key]; !put {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b edge) int { return compareKeys(a.key, b.key) })
	return out
}

func (v *View) resolve(e *edge) (link, bool) {
	from, begins := v.find(e.from)
	to, ends := v.find(e.to)
	return link{
		key: e.key, from: from, to: to, mark: e.mark, kind: e.kind, weak: e.weak, times: e.times,
	}, begins && ends
}

func (v *View) addLink(l link) {
	at := uint32(len(v.over.links)) //nolint:gosec // bounded by the size of a delta
	v.over.links = append(v.over.links, l)
	from := v.over.rows[l.from]
	from.out = append(from.out, at)
	v.over.rows[l.from] = from
	to := v.over.rows[l.to]
	to.in = append(to.in, at)
	v.over.rows[l.to] = to
	v.touch(l.from)
	v.touch(l.to)
}

func (v *View) touch(n uint32) { v.over.touched[n>>6] |= 1 << (n & 63) }

func (v *View) setJoined(n uint32, changed map[uint32]uint32) {
	if added := int(n) - len(v.base.nodes); added >= 0 {
		v.over.nodes[added].mark |= joined
		return
	}
	mark, ok := changed[n]
	if !ok {
		mark = v.base.marks[n]
	}
	changed[n] = mark | joined
}
