package engine

import (
	"cmp"
	"encoding/binary"

	"entente/graph"
)

// Node is what the engine keeps of a record.
type Node struct {
	ID      graph.ID
	Kind    graph.RecordKind
	Marking graph.MarkingID
	// Retired nodes are in nobody's sight.
	Retired bool
}

// Edge is what the engine keeps of a link.
type Edge struct {
	ID      graph.ID
	From    graph.ID
	To      graph.ID
	Kind    graph.LinkKind
	Marking graph.MarkingID
	// ValidFrom and ValidUntil bound when the tie was so, in Unix milliseconds:
	// from the first to just before the second. 0 is unknown and open.
	ValidFrom  int64
	ValidUntil int64
	// At is when it happened (a transfer, a call), in Unix milliseconds; 0 is unknown.
	At int64
	// Ended is when it ended, of what lasts (a journey's arrival, whose departure is
	// At), in Unix milliseconds; 0 is as soon as it happened, as is what lies before.
	Ended int64
	// Amount is in minor units of its currency; 0 where there is none.
	Amount int64
	// Weakness is graph.Grading.Weakness of the link's grading.
	Weakness uint8
	// Retired edges are in nobody's sight.
	Retired bool
}

// ErasedNode is what takes a record out of the engine of which only the id is known.
func ErasedNode(id graph.ID) Node { return Node{ID: id, Kind: graph.RecordKinds()[0], Retired: true} }

// ErasedEdge is what takes a link out of the engine of which only the id is
// known. It passes for a judgement, so that entities are joined anew without it.
func ErasedEdge(id graph.ID) Edge {
	nowhere := graph.IDOf(graph.NounRecord, [16]byte{})
	return Edge{ID: id, From: nowhere, To: nowhere, Kind: graph.SameAs, Retired: true}
}

// key is the bits of an id; keys order as ids of one noun do.
type key struct{ hi, lo uint64 }

func keyOf(id graph.ID, noun graph.Noun) (key, bool) {
	bits, ok := id.Bits()
	if !ok || graph.Noun(id[0]) != noun {
		return key{}, false
	}
	return key{binary.BigEndian.Uint64(bits[:8]), binary.BigEndian.Uint64(bits[8:])}, true
}

func (k key) id(noun graph.Noun) graph.ID {
	var bits [16]byte
	binary.BigEndian.PutUint64(bits[:8], k.hi)
	binary.BigEndian.PutUint64(bits[8:], k.lo)
	return graph.IDOf(noun, bits)
}

func compareKeys(a, b key) int {
	if a.hi != b.hi {
		return cmp.Compare(a.hi, b.hi)
	}
	return cmp.Compare(a.lo, b.lo)
}

// node is a Node in the engine's own terms.
type node struct {
	key  key
	mark uint32
	kind uint8
}

// edge is an Edge in the engine's own terms. The ends of an edge may be missing.
type edge struct {
	key        key
	from, to   key
	mark       uint32
	kind, weak uint8
	retired    bool
	times      times
}

// times are the attributes of a link that few questions need.
type times struct{ validFrom, validUntil, at, amount, ended int64 }

// The bits of a node's mark: the marking, and whether any SAME_AS link, seen
// or not, ends at it.
const (
	joined  uint32 = 1 << 31
	nowhere uint32 = 1<<31 - 1 // the marking of a retired node: in nobody's sight
)

// numbering turns kinds into the numbers of the arrays.
type numbering struct {
	records map[graph.RecordKind]uint8
	links   map[graph.LinkKind]uint8
	same    uint8
}

func newNumbering() numbering {
	n := numbering{records: map[graph.RecordKind]uint8{}, links: map[graph.LinkKind]uint8{}}
	for i, k := range graph.RecordKinds() {
		n.records[k] = uint8(i) //nolint:gosec // some dozens of kinds
	}
	for i, k := range graph.LinkKinds() {
		n.links[k] = uint8(i) //nolint:gosec // some dozens of kinds
	}
	n.same = n.links[graph.SameAs]
	return n
}

func (n numbering) node(in Node) (node, error) {
	k, ok := keyOf(in.ID, graph.NounRecord)
	kind, known := n.records[in.Kind]
	switch {
	case !ok:
		return node{}, graph.Bad("id", "This is not the id of a record.")
	case !known:
		return node{}, graph.Bad("kind", "This is not a kind of record.")
	case uint32(in.Marking) >= nowhere:
		return node{}, graph.Bad("marking", "There are too many markings.")
	}
	out := node{key: k, mark: uint32(in.Marking), kind: kind}
	if in.Retired {
		out.mark = nowhere
	}
	return out, nil
}

func (n numbering) edge(in Edge) (edge, error) {
	k, ok := keyOf(in.ID, graph.NounLink)
	from, begins := keyOf(in.From, graph.NounRecord)
	to, ends := keyOf(in.To, graph.NounRecord)
	kind, known := n.links[in.Kind]
	switch {
	case !ok:
		return edge{}, graph.Bad("id", "This is not the id of a link.")
	case !begins || !ends:
		return edge{}, graph.Bad("from", "A link joins two records.")
	case !known:
		return edge{}, graph.Bad("kind", "This is not a kind of link.")
	case uint32(in.Marking) >= nowhere:
		return edge{}, graph.Bad("marking", "There are too many markings.")
	}
	return edge{
		key: k, from: from, to: to, mark: uint32(in.Marking), kind: kind, weak: in.Weakness, retired: in.Retired,
		times: times{in.ValidFrom, in.ValidUntil, in.At, in.Amount, in.Ended},
	}, nil
}
