package dismantle

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"entente/graph/engine/network"
)

// Successor is somebody who could take over from one who is removed.
type Successor struct {
	Node uint32
	// SharedTies is how many of the removed one's ties it has too, Similarity
	// their share of the ties of both (Jaccard; structural equivalence after
	// Lorrain and White 1971).
	SharedTies int
	Similarity float64
	// SameRole says that both have a role in common; Tied that they knew each other.
	SameRole, Tied bool
	// Bridges is into how many pieces the neighbours of the removed one that hang
	// together with it would fall without it too: where more than 1 it is a broker,
	// who holds together what the removed one held.
	Bridges int
}

// Successors ranks those left who could take the place of v, removed together
// with others: same role first, then by shared ties and bridges. roles are
// labels of each node, nil for none. Only those with a role in common, a shared
// tie or a tie to v are named, at most so many.
func Successors(w *network.Network, removed []uint32, v uint32, roles [][]string, most int) []Successor {
	gone := make([]bool, w.Size())
	for _, u := range removed {
		gone[u] = true
	}
	gone[v] = true
	beside := make([]bool, w.Size())
	for _, end := range w.Row(v) {
		beside[end] = true
	}
	bridges := bridging(w, gone, beside)
	var found []Successor
	for _, u := range alive(gone) {
		s := successor(w, v, u)
		s.Bridges = bridges[u]
		s.SameRole = roles != nil && slices.ContainsFunc(roles[v], func(role string) bool { return slices.Contains(roles[u], role) })
		if s.SameRole || s.Tied || s.SharedTies > 0 {
			found = append(found, s)
		}
	}
	slices.SortStableFunc(found, func(a, b Successor) int {
		return cmp.Or(oneIf(b.SameRole)-oneIf(a.SameRole), b.SharedTies-a.SharedTies, b.Bridges-a.Bridges, oneIf(b.Tied)-oneIf(a.Tied))
	})
	return found[:min(len(found), most)]
}

func oneIf(b bool) int {
	if b {
		return 1
	}
	return 0
}

func successor(w *network.Network, v, u uint32) Successor {
	s := Successor{Node: u, Tied: w.Tied(u, v)}
	for _, end := range w.Row(v) {
		if end != u && w.Tied(u, end) {
			s.SharedTies++
		}
	}
	if all := w.Degree(u) + w.Degree(v) - s.SharedTies; all > 0 {
		s.Similarity = float64(s.SharedTies) / float64(all)
	}
	return s
}

// Rewired is the size of the largest component after each number of removals if
// the network closes its ranks in between (Duijn, Kashirin and Sloot 2014): each
// one who lost a tie finds, with a chance of rate, a new one to a random
// acquaintance of the one removed or of an own acquaintance, not yet tied to.
// The same seed gives the same curve. A rate outside 0 to 1 is a BadInput.
func Rewired(w *network.Network, order []uint32, rate float64, seed uint64) ([]int, error) {
	if !(rate >= 0 && rate <= 1) {
		return nil, &BadInput{Field: "rate", Message: "A rate is from 0 to 1."}
	}
	if _, err := Score(w, order, nil); err != nil {
		return nil, err
	}
	r := &rewiring{rng: rand.New(rand.NewPCG(seed, 14)), gone: make([]bool, w.Size())} //nolint:gosec // repeatable on purpose
	for v := range uint32(w.Size()) {                                                  //nolint:gosec // fewer than 2^31 nodes
		r.ties = append(r.ties, slices.Clone(w.Row(v)))
	}
	sizes := []int{r.largest()}
	for _, v := range order {
		r.remove(v, rate)
		sizes = append(sizes, r.largest())
	}
	return sizes, nil
}

type rewiring struct {
	rng  *rand.Rand
	ties [][]uint32 // ascending
	gone []bool
}

func (r *rewiring) remove(v uint32, rate float64) {
	r.gone[v] = true
	left := r.ties[v]
	r.ties[v] = nil
	for _, a := range left {
		at, _ := slices.BinarySearch(r.ties[a], v)
		r.ties[a] = slices.Delete(r.ties[a], at, at+1)
	}
	for _, a := range left {
		if r.rng.Float64() >= rate {
			continue
		}
		if near := r.acquaintances(a, left); len(near) > 0 {
			r.tie(a, near[r.rng.IntN(len(near))])
		}
	}
}

func (r *rewiring) acquaintances(a uint32, left []uint32) []uint32 {
	near := slices.Clone(left)
	for _, b := range r.ties[a] {
		near = append(near, r.ties[b]...)
	}
	slices.Sort(near)
	return slices.DeleteFunc(slices.Compact(near), func(c uint32) bool {
		_, tied := slices.BinarySearch(r.ties[a], c)
		return c == a || tied
	})
}

func (r *rewiring) tie(a, b uint32) {
	for range 2 {
		at, _ := slices.BinarySearch(r.ties[a], b)
		r.ties[a] = slices.Insert(r.ties[a], at, b)
		a, b = b, a
	}
}

func (r *rewiring) largest() int {
	parts, most := newForest(len(r.ties)), 0
	for v := range r.ties {
		if r.gone[v] {
			continue
		}
		root := parts.find(uint32(v)) //nolint:gosec // fewer than 2^31 nodes
		for _, end := range r.ties[v] {
			root = parts.union(root, end)
		}
		most = max(most, parts.size(root))
	}
	return most
}
