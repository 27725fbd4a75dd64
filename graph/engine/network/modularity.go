package network

import "math"

// Modularity is Newman and Girvan's (2004) with a resolution (Reichardt and
// Bornholdt 2006); 0 without ties. Communities are numbers below the number of
// nodes.
func (w *Network) Modularity(community []uint32, gamma float64) float64 {
	s := &shape{begins: w.Begins, ends: w.Ends, weights: w.Weights, strength: make([]uint32, w.Size())}
	twice := 0.0
	for v := range s.strength {
		for at := w.Begins[v]; at < w.Begins[v+1]; at++ {
			s.strength[v] += w.Weight(at)
		}
		twice += float64(s.strength[v])
	}
	return s.modularity(community, gamma, twice)
}

func (w *shape) modularity(community []uint32, gamma, twice float64) float64 {
	if twice == 0 {
		return 0
	}
	inner, held := uint64(0), make([]uint64, w.size())
	for v := range uint32(w.size()) { //nolint:gosec // fewer than 2^31 nodes
		c := community[v]
		held[c] += uint64(w.strength[v])
		for at := w.begins[v]; at < w.begins[v+1]; at++ {
			if community[w.ends[at]] == c {
				inner += uint64(w.weight(at))
			}
		}
	}
	expected := 0.0
	for _, s := range held {
		expected += float64(s) * float64(s)
	}
	return float64(inner)/twice - gamma*expected/(twice*twice)
}

// Agreement is the normalised mutual information of two divisions of the same
// nodes (Danon et al. 2005): 1 where they are the same, 0 where one says nothing
// about the other. Two divisions into one community agree. Communities are
// numbers below the number of nodes.
func Agreement(a, b []uint32) float64 {
	n := len(a)
	of, inA, inB := map[[2]uint32]int{}, make([]int, n), make([]int, n)
	for v := range a {
		of[[2]uint32{a[v], b[v]}]++
		inA[a[v]]++
		inB[b[v]]++
	}
	hA, hB := entropy(inA, n), entropy(inB, n)
	if hA+hB == 0 {
		return 1
	}
	both := make([]int, 0, len(of))
	for _, count := range of {
		both = append(both, count)
	}
	return 2 * (hA + hB - entropy(both, n)) / (hA + hB)
}

// entropy adds up sizes in ascending order, so that it does not hang on the
// order in which they come.
func entropy(sizes []int, n int) float64 {
	times := map[int]int{}
	most := 0
	for _, s := range sizes {
		times[s]++
		most = max(most, s)
	}
	h := 0.0
	for s := 1; s <= most; s++ {
		if k := times[s]; k > 0 {
			p := float64(s) / float64(n)
			h -= float64(k) * p * math.Log(p)
		}
	}
	return h
}
