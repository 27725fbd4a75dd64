package engine

import (
	"math/bits"
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
	s.lay(s.resolved(edges), b.numbering.same)
	s.took = b.now().Sub(began)
	return s
}

// resolved finds the ends of edges; those without are orphans.
func (s *Snapshot) resolved(edges []edge) []link {
	all, where := make([]link, len(edges)), newIndex(s.nodes)
	found := make([]bool, len(edges))
	onAllCores(len(edges), func(from, to int) {
		for i := from; i < to; i++ {
			all[i], found[i] = s.resolve(where, &edges[i])
		}
	})
	links := all[:0]
	for i, l := range all {
		switch {
		case edges[i].retired:
		case found[i]:
			links = append(links, l)
		default:
			s.orphans = append(s.orphans, edges[i])
		}
	}
	return links
}

func (s *Snapshot) setNodes(nodes []node) {
	s.nodes, s.marks, s.kinds = make([]key, len(nodes)), make([]uint32, len(nodes)), make([]uint8, len(nodes))
	for i, n := range nodes {
		s.nodes[i], s.marks[i], s.kinds[i] = n.key, n.mark, n.kind
	}
}

func (s *Snapshot) resolve(where *index, e *edge) (link, bool) {
	from, begins := where.find(e.from)
	to, ends := where.find(e.to)
	return link{
		key: e.key, from: from, to: to, mark: e.mark, kind: e.kind, weak: e.weak, times: e.times,
	}, begins && ends
}

// index finds many keys quickly while a snapshot is built. Ids are random, so
// their first bits say nearly where they stand.
type index struct {
	keys   []key
	begins []uint32
	shift  int
}

func newIndex(keys []key) *index {
	wide := bits.Len(uint(len(keys)))
	x := &index{keys: keys, shift: 64 - wide, begins: make([]uint32, 1<<wide+1)}
	at := 0
	for prefix := range x.begins {
		for at < len(keys) && keys[at].hi>>x.shift < uint64(prefix) { //nolint:gosec // not negative
			at++
		}
		x.begins[prefix] = uint32(at) //nolint:gosec // fewer than 2^31 nodes
	}
	return x
}

func (x *index) find(k key) (uint32, bool) {
	prefix := k.hi >> x.shift
	low, high := x.begins[prefix], x.begins[prefix+1]
	at, ok := slices.BinarySearchFunc(x.keys[low:high], k, compareKeys)
	return low + uint32(at), ok //nolint:gosec // fewer than 2^31 nodes
}
