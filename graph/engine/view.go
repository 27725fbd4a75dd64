package engine

import (
	"slices"
	"sync"

	"entente/graph"
)

// View is the graph as of one revision: a snapshot and the changes since. It
// is immutable, and stays good for as long as it is held.
type View struct {
	revision graph.Revision
	base     *Snapshot
	over     *overlay // nil where nothing has changed since the snapshot
	// marks are those of the nodes of the snapshot, changes included.
	marks     []uint32
	same      *judgements
	workshops *sync.Pool
	numbering *numbering
	records   []graph.RecordKind
	links     []graph.LinkKind
	traceRows int
}

// Revision is the revision that the view shows. It is for the hub's own use:
// it counts, so it never leaves but as a sealed token.
func (v *View) Revision() graph.Revision { return v.revision }

func (v *View) size() int {
	if v.over == nil {
		return len(v.base.nodes)
	}
	return len(v.base.nodes) + len(v.over.nodes)
}

func (v *View) mark(n uint32) uint32 {
	if int(n) < len(v.marks) {
		return v.marks[n]
	}
	return v.over.nodes[int(n)-len(v.marks)].mark
}

func (v *View) key(n uint32) key {
	if int(n) < len(v.base.nodes) {
		return v.base.nodes[n]
	}
	return v.over.nodes[int(n)-len(v.base.nodes)].key
}

func (v *View) id(n uint32) graph.ID { return v.key(n).id(graph.NounRecord) }

func (v *View) kindNumber(n uint32) uint8 {
	if v.over == nil {
		return v.base.kinds[n]
	}
	if int(n) >= len(v.base.nodes) {
		return v.over.nodes[int(n)-len(v.base.nodes)].kind
	}
	if changed, ok := v.over.kinds[n]; ok {
		return changed
	}
	return v.base.kinds[n]
}

func (v *View) kind(n uint32) graph.RecordKind { return v.records[v.kindNumber(n)] }

// rank orders nodes as their ids do. In the snapshot numbers are in order; a
// node added since stands just before the first one with a greater id.
func (v *View) rank(n uint32) uint64 {
	if int(n) < len(v.base.nodes) {
		return uint64(n+1) << 32
	}
	added := int(n) - len(v.base.nodes)
	return uint64(v.over.place[added])<<32 | uint64(added+1) //nolint:gosec // added is not negative
}

// node finds a record by id.
func (v *View) node(id graph.ID) (uint32, bool) {
	k, ok := keyOf(id, graph.NounRecord)
	if !ok {
		return 0, false
	}
	return v.find(k)
}

func (v *View) find(k key) (uint32, bool) {
	if n, ok := v.base.find(k); ok || v.over == nil {
		return n, ok
	}
	at, ok := slices.BinarySearchFunc(v.over.nodes, k, func(n node, k key) int { return compareKeys(n.key, k) })
	return uint32(len(v.base.nodes) + at), ok //nolint:gosec // fewer than 2^31 nodes
}

// linkKey, linkKind and linkOf read a link by its number; those added since
// the snapshot are numbered after its own.
func (v *View) linkKey(l uint32) key {
	if int(l) < len(v.base.links) {
		return v.base.links[l]
	}
	return v.over.links[int(l)-len(v.base.links)].key
}

func (v *View) linkKind(l uint32) uint8 {
	if int(l) < len(v.base.links) {
		return v.base.linkKind[l]
	}
	return v.over.links[int(l)-len(v.base.links)].kind
}
