package dismantle

import "entente/graph/engine/network"

// lastOne finds the best single removal from what is left of a network: one
// search in depth (Hopcroft and Tarjan 1973) tells for every node at once into
// what its component falls without it.
type lastOne struct {
	w      *network.Network
	order  []int32 // when a node was met, from 1; 0 is not yet, or gone
	low    []int32
	size   []int32 // of the subtree
	at     []uint32
	parent []uint32
	most   []int32 // the largest subtree that falls off without the node
	off    []int32 // all that falls off, the node itself not counted
	pairs  []int64 // pairs within what falls off
	met    []uint32
}

func newLastOne(w *network.Network) *lastOne {
	n := w.Size()
	return &lastOne{
		w: w, order: make([]int32, n), low: make([]int32, n), size: make([]int32, n), at: make([]uint32, n),
		parent: make([]uint32, n), most: make([]int32, n), off: make([]int32, n), pairs: make([]int64, n),
	}
}

// best gives the removal after which the objective, the largest component or
// the pairs, is least, of those that may be; ok is false where none may.
func (l *lastOne) best(o Objective, gone []bool, may func(uint32) bool) (node uint32, value int64, ok bool) {
	for v, out := range gone {
		l.order[v] = 0
		if out {
			l.order[v] = -1
		}
	}
	l.met = l.met[:0]
	var begins []int
	first, second, all := int32(0), int32(0), int64(0)
	for v := range uint32(len(gone)) { //nolint:gosec // fewer than 2^31 nodes
		if l.order[v] != 0 {
			continue
		}
		begins = append(begins, len(l.met))
		l.walk(v)
		size := l.size[v]
		all += pairsOf(size)
		if size > first {
			first, second = size, first
		} else {
			second = max(second, size)
		}
	}
	for i, from := range begins {
		to := len(l.met)
		if i+1 < len(begins) {
			to = begins[i+1]
		}
		size := l.size[l.met[from]]
		others := first
		if size == first {
			others = second
		}
		for _, v := range l.met[from:to] {
			rest := size - 1 - l.off[v]
			left := int64(max(others, rest, l.most[v]))
			if o == PairConnectivity {
				left = all - pairsOf(size) + l.pairs[v] + pairsOf(rest)
			}
			if (!ok || left < value) && may(v) {
				node, value, ok = v, left, true
			}
		}
	}
	return node, value, ok
}

func pairsOf(size int32) int64 { return int64(size) * int64(size-1) / 2 }

// walk goes through the component of a node, which becomes its root: what hangs
// on a root by itself falls off without it.
func (l *lastOne) walk(root uint32) {
	w, clock := l.w, int32(len(l.met)) //nolint:gosec // fewer than 2^31 nodes
	enter := func(v, from uint32) {
		clock++
		l.order[v], l.low[v], l.size[v], l.at[v], l.parent[v] = clock, clock, 1, w.Begins[v], from
		l.most[v], l.off[v], l.pairs[v] = 0, 0, 0
		l.met = append(l.met, v)
	}
	enter(root, root)
	for v := root; ; {
		if at := l.at[v]; at < w.Begins[v+1] {
			l.at[v]++
			switch end := w.Ends[at]; {
			case l.order[end] == 0:
				enter(end, v)
				v = end
			case l.order[end] > 0:
				l.low[v] = min(l.low[v], l.order[end])
			}
			continue
		}
		if v == root {
			return
		}
		up := l.parent[v]
		l.size[up] += l.size[v]
		if l.low[v] >= l.order[up] {
			l.most[up] = max(l.most[up], l.size[v])
			l.off[up] += l.size[v]
			l.pairs[up] += pairsOf(l.size[v])
		} else {
			l.low[up] = min(l.low[up], l.low[v])
		}
		v = up
	}
}
