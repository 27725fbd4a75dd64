package network

import "context"

// Brokerage counts the pairs of a node's neighbours that have no tie of their
// own, by the groups of the three (Gould and Fernandez 1989; without a
// direction a gatekeeper and a representative are one).
type Brokerage struct {
	// Coordinator counts pairs in which all three are of one group.
	Coordinator int
	// Consultant counts pairs of one group around a broker of another.
	Consultant int
	// Gatekeeper counts pairs of which one is of the broker's group.
	Gatekeeper int
	// Liaison counts pairs in which all three are of different groups.
	Liaison int
}

// Between is how many pairs are not of one group with the broker.
func (b Brokerage) Between() int { return b.Consultant + b.Gatekeeper + b.Liaison }

// Broker counts brokerage by node. groups gives the group of each node; a node
// of group 0 is of no group and left out, as broker and as neighbour. It costs
// O(sum over ties of the smaller degree). The error is the context's.
func Broker(ctx context.Context, w *Network, groups []uint32) ([]Brokerage, error) {
	out := make([]Brokerage, w.Size())
	many := map[uint32]int{}
	for v := range uint32(w.Size()) { //nolint:gosec // fewer than 2^32 nodes
		if v&1023 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		own := groups[v]
		if own == 0 {
			continue
		}
		clear(many)
		all := 0
		for _, end := range w.Row(v) {
			if groups[end] != 0 {
				many[groups[end]]++
				all++
			}
		}
		alike := 0
		for group, n := range many {
			if group != own {
				alike += n * (n - 1) / 2
			}
		}
		mine := many[own]
		out[v] = Brokerage{mine * (mine - 1) / 2, alike, mine * (all - mine), (all-mine)*(all-mine-1)/2 - alike}
	}
	return out, closed(ctx, w, groups, out)
}

// closed takes away the pairs that have a tie, triangle by triangle.
func closed(ctx context.Context, w *Network, groups []uint32, out []Brokerage) error {
	for a := range uint32(w.Size()) { //nolint:gosec // fewer than 2^32 nodes
		if a&1023 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		for _, b := range w.Row(a) {
			if b <= a {
				continue
			}
			few, other := a, b
			if w.Degree(b) < w.Degree(a) {
				few, other = b, a
			}
			for _, c := range w.Row(few) {
				if c != other && groups[a] != 0 && groups[b] != 0 && groups[c] != 0 && w.Tied(c, other) {
					out[c].without(groups[c], groups[a], groups[b])
				}
			}
		}
	}
	return nil
}

func (b *Brokerage) without(own, one, other uint32) {
	switch {
	case one == own && other == own:
		b.Coordinator--
	case one == own || other == own:
		b.Gatekeeper--
	case one == other:
		b.Consultant--
	default:
		b.Liaison--
	}
}
