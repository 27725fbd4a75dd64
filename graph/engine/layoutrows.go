package engine

import (
	"cmp"
	"slices"
)

// rowsOf puts the links of one region into rows. It is used for one region after
// the other.
type rowsOf[T any] struct {
	ties   []T
	next   []uint32 // by node of the region: where its row goes on; in the end, where it ends
	placed []placed
	// tied compares two links with equal rank and then; nil where there are none.
	tied func(x, y uint32) int
}

// placed is where a link stands in a row (by rank and then), and where it is found.
type placed struct {
	rank     uint64
	then, at uint32
}

func (r *rowsOf[T]) compare(a, b placed) int {
	switch {
	case a.rank != b.rank:
		return cmp.Compare(a.rank, b.rank)
	case a.then != b.then || r.tied == nil:
		return cmp.Compare(a.then, b.then)
	}
	return r.tied(a.at, b.at)
}

// begin makes room for the ties in so many rows; next then counts.
func (r *rowsOf[T]) begin(rows int) {
	r.next, r.placed = sized(r.next, rows), sized(r.placed, len(r.ties))
	clear(r.next)
}

// count turns the lengths of rows into where they begin, and tells, from a base on.
func (r *rowsOf[T]) count(starts []uint32, base uint32) {
	at := uint32(0)
	for v, length := range r.next {
		starts[v], r.next[v] = base+at, at
		at += length
	}
}

func (r *rowsOf[T]) place(row uint16, p placed) {
	r.placed[r.next[row]] = p
	r.next[row]++
}

// order puts each row in order.
func (r *rowsOf[T]) order() {
	begin := uint32(0)
	for _, end := range r.next {
		if row := r.placed[begin:end]; len(row) > few {
			slices.SortFunc(row, r.compare)
		} else {
			for i := 1; i < len(row); i++ {
				x, j := row[i], i
				for ; j > 0 && (x.rank < row[j-1].rank || x.rank == row[j-1].rank && r.compare(x, row[j-1]) < 0); j-- {
					row[j] = row[j-1]
				}
				row[j] = x
			}
		}
		begin = end
	}
}
