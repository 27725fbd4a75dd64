package dismantle

import "entente/graph/engine/network"

// buckets is a queue of nodes by a small number, the largest out first; of
// equals the one put in last.
type buckets struct {
	rows [][]uint32
	at   []int32 // the present number, -1 for gone
	top  int
}

func newBuckets(n, most int) *buckets {
	b := &buckets{rows: make([][]uint32, most+1), at: make([]int32, n)}
	for i := range b.at {
		b.at[i] = -1
	}
	return b
}

func (b *buckets) put(v uint32, number int) {
	b.at[v] = int32(number) //nolint:gosec // fewer than 2^31 nodes
	b.rows[number] = append(b.rows[number], v)
	b.top = max(b.top, number)
}

func (b *buckets) pop() (uint32, int, bool) {
	for b.top >= 0 {
		row := b.rows[b.top]
		if len(row) == 0 {
			b.top--
			continue
		}
		v := row[len(row)-1]
		b.rows[b.top] = row[:len(row)-1]
		if int(b.at[v]) == b.top {
			b.at[v] = -1
			return v, b.top, true
		}
	}
	return 0, 0, false
}

// byDegree removes the node with the most ties left, until no tie is left.
func byDegree(w *network.Network) []uint32 { return byDegreeFrom(w, make([]bool, w.Size())) }

// byDegreeFrom does so on what is left after some removals.
func byDegreeFrom(w *network.Network, removed []bool) []uint32 {
	n, most := w.Size(), 0
	degree := make([]int, n)
	for v := range uint32(n) { //nolint:gosec // fewer than 2^31 nodes
		if removed[v] {
			continue
		}
		for _, end := range w.Row(v) {
			if !removed[end] {
				degree[v]++
			}
		}
		most = max(most, degree[v])
	}
	b := newBuckets(n, most)
	for v := range uint32(n) { //nolint:gosec // fewer than 2^31 nodes
		if !removed[v] {
			b.put(v, degree[v])
		}
	}
	var order []uint32
	for {
		v, number, ok := b.pop()
		if !ok || number == 0 {
			return order
		}
		order = append(order, v)
		for _, end := range w.Row(v) {
			if b.at[end] > 0 {
				b.put(end, int(b.at[end])-1)
			}
		}
	}
}
