package engine

import (
	"slices"
	"time"

	"entente/graph"
)

// Snapshot is the whole graph at one revision in flat arrays. It is immutable.
//
// Nodes are numbered in the order of their ids. Links other than SAME_AS are
// numbered in the order (from, marking, to, id), which is the order of the
// outgoing rows; incoming rows are in the order (to, marking, from, id). So a
// row is grouped by marking, and what is out of sight is skipped a run at a time.
type Snapshot struct {
	revision graph.Revision
	took     time.Duration

	nodes []key
	marks []uint32 // marking, with the joined bit
	kinds []uint8

	out, in  []uint32 // row v is out[v]:out[v+1]
	to       []uint32 // by link
	inFrom   []uint32 // by place in the incoming rows
	inLink   []uint32 // by place in the incoming rows
	linkMark []uint32 // by link
	inMark   []uint32 // by place in the incoming rows: linkMark[inLink[p]]

	links    []key
	byID     []uint32 // links in the order of their ids
	linkKind []uint8
	linkWeak []uint8
	// Each of these is nil where no link has a value.
	validFrom, validUntil, at, amount []int64

	same *judgements
	// orphans are edges of which an end has not been put yet.
	orphans []edge
}

// link is an edge with its ends found.
type link struct {
	key        key
	from, to   uint32
	mark       uint32
	kind, weak uint8
	times      times
}

// find gives the number of a node.
func (s *Snapshot) find(k key) (uint32, bool) {
	at, ok := slices.BinarySearchFunc(s.nodes, k, compareKeys)
	return uint32(at), ok //nolint:gosec // fewer than 2^31 nodes
}

// findLink gives the number of a link other than SAME_AS.
func (s *Snapshot) findLink(k key) (uint32, bool) {
	at, ok := slices.BinarySearchFunc(s.byID, k, func(l uint32, k key) int { return compareKeys(s.links[l], k) })
	if !ok {
		return 0, false
	}
	return s.byID[at], true
}

// fromOf is the node whose outgoing row holds the link.
func (s *Snapshot) fromOf(l uint32) uint32 {
	row, exact := slices.BinarySearch(s.out, l)
	for exact && row+1 < len(s.out) && s.out[row+1] == l {
		row++ // empty rows before it begin at the same place
	}
	if !exact {
		row--
	}
	return uint32(row) //nolint:gosec // fewer than 2^31 nodes
}

func (s *Snapshot) timesOf(l uint32) times {
	return times{value(s.validFrom, l), value(s.validUntil, l), value(s.at, l), value(s.amount, l)}
}

func value(of []int64, l uint32) int64 {
	if of == nil {
		return 0
	}
	return of[l]
}

// link gives a link whole.
func (s *Snapshot) link(l uint32) link {
	return link{
		key: s.links[l], from: s.fromOf(l), to: s.to[l], mark: s.linkMark[l],
		kind: s.linkKind[l], weak: s.linkWeak[l], times: s.timesOf(l),
	}
}
