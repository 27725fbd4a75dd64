package engine_test

import "math/rand/v2"

// generated are the ends of links of an invented network of a given size: ten
// links a node, groups of some dozens in which most links stay, and a few hubs
// that many links lead to, as in networks that people make.
func generated(links int) (nodes int, pairs [][2]int) {
	nodes = max(links/10, 20)
	random := rand.New(rand.NewPCG(uint64(links), 1)) //nolint:gosec // repeatable on purpose
	pairs = make([][2]int, links)
	for i := range pairs {
		a := random.IntN(nodes)
		var b int
		switch draw := random.IntN(100); {
		case draw < 70: // within the group
			b = min(a-a%40+random.IntN(40), nodes-1)
		case draw < 90: // anywhere
			b = random.IntN(nodes)
		default: // a hub: the smaller the number, the likelier
			u := random.Float64()
			b = int(u * u * u * u * float64(nodes))
		}
		pairs[i] = [2]int{a, b}
	}
	return nodes, pairs
}
