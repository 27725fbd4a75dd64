package engine

import (
	"slices"
	"sort"
	"time"

	"entente/graph"
)

// Snapshot is the whole graph at one revision in flat arrays. It is immutable.
//
// Nodes are numbered in the order of their ids. The row of a node holds a half
// for each link that leaves it, then one for each that comes to it. Both parts
// are grouped by class, that is by what decides on sight, so that what is out
// of sight is skipped a run at a time and without a look at the other end.
// Links other than SAME_AS are numbered in the order of their leaving halves.
type Snapshot struct {
	revision graph.Revision
	took     time.Duration

	nodes []key
	marks []uint32 // marking, with the joined bit
	kinds []uint8

	rows    []uint32 // the row of v is halves[rows[v]:rows[v+1]]
	leaving []uint32 // the links that leave v are leaving[v] to leaving[v+1]
	halves  []half
	// places has one for each coming half: which of the links that leave its far
	// end it is, far where that is not among the first.
	places  []uint8
	classes []class
	named   map[class]uint32

	links    []key
	byID     []uint32 // links in the order of their ids
	linkKind []uint8
	linkWeak []uint8
	// Each of these is nil where no link has a value.
	validFrom, validUntil, at, amount []int64

	timed timeline

	same *judgements
	// orphans are edges of which an end has not been put yet.
	orphans []edge
}

// half is a link as seen from one of its ends.
type half struct {
	far   uint32 // the node at the other end, with its joined bit
	class uint32
}

// class is what decides whether a half leads anywhere for a caller: the
// markings of the link and of the node at the other end.
type class struct{ link, far uint32 }

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

// ends gives the two ends of a link.
func (s *Snapshot) ends(l uint32) (from, to uint32) {
	row, exact := slices.BinarySearch(s.leaving, l)
	for exact && row+1 < len(s.leaving) && s.leaving[row+1] == l {
		row++ // no link leaves the nodes before it
	}
	if !exact {
		row--
	}
	return uint32(row), s.halves[s.rows[row]+l-s.leaving[row]].far &^ joined //nolint:gosec // fewer than 2^31 nodes
}

// middle is where the coming halves of a row begin.
func (s *Snapshot) middle(n uint32) uint32 { return s.rows[n] + s.leaving[n+1] - s.leaving[n] }

// comingAt gives the link of a coming half in the row of n.
func (s *Snapshot) comingAt(n, at uint32) uint32 {
	middle := s.middle(n)
	from := s.halves[at].far &^ joined
	if place := s.places[s.rows[n]-s.leaving[n]+at-middle]; place != distant {
		return s.leaving[from] + uint32(place)
	}
	return s.distantAt(n, from, middle, at)
}

// distant marks a link that leaves its node after many others.
const distant = 255

// distantAt finds the leaving half of a link by its coming one: O(log degree).
// Both rows order the parallel links of one class by id, so the first comes
// with the first.
func (s *Snapshot) distantAt(n, from, middle, at uint32) uint32 {
	coming := s.halves[at].class
	before := uint32(sort.Search(int(at-middle), func(i int) bool { //nolint:gosec // within a row
		h := s.halves[middle+uint32(i)] //nolint:gosec // within a row
		return h.class == coming && h.far&^joined == from || h.class > coming || h.class == coming && h.far&^joined > from
	}))
	leaving := s.named[class{s.classes[coming].link, s.marks[n] &^ joined}]
	row, degree := s.halves[s.rows[from]:], int(s.leaving[from+1]-s.leaving[from])
	first := uint32(sort.Search(degree, func(i int) bool { //nolint:gosec // within a row
		return row[i].class > leaving || row[i].class == leaving && row[i].far&^joined >= n
	}))
	return s.leaving[from] + first + at - middle - before
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
