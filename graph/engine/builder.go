package engine

import (
	"math/bits"
	"slices"
	"time"

	"entente/graph"
)

// Builder takes a whole graph as a stream and makes a Snapshot of it. It is
// for one goroutine. What can be done while the stream is read is done then: ends
// are found, and links are put by the first bits of their ids.
type Builder struct {
	numbering numbering
	now       func() time.Time
	seen      map[key]uint32 // by id of a record, in which order it was first named
	nodes     []node         // in that order
	there     []bool         // which of them were put, and not named by a link alone
	edges     [][]draft      // by the first bits of their ids
	times     []times        // of the links that have any; the first is nobody's
}

// draft is a link whose ends are known by the order in which they were named.
type draft struct {
	key        key
	from, to   uint32
	mark       uint32
	times      uint32 // a place in times
	kind, weak uint8
	retired    bool
}

// draftBits is how many bits of an id put its link.
const draftBits = 10

// NewBuilder gives an empty Builder. now measures the build time; nil is time.Now.
func NewBuilder(now func() time.Time) *Builder {
	if now == nil {
		now = time.Now
	}
	b := &Builder{numbering: newNumbering(), now: now}
	b.empty()
	return b
}

func (b *Builder) empty() {
	b.seen, b.nodes, b.there = map[key]uint32{}, nil, nil
	b.edges, b.times = make([][]draft, 1<<draftBits), make([]times, 1)
}

// AddNode puts the present state of a record; of several with one id the last
// counts. The error is a graph.Error for an id or a kind that cannot be.
func (b *Builder) AddNode(n Node) error {
	own, err := b.numbering.node(n)
	if err == nil {
		b.putNode(own)
	}
	return err
}

func (b *Builder) putNode(n node) {
	at := b.named(n.key)
	b.nodes[at], b.there[at] = n, true
}

// named is the number of a record by its id.
func (b *Builder) named(k key) uint32 {
	at, ok := b.seen[k]
	if !ok {
		at = uint32(len(b.nodes)) //nolint:gosec // fewer than 2^31 nodes
		b.seen[k] = at
		b.nodes, b.there = append(b.nodes, node{key: k}), append(b.there, false)
	}
	return at
}

// AddEdge puts the present state of a link, before or after its ends; of
// several with one id the last counts. A link whose end is never put is in
// nobody's sight. The error is a graph.Error for an id or a kind that cannot be.
func (b *Builder) AddEdge(e Edge) error {
	own, err := b.numbering.edge(e)
	if err == nil {
		b.putEdge(own)
	}
	return err
}

func (b *Builder) putEdge(e edge) {
	d := draft{key: e.key, from: b.named(e.from), to: b.named(e.to), mark: e.mark, kind: e.kind, weak: e.weak, retired: e.retired}
	if e.times != (times{}) {
		d.times = uint32(len(b.times)) //nolint:gosec // fewer than 2^32 links
		b.times = append(b.times, e.times)
	}
	put := &b.edges[e.key.hi>>(64-draftBits)]
	*put = append(*put, d)
}

// Build makes the snapshot and empties the Builder.
func (b *Builder) Build(revision graph.Revision) *Snapshot {
	began := b.now()
	s := &Snapshot{revision: revision}
	links, orphans := b.links(b.number(s))
	s.orphans = orphans
	b.empty()
	s.lay(links, b.numbering.same)
	s.took = b.now().Sub(began)
	return s
}

// missing is the number of a record that was never put.
const missing = ^uint32(0)

// number puts the nodes into the order of their ids, and gives the place of each.
func (b *Builder) number(s *Snapshot) []uint32 {
	var there []uint32
	for at, is := range b.there {
		if is {
			there = append(there, uint32(at)) //nolint:gosec // fewer than 2^31 nodes
		}
	}
	in, begins := scattered(len(there), 1<<draftBits,
		func(i int) uint32 { return uint32(b.nodes[there[i]].key.hi >> (64 - draftBits)) }, //nolint:gosec // its first bits
		func(i int) uint32 { return there[i] })
	onEach(1<<draftBits, func(i int) {
		slices.SortFunc(in[begins[i]:begins[i+1]], func(x, y uint32) int { return compareKeys(b.nodes[x].key, b.nodes[y].key) })
	})
	number, nodes := make([]uint32, len(b.nodes)), make([]node, len(in))
	for at := range number {
		number[at] = missing
	}
	for n, at := range in {
		number[at], nodes[n] = uint32(n), b.nodes[at] //nolint:gosec // fewer than 2^31 nodes
	}
	s.setNodes(nodes)
	return number
}

// links gives the last put of each link whose ends are there in the order of
// ids; those without are orphans.
func (b *Builder) links(number []uint32) (links []link, orphans []edge) {
	kept, lost := make([][]placedDraft, len(b.edges)), make([][]edge, len(b.edges))
	onEach(len(b.edges), func(i int) {
		for _, p := range lastOfEach(b.edges[i]) {
			d := &b.edges[i][p.at]
			switch {
			case d.retired:
			case number[d.from] == missing || number[d.to] == missing:
				lost[i] = append(lost[i], edge{
					key: d.key, from: b.nodes[d.from].key, to: b.nodes[d.to].key, mark: d.mark, kind: d.kind, weak: d.weak, times: b.times[d.times],
				})
			default:
				kept[i] = append(kept[i], p)
			}
		}
	})
	begins := make([]int, len(kept)+1)
	for i, k := range kept {
		begins[i+1] = begins[i] + len(k)
	}
	links = make([]link, begins[len(kept)])
	onEach(len(kept), func(i int) {
		for j, p := range kept[i] {
			d := &b.edges[i][p.at]
			links[begins[i]+j] = link{
				key: d.key, from: number[d.from], to: number[d.to], mark: d.mark, kind: d.kind, weak: d.weak, times: b.times[d.times],
			}
		}
		b.edges[i] = nil // its memory may be used again
	})
	return links, slices.Concat(lost...)
}

// placedDraft is where a draft stands among those beside it.
type placedDraft struct {
	key key
	at  uint32
}

// lastOfEach gives the last of each id, in the order of ids. These are random, so
// that their next bits put nearly each where it belongs.
func lastOfEach(put []draft) []placedDraft {
	wide := max(bits.Len(uint(len(put)))-2, 0)
	places, begins := scattered(len(put), 1<<wide,
		func(i int) uint32 { return uint32(put[i].key.hi << draftBits >> (64 - wide)) }, //nolint:gosec // its next bits
		func(i int) placedDraft { return placedDraft{put[i].key, uint32(i)} })           //nolint:gosec // fewer than 2^32 links
	for g := range 1 << wide {
		slices.SortStableFunc(places[begins[g]:begins[g+1]], func(x, y placedDraft) int { return compareKeys(x.key, y.key) })
	}
	out := places[:0]
	for i, p := range places {
		if i+1 == len(places) || places[i+1].key != p.key {
			out = append(out, p)
		}
	}
	return out
}

func (s *Snapshot) setNodes(nodes []node) {
	s.nodes, s.marks, s.kinds = make([]key, len(nodes)), make([]uint32, len(nodes)), make([]uint8, len(nodes))
	for i, n := range nodes {
		s.nodes[i], s.marks[i], s.kinds[i] = n.key, n.mark, n.kind
	}
}
