package network

// Cores gives, by node, the greatest k for which it belongs to a part in which
// every node has at least k ties within (Batagelj and Zaversnik 2003): O(n + m).
func Cores(w *Network) []int {
	n := w.Size()
	degree, most := make([]int, n), 0
	for v := range degree {
		degree[v] = w.Degree(uint32(v)) //nolint:gosec // fewer than 2^32 nodes
		most = max(most, degree[v])
	}
	begins := make([]int, most+2) // where the nodes of each degree begin
	for _, d := range degree {
		begins[d+1]++
	}
	for d := range most + 1 {
		begins[d+1] += begins[d]
	}
	order, place := make([]uint32, n), make([]int, n)
	next := append([]int(nil), begins...)
	for v, d := range degree {
		order[next[d]], place[v] = uint32(v), next[d] //nolint:gosec // fewer than 2^32 nodes
		next[d]++
	}
	for at := range order {
		v := order[at]
		for _, end := range w.Row(v) {
			if degree[end] <= degree[v] {
				continue
			}
			first := max(begins[degree[end]], at+1) // of its degree that is left
			other := order[first]
			order[place[end]], place[other] = other, place[end]
			order[first], place[end] = end, first
			begins[degree[end]] = first + 1
			degree[end]--
		}
	}
	return degree
}
