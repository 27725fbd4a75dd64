package engine_test

import (
	"math/bits"
	"slices"

	"entente/graph"
)

// naive is the network of a visible world of at most 32 entities, read off its
// links one by one: sets of entities are bits, by their places.
type naive struct {
	ids     []graph.ID // of the entities, in order
	kinds   []graph.RecordKind
	records [][]graph.ID     // by entity
	place   map[graph.ID]int // by record
	tied    []uint32         // by entity, those that it has a tie with
	links   map[[2]int]tally // from one entity to another
}

// tally is what the links from one entity to another come to.
type tally struct {
	count  int
	amount int64
	weak   uint8 // of the one that is graded best
}

// naive keeps the links that a filter lets through, whatever its direction.
func (w world) naive(f graph.LinkFilter) naive {
	f.Direction = ""
	entities := w.entities()
	d := naive{place: map[graph.ID]int{}, links: map[[2]int]tally{}}
	for id, records := range entities {
		if records[0] == id {
			d.ids = append(d.ids, id)
		}
	}
	slices.Sort(d.ids)
	d.kinds, d.tied = make([]graph.RecordKind, len(d.ids)), make([]uint32, len(d.ids))
	for i, id := range d.ids {
		d.records = append(d.records, entities[id])
		for _, r := range entities[id] {
			d.place[r] = i
		}
	}
	for _, n := range w.nodes {
		if i := d.place[n.ID]; d.ids[i] == n.ID {
			d.kinds[i] = n.Kind
		}
	}
	for _, e := range w.edges {
		a, b := d.place[e.From], d.place[e.To]
		if e.Kind == graph.SameAs || a == b || !fits(e, f) {
			continue
		}
		d.tied[a] |= 1 << b
		d.tied[b] |= 1 << a
		sum, ok := d.links[[2]int{a, b}]
		if !ok || e.Weakness < sum.weak {
			sum.weak = e.Weakness
		}
		d.links[[2]int{a, b}] = tally{sum.count + 1, sum.amount + max(0, e.Amount), sum.weak}
	}
	return d
}

func (d naive) all() uint32 { return uint32(1)<<len(d.ids) - 1 } //nolint:gosec // at most 32

// near adds to a set all that any of it has a tie with, of those left.
func (d naive) near(set, left uint32) uint32 {
	out := set
	for v := range d.ids {
		if set>>v&1 == 1 {
			out |= d.tied[v] & left
		}
	}
	return out
}

// piece is all that hangs together with an entity, of those left.
func (d naive) piece(v int, left uint32) uint32 {
	piece := uint32(1) << v
	for {
		more := d.near(piece, left)
		if more == piece {
			return piece
		}
		piece = more
	}
}

// pieces are those that are left, each once, in the order of their first entities.
func (d naive) pieces(left uint32) []uint32 {
	var out []uint32
	for rest := left; rest != 0; {
		piece := d.piece(bits.TrailingZeros32(rest), left)
		out = append(out, piece)
		rest &^= piece
	}
	return out
}

// named are the entities of a set.
func (d naive) named(set uint32) []graph.ID {
	var out []graph.ID
	for v, id := range d.ids {
		if set>>v&1 == 1 {
			out = append(out, id)
		}
	}
	return out
}
