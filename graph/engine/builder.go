package engine

import (
	"slices"
	"time"

	"entente/graph"
)

// Builder takes a whole graph as a stream and makes a Snapshot of it. It is
// for one goroutine.
type Builder struct {
	numbering numbering
	now       func() time.Time
	nodes     []node
	edges     []edge
}

// NewBuilder gives an empty Builder. now measures the build time; nil is time.Now.
func NewBuilder(now func() time.Time) *Builder {
	if now == nil {
		now = time.Now
	}
	return &Builder{numbering: newNumbering(), now: now}
}

// AddNode puts the present state of a record; of several with one id the last
// counts. The error is a graph.Error for an id or a kind that cannot be.
func (b *Builder) AddNode(n Node) error {
	own, err := b.numbering.node(n)
	if err == nil {
		b.nodes = append(b.nodes, own)
	}
	return err
}

// AddEdge puts the present state of a link, before or after its ends; of
// several with one id the last counts. A link whose end is never put is in
// nobody's sight. The error is a graph.Error for an id or a kind that cannot be.
func (b *Builder) AddEdge(e Edge) error {
	own, err := b.numbering.edge(e)
	if err == nil {
		b.edges = append(b.edges, own)
	}
	return err
}

// Build makes the snapshot and empties the Builder.
func (b *Builder) Build(revision graph.Revision) *Snapshot {
	began := b.now()
	nodes := latest(b.nodes, func(n *node) key { return n.key })
	edges := latest(b.edges, func(e *edge) key { return e.key })
	b.nodes, b.edges = nil, nil
	s := &Snapshot{revision: revision}
	s.setNodes(nodes)
	links := make([]link, 0, len(edges))
	for i := range edges {
		if edges[i].retired {
			continue
		}
		if l, ok := s.resolve(&edges[i]); ok {
			links = append(links, l)
		} else {
			s.orphans = append(s.orphans, edges[i])
		}
	}
	s.lay(links, b.numbering.same)
	s.took = b.now().Sub(began)
	return s
}

func (s *Snapshot) setNodes(nodes []node) {
	s.nodes, s.marks, s.kinds = make([]key, len(nodes)), make([]uint32, len(nodes)), make([]uint8, len(nodes))
	for i, n := range nodes {
		s.nodes[i], s.marks[i], s.kinds[i] = n.key, n.mark, n.kind
	}
}

func (s *Snapshot) resolve(e *edge) (link, bool) {
	from, begins := s.find(e.from)
	to, ends := s.find(e.to)
	return link{
		key: e.key, from: from, to: to, mark: e.mark, kind: e.kind, weak: e.weak, times: e.times,
	}, begins && ends
}

// lay fills the arrays from links in the order of their ids.
func (s *Snapshot) lay(links []link, same uint8) {
	judged := make([]link, 0)
	ties := links[:0]
	for _, l := range links {
		if l.kind == same {
			judged = append(judged, l)
			s.marks[l.from] |= joined
			s.marks[l.to] |= joined
			continue
		}
		ties = append(ties, l)
	}
	s.same = newJudgements(slices.Clip(judged))
	s.layOut(ties)
	s.layIn()
}

// layOut numbers the links: a radix sort by id, to, marking and from, each
// pass a stable counting sort.
func (s *Snapshot) layOut(ties []link) {
	n := len(s.nodes)
	order := make([]uint32, len(ties))
	for i := range order {
		order[i] = uint32(i) //nolint:gosec // fewer than 2^32 links
	}
	order, _ = countingSort(order, n, func(i uint32) uint32 { return ties[i].to })
	order, _ = countingSort(order, markings(ties), func(i uint32) uint32 { return ties[i].mark })
	order, s.out = countingSort(order, n, func(i uint32) uint32 { return ties[i].from })
	s.byID = make([]uint32, len(ties))
	for number, i := range order {
		s.byID[i] = uint32(number) //nolint:gosec // fewer than 2^32 links
	}
	s.to = gather(order, func(i uint32) uint32 { return ties[i].to })
	s.linkMark = gather(order, func(i uint32) uint32 { return ties[i].mark })
	s.links = gather(order, func(i uint32) key { return ties[i].key })
	s.linkKind = gather(order, func(i uint32) uint8 { return ties[i].kind })
	s.linkWeak = gather(order, func(i uint32) uint8 { return ties[i].weak })
	s.validFrom = sparse(order, func(i uint32) int64 { return ties[i].times.validFrom })
	s.validUntil = sparse(order, func(i uint32) int64 { return ties[i].times.validUntil })
	s.at = sparse(order, func(i uint32) int64 { return ties[i].times.at })
	s.amount = sparse(order, func(i uint32) int64 { return ties[i].times.amount })
}

func (s *Snapshot) layIn() {
	from := make([]uint32, len(s.to))
	for v := range s.nodes {
		for l := s.out[v]; l < s.out[v+1]; l++ {
			from[l] = uint32(v) //nolint:gosec // fewer than 2^31 nodes
		}
	}
	order := make([]uint32, len(s.to))
	for i := range order {
		order[i] = uint32(i) //nolint:gosec // fewer than 2^32 links
	}
	// Parallel links with one marking stay in the order of their ids.
	most := uint32(0)
	for _, m := range s.linkMark {
		most = max(most, m)
	}
	order, _ = countingSort(order, int(most)+1, func(l uint32) uint32 { return s.linkMark[l] })
	s.inLink, s.in = countingSort(order, len(s.nodes), func(l uint32) uint32 { return s.to[l] })
	s.inFrom = gather(s.inLink, func(l uint32) uint32 { return from[l] })
	s.inMark = gather(s.inLink, func(l uint32) uint32 { return s.linkMark[l] })
}

func markings(links []link) int {
	most := uint32(0)
	for i := range links {
		most = max(most, links[i].mark)
	}
	return int(most) + 1
}

// countingSort orders elements stably by a digit below n, and gives where each
// digit begins (n+1 places).
func countingSort(in []uint32, n int, digit func(uint32) uint32) (out, begins []uint32) {
	begins = make([]uint32, n+1)
	for _, i := range in {
		begins[digit(i)+1]++
	}
	for d := range n {
		begins[d+1] += begins[d]
	}
	next := slices.Clone(begins)
	out = make([]uint32, len(in))
	for _, i := range in {
		d := digit(i)
		out[next[d]] = i
		next[d]++
	}
	return out, begins
}

func gather[T any](order []uint32, value func(uint32) T) []T {
	out := make([]T, len(order))
	for at, i := range order {
		out[at] = value(i)
	}
	return out
}

// sparse is gather that gives nil where every value is zero.
func sparse(order []uint32, value func(uint32) int64) []int64 {
	if !slices.ContainsFunc(order, func(i uint32) bool { return value(i) != 0 }) {
		return nil
	}
	return gather(order, value)
}
