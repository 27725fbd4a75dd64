package dismantle

import "entente/graph/engine/network"

// byCore removes the node with the most ties in the 2-core, until there is
// none, and then by degree: CoreHD of Zdeborová, Zhang and Zhou 2016.
func byCore(w *network.Network) []uint32 {
	n, most := w.Size(), 0
	degree := make([]int32, n) // of nodes in the core, in it; 0 for others
	for v := range uint32(n) {
		degree[v] = int32(w.Degree(v))
		most = max(most, w.Degree(v))
	}
	out := make([]bool, n)
	b := newBuckets(n, most)
	var peel []uint32
	leave := func(v uint32) {
		out[v] = true
		b.at[v] = -1
		for _, end := range w.Row(v) {
			if out[end] {
				continue
			}
			if degree[end]--; degree[end] == 1 {
				peel = append(peel, end)
			} else if degree[end] > 1 && b.at[end] >= 0 {
				b.put(end, int(degree[end]))
			}
		}
	}
	strip := func() {
		for len(peel) > 0 {
			v := peel[len(peel)-1]
			peel = peel[:len(peel)-1]
			if !out[v] {
				leave(v)
			}
		}
	}
	for v := range uint32(n) {
		if degree[v] <= 1 {
			peel = append(peel, v)
		}
	}
	strip()
	for v := range uint32(n) {
		if !out[v] {
			b.put(v, int(degree[v]))
		}
	}
	var order []uint32
	removed := make([]bool, n)
	for {
		v, number, ok := b.pop()
		if !ok || number < 2 {
			break
		}
		if out[v] {
			continue
		}
		order = append(order, v)
		removed[v] = true
		leave(v)
		strip()
	}
	return append(order, byDegreeFrom(w, removed)...)
}
