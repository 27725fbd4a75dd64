package dismantle

import "entente/graph/engine/network"

// bridging tells, for each node that is left, into how many pieces the marked ones
// beside it in its component fall without it, by one search in depth (Hopcroft and
// Tarjan 1973): O(n + m).
func bridging(w *network.Network, gone, marked []bool) []int {
	b := &bridged{
		w: w, marked: marked, order: make([]int32, w.Size()), low: make([]int32, w.Size()), at: make([]uint32, w.Size()),
		parent: make([]uint32, w.Size()), held: make([]int, w.Size()), off: make([]int, w.Size()), pieces: make([]int, w.Size()),
	}
	for v, out := range gone {
		if out {
			b.order[v] = -1
		}
	}
	for v := range uint32(len(gone)) { //nolint:gosec // fewer than 2^31 nodes
		if b.order[v] != 0 {
			continue
		}
		b.met = b.met[:0]
		b.walk(v)
		for _, u := range b.met { // what does not fall off stays with the root
			if b.held[v]-b.off[u]-oneIf(marked[u]) > 0 {
				b.pieces[u]++
			}
		}
	}
	return b.pieces
}

type bridged struct {
	w      *network.Network
	marked []bool
	order  []int32 // when a node was met, from 1; 0 is not yet, -1 gone
	low    []int32
	at     []uint32
	parent []uint32
	held   []int // marked in the subtree
	off    []int // marked in what falls off without the node
	pieces []int
	met    []uint32
	clock  int32
}

func (b *bridged) enter(v, from uint32) {
	b.clock++
	b.order[v], b.low[v], b.at[v], b.parent[v], b.held[v] = b.clock, b.clock, b.w.Begins[v], from, oneIf(b.marked[v])
	b.met = append(b.met, v)
}

// walk goes through the component of a node.
func (b *bridged) walk(root uint32) {
	b.enter(root, root)
	for v := root; ; {
		if at := b.at[v]; at < b.w.Begins[v+1] {
			b.at[v]++
			switch end := b.w.Ends[at]; {
			case b.order[end] == 0:
				b.enter(end, v)
				v = end
			case b.order[end] > 0:
				b.low[v] = min(b.low[v], b.order[end])
			}
			continue
		}
		if v == root {
			return
		}
		b.leave(v, b.parent[v])
		v = b.parent[v]
	}
}

// leave goes back from a node to its parent: where no tie passes the parent by, the
// subtree falls off without it.
func (b *bridged) leave(v, up uint32) {
	b.held[up] += b.held[v]
	if b.low[v] < b.order[up] {
		b.low[up] = min(b.low[up], b.low[v])
		return
	}
	b.off[up] += b.held[v]
	if b.held[v] > 0 {
		b.pieces[up]++
	}
}
