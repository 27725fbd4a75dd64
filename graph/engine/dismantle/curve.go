package dismantle

import "entente/graph/engine/network"

// largestAfter gives the size of the largest component after each number of
// removals, 0 to len(order), by putting the nodes back in reverse.
func largestAfter(w *network.Network, order []uint32) []int {
	present := make([]bool, w.Size())
	for v := range present {
		present[v] = true
	}
	for _, v := range order {
		present[v] = false
	}
	parts, largest := newForest(w.Size()), 0
	put := func(v uint32) {
		root := parts.find(v)
		for _, end := range w.Row(v) {
			if present[end] {
				root = parts.union(root, end)
			}
		}
		largest = max(largest, parts.size(root))
	}
	for v := range uint32(w.Size()) { //nolint:gosec // fewer than 2^31 nodes
		if present[v] {
			put(v)
		}
	}
	sizes := make([]int, len(order)+1)
	for k := len(order); ; k-- {
		sizes[k] = largest
		if k == 0 {
			return sizes
		}
		present[order[k-1]] = true
		put(order[k-1])
	}
}

// reached is the first number of removals after which the largest component
// is below the floor; false where none is.
func reached(sizes []int, floor float64) (int, bool) {
	for k, size := range sizes {
		if float64(size) < floor {
			return k, true
		}
	}
	return len(sizes) - 1, false
}

// areaOf is the area under the curve, by trapezoids of step 1, until the
// largest component falls below a tenth, in shares of n, divided by n.
func areaOf(sizes []int, n int) float64 {
	last, _ := reached(sizes, float64(n)/10)
	twice := 0
	for k := 1; k <= last; k++ {
		twice += sizes[k-1] + sizes[k]
	}
	return float64(twice) / 2 / float64(n) / float64(n)
}

// goal is what an order is to make small: the area until the largest component
// falls below a tenth, or, with a number of removals, the sum over those.
type goal struct{ removals int }

// loss is what an order costs by its curve; without a number of removals it is
// areaOf, with what an order that never comes so far leaves until the last node.
func (g goal) loss(sizes []int, n int) float64 {
	if g.removals > 0 {
		sum := 0
		for k := 1; k <= g.removals; k++ {
			sum += sizes[min(k, len(sizes)-1)]
		}
		return float64(sum) / float64(n)
	}
	last, ok := reached(sizes, float64(n)/10)
	area := areaOf(sizes, n)
	if !ok {
		area += float64(n-last) * float64(sizes[last]) / float64(n) / float64(n)
	}
	return area
}

// enough is the number of removals that count.
func (g goal) enough(sizes []int, n int) int {
	if g.removals > 0 {
		return min(g.removals, len(sizes)-1)
	}
	at, _ := reached(sizes, float64(n)/10)
	return at
}
