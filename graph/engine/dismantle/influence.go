package dismantle

import "entente/graph/engine/network"

// byInfluence removes the node of the most collective influence (Morone and
// Makse 2015) at a distance, in batches of a share of the network, and then
// the rest by degree.
func byInfluence(w *network.Network, radius, batches int) []uint32 {
	n := w.Size()
	removed := make([]bool, n)
	degree := make([]int32, n)
	for v := range uint32(n) {
		degree[v] = int32(w.Degree(v))
	}
	seen, stamp := make([]uint32, n), uint32(0)
	ball := func(v uint32, upto int, visit func(u uint32, far int)) {
		stamp++
		seen[v] = stamp
		level := []uint32{v}
		for far := 0; len(level) > 0; far++ {
			var next []uint32
			for _, u := range level {
				visit(u, far)
				if far == upto {
					continue
				}
				for _, end := range w.Row(u) {
					if !removed[end] && seen[end] != stamp {
						seen[end] = stamp
						next = append(next, end)
					}
				}
			}
			level = next
		}
	}
	score := func(v uint32) uint32 {
		if degree[v] <= 1 {
			return 0
		}
		sum := int64(0)
		ball(v, radius, func(u uint32, far int) {
			if far == radius {
				sum += int64(degree[u] - 1)
			}
		})
		return uint32(min(sum*int64(degree[v]-1), 1<<31))
	}
	var h heap
	key := make([]uint32, n)
	for v := range uint32(n) {
		key[v] = ^score(v)
		h = append(h, entry{key[v], v, v})
	}
	h.init()
	var order, dirty []uint32
	marked := make([]bool, n)
	batch := max(1, n/batches)
	flush := func() {
		for _, u := range dirty {
			marked[u] = false
			if removed[u] {
				continue
			}
			if k := ^score(u); k != key[u] {
				key[u] = k
				h.push(entry{k, u, u})
			}
		}
		dirty = dirty[:0]
	}
	for len(h) > 0 {
		e := h.pop()
		if removed[e.node] || key[e.node] != e.key {
			continue
		}
		if e.key == ^uint32(0) {
			break
		}
		order = append(order, e.node)
		ball(e.node, radius+1, func(u uint32, _ int) {
			if !marked[u] {
				marked[u] = true
				dirty = append(dirty, u)
			}
		})
		removed[e.node] = true
		for _, end := range w.Row(e.node) {
			degree[end]--
		}
		if len(order)%batch == 0 {
			flush()
		}
	}
	return append(order, byDegreeFrom(w, removed)...)
}
