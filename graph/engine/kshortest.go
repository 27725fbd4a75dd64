package engine

import (
	"cmp"
	"context"
	"slices"

	"entente/auth/policy"
	"entente/graph"
	"entente/tracing"
)

// KShortestOptions bound KShortest.
type KShortestOptions struct {
	RouteOptions
	// K is how many paths, at most 1,000; 0 is 3.
	K int
}

// KShortest finds the k best paths between the entities of two records that
// touch no entity twice, best first; paths that cost the same are in the order
// of their entity ids (Yen 1971, with Lawler's improvement of 1972). There may
// be fewer than k, or none. The error is graph.Missing for an end out of sight,
// a graph.Error for an option that cannot be, or the context's.
func (v *View) KShortest(ctx context.Context, sight policy.Sight, from, to graph.ID, o KShortestOptions) ([]Route, error) {
	ctx, end := tracing.Begin(ctx, "engine KShortest")
	defer end()
	if o.K < 0 || o.K > mostListed {
		return nil, graph.Bad("k", "Between 1 and 1,000 paths can be asked for; 0 is 3.")
	}
	if o.K == 0 {
		o.K = 3
	}
	g, s, err := v.between(ctx, sight, []graph.ID{from}, []graph.ID{to}, o.RouteOptions)
	if err != nil {
		return nil, err
	}
	defer g.leave()
	y := &yen{ground: g, ends: s.ends, most: o.MaxHops}
	if err := y.run(s, o.K); err != nil {
		return nil, err
	}
	var out []Route
	for _, c := range y.found {
		r, err := g.dress(c.chain)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// yen divides the paths that have not been found into sets by where they first
// turn off from one that has been: of each set it knows the best.
type yen struct {
	*ground
	ends  []uint32
	most  int
	found []turn
	open  []turn // the best of each set, best first
}

// turn is a chain and the place of its slots from which on it is unlike every
// chain found before.
type turn struct {
	chain
	at int
}

func (y *yen) run(first *seek, k int) error {
	weight, ok, err := first.run()
	if err != nil || !ok {
		return err
	}
	c, err := first.least(weight)
	if err != nil {
		return err
	}
	y.open = []turn{{c, 0}}
	for len(y.open) > 0 {
		best := y.open[0]
		y.open = y.open[1:]
		y.found = append(y.found, best)
		if len(y.found) == k {
			return nil
		}
		if err := y.divide(best); err != nil {
			return err
		}
	}
	return nil
}

// divide finds the best of each set that turns off from a chain just found.
func (y *yen) divide(from turn) error {
	prefix := uint64(0)
	for i := range len(from.slots) - 1 {
		step, err := y.arcTo(from.slots[i], from.slots[i+1])
		if err != nil {
			return err
		}
		if i >= from.at {
			if err := y.off(from, i, prefix); err != nil {
				return err
			}
		}
		prefix += step.weight
	}
	return nil
}

// off finds the best chain that shares the slots up to a place and no further.
func (y *yen) off(from turn, at int, prefix uint64) error {
	s := &seek{
		ground: y.ground, starts: from.slots[at : at+1], ends: y.ends, banned: map[uint32]bool{},
		first: from.slots[at], unused: map[uint32]bool{},
	}
	if y.most > 0 {
		if s.most = y.most - at; s.most == 0 {
			return nil
		}
	}
	for _, slot := range from.slots[:at] {
		s.banned[slot] = true
	}
	for _, c := range y.found {
		if len(c.slots) > at+1 && slices.Equal(c.slots[:at+1], from.slots[:at+1]) {
			s.unused[c.slots[at+1]] = true
		}
	}
	weight, ok, err := s.run()
	if err != nil || !ok {
		return err
	}
	rest, err := s.least(weight)
	if err != nil {
		return err
	}
	whole := chain{slots: append(slices.Clone(from.slots[:at]), rest.slots...), weight: prefix + weight}
	y.put(turn{whole, at})
	return nil
}

// put keeps the open chains in order.
func (y *yen) put(t turn) {
	place, _ := slices.BinarySearchFunc(y.open, t, func(a, b turn) int {
		return cmp.Or(cmp.Compare(a.weight, b.weight), slices.CompareFunc(a.slots, b.slots, y.order))
	})
	y.open = slices.Insert(y.open, place, t)
}

// order compares slots by their ids.
func (g *ground) order(a, b uint32) int { return g.ahead.view.order(g.roots[a], g.roots[b]) }
