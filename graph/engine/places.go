package engine

import (
	"math/bits"
	"slices"
)

// places finds records by their ids. As ids are random, their first bits say where
// among all they stand, but for one or two beside; of ids of any other make it takes
// a search.
type places struct {
	nodes  []key // in order
	begins []uint32
	shift  int
}

func newPlaces(nodes []key) places {
	wide := max(bits.Len(uint(len(nodes))), 1) //nolint:gosec // not negative
	p := places{nodes: nodes, begins: make([]uint32, 1<<wide+1), shift: 64 - wide}
	for _, k := range nodes {
		p.begins[k.hi>>p.shift+1]++
	}
	for i := range 1 << wide {
		p.begins[i+1] += p.begins[i]
	}
	return p
}

// find gives the number of a record.
func (p *places) find(k key) (uint32, bool) {
	part := k.hi >> p.shift
	begin, end := p.begins[part], p.begins[part+1]
	if end-begin > few {
		at, ok := slices.BinarySearchFunc(p.nodes[begin:end], k, compareKeys)
		return begin + uint32(at), ok //nolint:gosec // fewer than 2^31 nodes
	}
	for ; begin < end; begin++ {
		if p.nodes[begin] == k {
			return begin, true
		}
	}
	return 0, false
}
