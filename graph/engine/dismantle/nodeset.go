package dismantle

import (
	"math/bits"

	"entente/graph/engine/network"
)

// mostInSet is how many nodes a nodeSet can hold.
const mostInSet = 192

// nodeSet is a set of nodes of a small network, a bit for each.
type nodeSet [mostInSet / 64]uint64

func setOf(nodes []uint32) (s nodeSet) {
	for _, v := range nodes {
		s.add(v)
	}
	return s
}

// rowsOf gives whom each node is tied to.
func rowsOf(w *network.Network) []nodeSet {
	rows := make([]nodeSet, w.Size())
	for v := range rows {
		rows[v] = setOf(w.Row(uint32(v))) //nolint:gosec // at most mostInSet
	}
	return rows
}

func (s *nodeSet) add(v uint32)  { s[v>>6] |= 1 << (v & 63) }
func (s *nodeSet) drop(v uint32) { s[v>>6] &^= 1 << (v & 63) }

func (s *nodeSet) has(v uint32) bool { return s[v>>6]>>(v&63)&1 == 1 }

func (s nodeSet) with(v uint32) nodeSet {
	s.add(v)
	return s
}

func (s nodeSet) empty() bool { return s[0]|s[1]|s[2] == 0 }

func (s nodeSet) count() int {
	return bits.OnesCount64(s[0]) + bits.OnesCount64(s[1]) + bits.OnesCount64(s[2])
}

func (s *nodeSet) meets(t *nodeSet) bool { return s[0]&t[0]|s[1]&t[1]|s[2]&t[2] != 0 }

func (s nodeSet) common(t nodeSet) nodeSet { return nodeSet{s[0] & t[0], s[1] & t[1], s[2] & t[2]} }

func (s nodeSet) union(t nodeSet) nodeSet { return nodeSet{s[0] | t[0], s[1] | t[1], s[2] | t[2]} }

func (s nodeSet) without(t nodeSet) nodeSet {
	return nodeSet{s[0] &^ t[0], s[1] &^ t[1], s[2] &^ t[2]}
}

// each gives the nodes, ascending.
func (s nodeSet) each(yield func(uint32) bool) {
	for i, word := range s {
		for ; word != 0; word &= word - 1 {
			if !yield(uint32(64*i + bits.TrailingZeros64(word))) { //nolint:gosec // below mostInSet
				return
			}
		}
	}
}

// beyond gives those of the rest that are tied to one of the front: by the rows of
// the front, or of the rest where that is fewer.
func beyond(rows []nodeSet, front, rest nodeSet) (next nodeSet) {
	if front.count() > rest.count() {
		for i, word := range rest {
			for ; word != 0; word &= word - 1 {
				if at := bits.TrailingZeros64(word); rows[64*i+at].meets(&front) {
					next[i] |= 1 << at
				}
			}
		}
		return next
	}
	for i, word := range front {
		for ; word != 0; word &= word - 1 {
			row := &rows[64*i+bits.TrailingZeros64(word)]
			next[0] |= row[0]
			next[1] |= row[1]
			next[2] |= row[2]
		}
	}
	return next.common(rest)
}
