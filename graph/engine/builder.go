package engine

import (
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
	bundles   []bundle       // by the first bits of the links' ids
	times     []times        // of the links that have any; the first is nobody's
	widest    uint32         // marking of a link
}

// draft is a link whose ends are known by the order in which they were named. The
// layout writes its own drafts of links over these.
type draft struct {
	key        key
	from, to   uint32
	mark       uint32
	row        uint16 // of use to the layout alone, but for retired
	kind, weak uint8
}

// retired is the row of a link that is.
const retired = 1

// bundle is the links whose ids begin alike, in the order in which they were put.
type bundle struct {
	pieces [][]draft
	// times has, by link, its place in Builder.times. It ends with the last link
	// that has one.
	times []uint32
}

// draftPiece is how many drafts a piece of a bundle has, but for the last.
const draftPiece = 256

func (b *bundle) put(d draft, times uint32) {
	last := len(b.pieces) - 1
	switch {
	case last < 0:
		b.pieces = append(b.pieces, nil)
		last = 0
	case len(b.pieces[last]) == draftPiece:
		b.pieces = append(b.pieces, make([]draft, 0, draftPiece))
		last++
	}
	b.pieces[last] = append(b.pieces[last], d)
	if times > 0 {
		b.times = append(b.times, make([]uint32, b.len()-len(b.times))...)
		b.times[len(b.times)-1] = times
	}
}

func (b *bundle) len() int {
	last := len(b.pieces) - 1
	if last < 0 {
		return 0
	}
	return last*draftPiece + len(b.pieces[last])
}

func (b *bundle) at(i uint32) *draft { return &b.pieces[i/draftPiece][i%draftPiece] }

func (b *bundle) timesAt(i uint32) uint32 {
	if int(i) < len(b.times) {
		return b.times[i]
	}
	return 0
}

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
	b.seen, b.nodes, b.there, b.widest = map[key]uint32{}, nil, nil, 0
	b.bundles, b.times = make([]bundle, 1<<groupBits), make([]times, 1)
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
	at := uint32(0)
	if e.times != (times{}) {
		at = uint32(len(b.times)) //nolint:gosec // fewer than 2^32 links
		b.times = append(b.times, e.times)
	}
	b.widest = max(b.widest, e.mark)
	own := draft{key: e.key, from: b.named(e.from), to: b.named(e.to), mark: e.mark, kind: e.kind, weak: e.weak}
	if e.retired {
		own.row = retired
	}
	b.bundles[groupOf(e.key)].put(own, at)
}

// Build makes the snapshot and empties the Builder.
func (b *Builder) Build(revision graph.Revision) *Snapshot {
	began := b.now()
	s := &Snapshot{revision: revision}
	links := b.strips(b.number(s))
	s.lay(links, b.numbering.same)
	s.orphans = links.lost()
	b.empty()
	s.took = b.now().Sub(began)
	return s
}
