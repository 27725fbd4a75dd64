package engine

import (
	"cmp"
	"math/bits"
	"slices"
)

// Ids are random, so that their first bits put them into groups of about one
// size, and the next bits put each nearly where it belongs. Ids of any other
// make are put into order too, only not as quickly.

// groupBits is how many bits of an id say its group.
const groupBits = 10

func groupOf(k key) uint32 { return uint32(k.hi >> (64 - groupBits)) } //nolint:gosec // its first bits

// filed is an element of a group: the first bits of its id, and where it is found.
type filed struct {
	hi uint64
	at uint32
}

// filing puts the elements of one group into the order of their ids. It is used
// for one group after the other.
type filing struct {
	put, sorted []filed
	next        []uint32
}

// few is how many elements are put in order by moving each to its place.
const few = 16

// inOrder puts what was filed into the order of ids, those of one id in the order
// of at. whole is an id, by which those with one hi are put in order. The answer is
// good until the next call.
func (f *filing) inOrder(whole func(at uint32) key) []filed {
	f.spread()
	begin := uint32(0)
	for _, end := range f.next { // next says now where each part ends
		if part := f.sorted[begin:end]; len(part) > few {
			slices.SortFunc(part, func(x, y filed) int { return compareFiled(x, y, whole) })
		} else {
			for i := 1; i < len(part); i++ {
				x, j := part[i], i
				for ; j > 0 && (part[j-1].hi > x.hi || part[j-1].hi == x.hi && compareFiled(part[j-1], x, whole) > 0); j-- {
					part[j] = part[j-1]
				}
				part[j] = x
			}
		}
		begin = end
	}
	return f.sorted
}

func compareFiled(x, y filed, whole func(at uint32) key) int {
	if x.hi != y.hi {
		return cmp.Compare(x.hi, y.hi)
	}
	return cmp.Or(compareKeys(whole(x.at), whole(y.at)), cmp.Compare(x.at, y.at))
}

// spread puts what was filed by the next bits of the ids, one or two to a part.
func (f *filing) spread() {
	n := len(f.put)
	wide := max(bits.Len(uint(n))-1, 0)
	f.sorted, f.next = sized(f.sorted, n), sized(f.next, 1<<wide)
	clear(f.next)
	shift := 64 - wide
	for i := range f.put {
		f.next[f.put[i].hi<<groupBits>>shift]++
	}
	at := uint32(0)
	for i, count := range f.next {
		f.next[i], at = at, at+count
	}
	for _, x := range f.put {
		next := &f.next[x.hi<<groupBits>>shift]
		f.sorted[*next] = x
		*next++
	}
}

// sized is a slice of n elements, in the room of another where that is enough.
func sized[T any](room []T, n int) []T {
	if cap(room) < n {
		return make([]T, n, n+n/4)
	}
	return room[:n]
}
