package engine

// piles are elements put by groups. Each core has piles of its own, so that none
// waits for another, in pieces cut from larger slabs, so that nothing needs to be
// counted first. What one core puts into a group keeps its order.
type piles[T any] struct {
	open  [][]T   // by group, the piece that is being filled
	full  [][][]T // by group
	piece int
	slab  []T
	spare [][]T // pieces that are no longer needed elsewhere
}

// A piece has room for so many elements; a slab for at most so many pieces.
const (
	pieceOf = 256
	slabOf  = 64
)

// newPiles are piles for about so many elements.
func newPiles[T any](groups, elements int) *piles[T] {
	return &piles[T]{open: make([][]T, groups), full: make([][][]T, groups), piece: max(min(elements/groups, pieceOf), 1)}
}

// next is where the next element of a group goes.
func (p *piles[T]) next(group uint32) *T {
	open := p.open[group]
	if len(open) == cap(open) {
		open = p.turn(group)
	}
	open = open[:len(open)+1]
	p.open[group] = open
	return &open[len(open)-1]
}

// turn begins a new piece.
func (p *piles[T]) turn(group uint32) []T {
	if open := p.open[group]; len(open) > 0 {
		p.full[group] = append(p.full[group], open)
	}
	if last := len(p.spare) - 1; last >= 0 {
		fresh := p.spare[last][:0]
		p.spare = p.spare[:last]
		return fresh
	}
	if len(p.slab) < p.piece {
		p.slab = make([]T, p.piece*min(slabOf, len(p.open)+1))
	}
	fresh := p.slab[:0:p.piece]
	p.slab = p.slab[p.piece:]
	return fresh
}

// eachPiled yields a group's elements in pieces, those of each core in their order.
func eachPiled[T any](all []*piles[T], group int, yield func(piece []T)) {
	for _, p := range all {
		for _, piece := range p.full[group] {
			yield(piece)
		}
		yield(p.open[group])
	}
}

// heights says where each group begins if all lie one after the other, and where
// the last ends.
func heights[T any](all []*piles[T], groups int) []uint32 {
	begins := make([]uint32, groups+1)
	for g := range groups {
		n := 0
		eachPiled(all, g, func(piece []T) { n += len(piece) })
		begins[g+1] = begins[g] + uint32(n) //nolint:gosec // fewer than 2^32 links
	}
	return begins
}

// gathered appends a group's elements.
func gathered[T any](into []T, all []*piles[T], group int) []T {
	eachPiled(all, group, func(piece []T) { into = append(into, piece...) })
	return into
}
