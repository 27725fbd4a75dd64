package dismantle

import "entente/graph/engine/network"

// byCore removes the node with the most ties in the 2-core, until there is
// none, and then by degree: CoreHD of Zdeborová, Zhang and Zhou 2016.
func byCore(w *network.Network) []uint32 {
	c := newCoring(w)
	var order []uint32
	removed := make([]bool, w.Size())
	for {
		v, number, ok := c.queue.pop()
		if !ok || number < 2 {
			return append(order, byDegreeFrom(w, removed)...)
		}
		if c.out[v] {
			continue
		}
		order = append(order, v)
		removed[v] = true
		c.leave(v)
		c.strip()
	}
}

// coring keeps the 2-core of what is left.
type coring struct {
	w      *network.Network
	degree []int32 // in the core, of nodes in it
	out    []bool  // of the core
	queue  *buckets
	peel   []uint32
}

func newCoring(w *network.Network) *coring {
	n, most := w.Size(), 0
	c := &coring{w: w, degree: make([]int32, n), out: make([]bool, n)}
	for v := range uint32(n) { //nolint:gosec // fewer than 2^31 nodes
		c.degree[v] = int32(w.Degree(v)) //nolint:gosec // fewer than 2^31 ties
		most = max(most, w.Degree(v))
		if c.degree[v] <= 1 {
			c.peel = append(c.peel, v)
		}
	}
	c.queue = newBuckets(n, most)
	c.strip()
	for v := range uint32(n) { //nolint:gosec // fewer than 2^31 nodes
		if !c.out[v] {
			c.queue.put(v, int(c.degree[v]))
		}
	}
	return c
}

func (c *coring) leave(v uint32) {
	c.out[v] = true
	c.queue.at[v] = -1
	for _, end := range c.w.Row(v) {
		if c.out[end] {
			continue
		}
		if c.degree[end]--; c.degree[end] == 1 {
			c.peel = append(c.peel, end)
		} else if c.degree[end] > 1 && c.queue.at[end] >= 0 {
			c.queue.put(end, int(c.degree[end]))
		}
	}
}

// strip takes out whatever has a single tie in the core.
func (c *coring) strip() {
	for len(c.peel) > 0 {
		v := c.peel[len(c.peel)-1]
		c.peel = c.peel[:len(c.peel)-1]
		if !c.out[v] {
			c.leave(v)
		}
	}
}
