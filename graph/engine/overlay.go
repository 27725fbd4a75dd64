package engine

import "slices"

// overlay is what changes make of a snapshot, ready for the scans. It is
// immutable. Its nodes and links are numbered after those of the snapshot.
type overlay struct {
	nodes []node   // added, in the order of ids
	place []uint32 // by added node, how many nodes of the snapshot have smaller ids
	kinds map[uint32]uint8
	links []link // added or changed, in no order
	// dead are the links of the snapshot that were retired or put anew.
	dead map[uint32]struct{}
	// rows chain, for each node, its added links through nextOut and nextIn.
	rows            map[uint32]row
	nextOut, nextIn []uint32
	// touched is a bitmap of the nodes with rows, with dead links or beside a
	// node whose mark has changed.
	touched []uint64
}

// row begins the chains of a node: places in overlay.links plus one; 0 is none.
type row struct{ out, in uint32 }

func (o *overlay) touches(n uint32) bool { return o.touched[n>>6]>>(n&63)&1 == 1 }

func (o *overlay) touch(n uint32) { o.touched[n>>6] |= 1 << (n & 63) }

// overlaid makes the view of a snapshot with changes. former is the view
// before, whose marks and judgements are kept unless fresh says that they may
// no longer hold.
func overlaid(former *View, base *Snapshot, c changes, fresh bool) *View {
	v := *former
	v.base, v.over, v.marks, v.same = base, &overlay{
		kinds: map[uint32]uint8{}, dead: map[uint32]struct{}{}, rows: make(map[uint32]row, 2*len(c.edges)),
		links: make([]link, 0, len(c.edges)),
	}, base.marks, base.same
	changed := v.layNodes(c)
	judged := v.layEdges(c, changed)
	v.touchAround(changed)
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
	var added []nodeChange
	for _, n := range c.nodes {
		if !n.old {
			added = append(added, n)
			continue
		}
		if n.kind != v.base.kinds[n.at] {
			v.over.kinds[n.at] = n.kind
		}
		if mark := n.mark | v.base.marks[n.at]&joined; mark != v.base.marks[n.at] {
			changed[n.at] = mark
		}
	}
	slices.SortFunc(added, func(a, b nodeChange) int { return compareKeys(a.key, b.key) })
	for _, n := range added {
		v.over.nodes, v.over.place = append(v.over.nodes, n.node), append(v.over.place, n.at)
	}
	v.over.touched = make([]uint64, v.size()/64+1)
	return changed
}

// layEdges adds the changed and new links, and gives the SAME_AS links among them.
func (v *View) layEdges(c changes, changed map[uint32]uint32) []link {
	var judged []link
	for _, e := range c.edges {
		if e.old {
			v.over.dead[e.link] = struct{}{}
			v.over.touch(e.oldFrom)
			v.over.touch(e.oldTo)
		}
		if !e.retired {
			judged = v.layEdge(e, changed, judged)
		}
	}
	for _, e := range v.base.orphans {
		if _, put := c.edges[e.key]; !put {
			judged = v.layEdge(edgeChange{edge: e, from: v.base.ref(e.from), to: v.base.ref(e.to)}, changed, judged)
		}
	}
	return judged
}

func (s *Snapshot) ref(k key) nodeRef {
	at, old := s.find(k)
	return nodeRef{at, old}
}

func (v *View) layEdge(e edgeChange, changed map[uint32]uint32, judged []link) []link {
	from, begins := v.deref(e.from, e.edge.from)
	to, ends := v.deref(e.to, e.edge.to)
	if !begins || !ends {
		return judged
	}
	l := link{key: e.key, from: from, to: to, mark: e.mark, kind: e.kind, weak: e.weak, times: e.times}
	if e.kind == v.numbering.same {
		v.setJoined(from, changed)
		v.setJoined(to, changed)
		return append(judged, l)
	}
	v.addLink(l)
	return judged
}

func (v *View) deref(r nodeRef, k key) (uint32, bool) {
	if r.old {
		return r.at, true
	}
	at, ok := slices.BinarySearchFunc(v.over.nodes, k, func(n node, k key) int { return compareKeys(n.key, k) })
	return uint32(len(v.base.nodes) + at), ok //nolint:gosec // fewer than 2^31 nodes
}

func (v *View) addLink(l link) {
	o := v.over
	o.links = append(o.links, l)
	from := o.rows[l.from]
	o.nextOut = append(o.nextOut, from.out)
	from.out = uint32(len(o.links)) //nolint:gosec // bounded by the size of a delta
	o.rows[l.from] = from
	to := o.rows[l.to]
	o.nextIn = append(o.nextIn, to.in)
	to.in = uint32(len(o.links)) //nolint:gosec // bounded by the size of a delta
	o.rows[l.to] = to
	o.touch(l.from)
	o.touch(l.to)
}

func (v *View) setJoined(n uint32, changed map[uint32]uint32) {
	if added := int(n) - len(v.base.nodes); added >= 0 {
		v.over.nodes[added].mark |= joined
		return
	}
	mark, ok := changed[n]
	if !ok {
		mark = v.base.marks[n]
	}
	if mark|joined != v.base.marks[n] {
		changed[n] = mark | joined
	}
}

// touchAround sends the neighbours of nodes with changed marks the slow way:
// what their halves say of the far end is out of date.
func (v *View) touchAround(changed map[uint32]uint32) {
	for n := range changed {
		for _, h := range v.base.halves[v.base.rows[n]:v.base.rows[n+1]] {
			v.over.touch(h.far &^ joined)
		}
	}
}

// allJudged gives the SAME_AS links of the whole view.
func (v *View) allJudged(c changes, judged []link) []link {
	for _, l := range v.base.same.links {
		if _, put := c.edges[l.key]; !put {
			judged = append(judged, l)
		}
	}
	return judged
}

// lost are the edges of which an end is still missing.
func (v *View) lost(c changes) []edge {
	var out []edge
	check := func(e edge) {
		_, begins := v.find(e.from)
		_, ends := v.find(e.to)
		if !begins || !ends {
			out = append(out, e)
		}
	}
	for _, e := range c.edges {
		if !e.retired {
			check(e.edge)
		}
	}
	for _, e := range v.base.orphans {
		if _, put := c.edges[e.key]; !put {
			check(e)
		}
	}
	return out
}
