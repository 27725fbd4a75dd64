package dismantle

import (
	"slices"

	"entente/graph/engine/network"
)

// byInfluence removes the node of the most collective influence (Morone and
// Makse 2015) at a distance, in batches of a share of the network, and then
// the rest by degree.
func byInfluence(w *network.Network, radius, batches int) []uint32 {
	f := newInfluence(w, radius)
	var order []uint32
	batch := max(1, w.Size()/batches)
	for len(f.heap) > 0 {
		e := f.heap.pop()
		if f.removed[e.node] || f.key[e.node] != e.key {
			continue
		}
		if e.key == ^uint32(0) {
			break
		}
		order = append(order, e.node)
		f.remove(e.node)
		if len(order)%batch == 0 {
			f.judge()
		}
	}
	return append(order, byDegreeFrom(w, f.removed)...)
}

// influence keeps the scores of what is left.
type influence struct {
	w       *network.Network
	radius  int
	removed []bool
	degree  []int32
	seen    []uint32
	stamp   uint32
	heap    heap
	key     []uint32 // minus the score, so that the highest comes first
	dirty   []uint32
	marked  []bool
}

func newInfluence(w *network.Network, radius int) *influence {
	n := w.Size()
	f := &influence{w: w, radius: radius, removed: make([]bool, n), degree: make([]int32, n)}
	f.seen, f.key, f.marked = make([]uint32, n), make([]uint32, n), make([]bool, n)
	for v := range uint32(n) { //nolint:gosec // fewer than 2^31 nodes
		f.degree[v] = int32(w.Degree(v)) //nolint:gosec // fewer than 2^31 ties
	}
	for v := range uint32(n) { //nolint:gosec // fewer than 2^31 nodes
		f.key[v] = ^f.score(v)
		f.heap = append(f.heap, entry{f.key[v], v, v})
	}
	f.heap.init()
	return f
}

// ball gives those within a distance of v: all, and the ones at its edge.
func (f *influence) ball(v uint32, upto int) (all, edge []uint32) {
	f.stamp++
	f.seen[v] = f.stamp
	all = []uint32{v}
	edge = all
	for range upto {
		from := len(all)
		for _, u := range edge {
			for _, end := range f.w.Row(u) {
				if !f.removed[end] && f.seen[end] != f.stamp {
					f.seen[end] = f.stamp
					all = append(all, end)
				}
			}
		}
		edge = slices.Clone(all[from:])
	}
	return all, edge
}

func (f *influence) score(v uint32) uint32 {
	if f.degree[v] <= 1 {
		return 0
	}
	sum := int64(0)
	_, edge := f.ball(v, f.radius)
	for _, u := range edge {
		sum += int64(f.degree[u] - 1)
	}
	return uint32(min(sum*int64(f.degree[v]-1), 1<<31)) //nolint:gosec // bounded
}

func (f *influence) remove(v uint32) {
	near, _ := f.ball(v, f.radius+1)
	for _, u := range near {
		if !f.marked[u] {
			f.marked[u] = true
			f.dirty = append(f.dirty, u)
		}
	}
	f.removed[v] = true
	for _, end := range f.w.Row(v) {
		f.degree[end]--
	}
}

// judge scores anew those near what was removed.
func (f *influence) judge() {
	for _, u := range f.dirty {
		f.marked[u] = false
		if f.removed[u] {
			continue
		}
		if k := ^f.score(u); k != f.key[u] {
			f.key[u] = k
			f.heap.push(entry{k, u, u})
		}
	}
	f.dirty = f.dirty[:0]
}
