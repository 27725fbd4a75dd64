package engine

import (
	"context"
	"math"
	"slices"

	"entente/auth/policy"
	"entente/graph"
)

// compact is the part of the graph that one question is about, numbered anew:
// its entities in the order of ids, and a web of their ties.
type compact struct {
	view  *View
	lens  *lens
	roots []uint32
	web   *web
}

// web is an undirected weighted graph in rows. A tie stands in the rows of both
// its ends. Weights are whole numbers, so sums of them are exact in any order.
type web struct {
	begins  []uint32
	ends    []uint32
	weights []float64
	// strength is, by node, the sum of its ties' weights, with those of the
	// nodes it was made of.
	strength []float64
	// total is the sum of the weights of all ties of the first web.
	total float64
}

func (w *web) size() int { return len(w.strength) }

func (v *View) compact(ctx context.Context, sight policy.Sight, options CommunityOptions) (*compact, error) {
	links := options.Links
	links.Direction = graph.Outgoing
	f, err := v.sieve(sight, links)
	if err != nil {
		return nil, graph.Under("links", err)
	}
	kinds, err := v.recordKinds(options.RecordKinds)
	if err != nil {
		return nil, err
	}
	if math.IsNaN(options.Resolution) || options.Resolution < 0 || options.Resolution > 1e6 {
		return nil, graph.Bad("resolution", "The resolution lies between 0 and 1,000,000; 0 is 1.")
	}
	c := &compact{view: v, lens: f.lens, roots: v.scope(f.lens, options.Scope)}
	c.roots = slices.DeleteFunc(c.roots, func(n uint32) bool { return kinds>>v.kindNumber(n)&1 == 0 })
	w := v.borrow()
	defer v.giveBack(w)
	return c, c.weave(ctx, f, w)
}

// scope gives the roots of what is to be divided, in the order of ids.
func (v *View) scope(l *lens, records []graph.ID) []uint32 {
	if records != nil {
		return v.rootsOf(l, records)
	}
	roots := make([]uint32, 0, v.size())
	for n := range uint32(v.size()) { //nolint:gosec // fewer than 2^31 nodes
		if mark := v.mark(n); l.sees(mark) && l.entityOf(n, mark) == n {
			roots = append(roots, n)
		}
	}
	if v.over != nil && len(v.over.nodes) > 0 {
		slices.SortFunc(roots, v.order)
	}
	return roots
}

// weave collects the ties: each link once from its From, then turned round.
func (c *compact) weave(ctx context.Context, f *sieve, w *workshop) error {
	for i, root := range c.roots {
		w.stamps[root] = w.floor + uint32(i) //nolint:gosec // fewer than 2^31 nodes
	}
	w.ceiling = w.floor + uint32(len(c.roots)) //nolint:gosec // fewer than 2^31 nodes
	n := len(c.roots)
	pairs := make([]uint64, 0, n)
	for i, root := range c.roots {
		if i&1023 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		var one [1]uint32
		w.near = w.near[:0]
		for _, member := range f.lens.records(root, &one) {
			w.near = f.near(w.near, member)
		}
		for _, far := range w.near {
			if far&joined != 0 {
				far = f.lens.entityOf(far&^joined, far)
			}
			if at := w.stamps[far]; at >= w.floor && far != root {
				pairs = append(pairs, uint64(i)<<32|uint64(at-w.floor)) //nolint:gosec // i is not negative
			}
		}
	}
	c.web = weave(n, pairs)
	return nil
}

// weave makes a web of n nodes from pairs of them, one for each link.
func weave(n int, pairs []uint64) *web {
	degree := make([]uint32, n+1)
	for _, p := range pairs {
		degree[p>>32+1]++
		degree[uint32(p)+1]++ //nolint:gosec // the lower half
	}
	for i := range n {
		degree[i+1] += degree[i]
	}
	next := slices.Clone(degree)
	ends := make([]uint32, 2*len(pairs))
	for _, p := range pairs {
		a, b := uint32(p>>32), uint32(p) //nolint:gosec // the two halves
		ends[next[a]], ends[next[b]] = b, a
		next[a]++
		next[b]++
	}
	return merge(degree, ends, float64(len(pairs)))
}

// merge sorts each row and turns repeats into weights.
func merge(begins, ends []uint32, total float64) *web {
	n := len(begins) - 1
	w := &web{begins: make([]uint32, n+1), strength: make([]float64, n), total: total}
	w.weights = make([]float64, 0, len(ends))
	kept := uint32(0)
	for v := range n {
		row := ends[begins[v]:begins[v+1]]
		slices.Sort(row)
		w.strength[v] = float64(len(row))
		for i, end := range row {
			if i > 0 && row[i-1] == end {
				w.weights[kept-1]++
				continue
			}
			ends[kept] = end
			w.weights = append(w.weights, 1)
			kept++
		}
		w.begins[v+1] = kept
	}
	w.ends = ends[:kept]
	return w
}

// modularity is Newman and Girvan's (2004) with a resolution; 0 without ties.
func (w *web) modularity(community []uint32, gamma float64) float64 {
	if w.total == 0 {
		return 0
	}
	inner, strength := 0.0, make([]float64, w.size())
	for v := range uint32(w.size()) { //nolint:gosec // fewer than 2^31 nodes
		strength[community[v]] += w.strength[v]
		for at := w.begins[v]; at < w.begins[v+1]; at++ {
			if community[w.ends[at]] == community[v] {
				inner += w.weights[at]
			}
		}
	}
	expected := 0.0
	for _, s := range strength {
		expected += s * s
	}
	return inner/(2*w.total) - gamma*expected/(4*w.total*w.total)
}
