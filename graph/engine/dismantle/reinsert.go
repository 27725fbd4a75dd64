package dismantle

import (
	"entente/graph/engine/network"
)

// reinserter puts removed nodes back, the one that makes the smallest part
// first (the reinsertion of Braunstein et al. 2016, carried on to the first).
type reinserter struct {
	w       *network.Network
	present []bool
	parts   forest
	// small are nodes away from the giant, by a size that is never more than
	// the one they would make now; beside are those tied to it, by what they
	// would add to it.
	small, beside heap
	giant         uint32   // a node of it
	next          []uint32 // rings of the nodes of each part
	key           []uint32 // of each node that waits, as last judged
	where         []bool   // whether it waits beside the giant
	tie, joins    []uint32
	seen, heard   []uint32
	stamp, told   uint32
}

func newReinserter(w *network.Network) *reinserter {
	n := w.Size()
	return &reinserter{
		w: w, present: make([]bool, n), parts: newForest(n), seen: make([]uint32, n),
		next: make([]uint32, n), tie: make([]uint32, n), heard: make([]uint32, n), key: make([]uint32, n), where: make([]bool, n),
	}
}

// joined is the size of the part that v would be in, without the giant, and
// whether the giant would be in it.
func (r *reinserter) joined(v uint32, giant uint32) (uint32, bool) {
	r.stamp++
	sum, beside := uint32(1), false
	row := r.w.Row(v)
	for _, end := range row {
		if !r.present[end] {
			continue
		}
		root := r.parts.find(end)
		if r.seen[root] == r.stamp {
			continue
		}
		r.seen[root] = r.stamp
		if root == giant {
			beside = true
		} else {
			sum += uint32(r.parts.size(root)) //nolint:gosec // fewer than 2^31 nodes
		}
	}
	return sum, beside
}

// union joins the parts of two nodes, given a root each.
func (r *reinserter) union(a, b uint32) uint32 {
	b = r.parts.find(b)
	if a == b {
		return a
	}
	r.next[a], r.next[b] = r.next[b], r.next[a]
	if r.parts[a] > r.parts[b] {
		a, b = b, a
	}
	r.parts[a] += r.parts[b]
	r.parts[b] = int32(a) //nolint:gosec // fewer than 2^31 nodes
	return a
}

// put puts a node back.
func (r *reinserter) put(v uint32) uint32 {
	r.present[v] = true
	root := r.parts.find(v)
	for _, end := range r.w.Row(v) {
		if r.present[end] {
			root = r.union(root, end)
		}
	}
	return root
}

// begin makes the state in which the nodes of order are removed.
func (r *reinserter) begin(order []uint32) {
	r.parts.reset()
	for v := range r.next {
		r.next[v] = uint32(v)
	}
	for v := range r.present {
		r.present[v] = true
	}
	for _, v := range order {
		r.present[v] = false
	}
	for v := range uint32(len(r.present)) { //nolint:gosec // fewer than 2^31 nodes
		if !r.present[v] {
			continue
		}
		root := r.parts.find(v)
		for _, end := range r.w.Row(v) {
			if end > v {
				break
			}
			if r.present[end] {
				root = r.union(root, end)
			}
		}
	}
	r.giant = 0
	for v := range uint32(len(r.present)) { //nolint:gosec // fewer than 2^31 nodes
		if r.parts[v] < r.parts[r.giant] {
			r.giant = v
		}
	}
}

// wait judges a node that waits and puts it into its heap.
func (r *reinserter) wait(v, giant uint32) {
	size, beside := r.joined(v, giant)
	r.key[v], r.where[v] = size, beside
	if beside {
		r.beside.push(entry{size, r.tie[v], v})
	} else {
		r.small.push(entry{size, r.tie[v], v})
	}
}

// stale says whether an entry was replaced by a later one.
func (r *reinserter) stale(e entry, beside bool) bool {
	return r.present[e.node] || r.key[e.node] != e.key || r.where[e.node] != beside
}

// reorder gives a new order of the same nodes: reversed, it puts back at each
// step the node that makes the smallest part; of equals the one removed last.
func (r *reinserter) reorder(order []uint32) []uint32 {
	r.begin(order)
	r.small, r.beside = r.small[:0], r.beside[:0]
	giant := r.parts.find(r.giant)
	for i, v := range order {
		r.tie[v] = uint32(len(order) - i) //nolint:gosec // fewer than 2^31 nodes
		r.wait(v, giant)
	}
	out := make([]uint32, len(order))
	for at := len(order); at > 0; {
		if v, beside, ok := r.take(); ok {
			at--
			out[at] = v
			r.place(v, r.parts.find(r.giant), beside)
		}
	}
	return out
}

// take takes the best of the nodes that wait; false where it was judged too
// low and waits again.
func (r *reinserter) take() (uint32, bool, bool) {
	giant := r.parts.find(r.giant)
	whole := uint32(r.parts.size(giant)) //nolint:gosec // fewer than 2^31 nodes
	for len(r.small) > 0 && r.stale(r.small[0], false) {
		r.small.pop()
	}
	for len(r.beside) > 0 && r.stale(r.beside[0], true) {
		r.beside.pop()
	}
	from := &r.small
	if len(r.small) == 0 || len(r.beside) > 0 && r.beside[0].key+whole < r.small[0].key {
		from = &r.beside
	}
	top := from.pop()
	size, beside := r.joined(top.node, giant)
	if beside != (from == &r.beside) || size > top.key {
		r.wait(top.node, giant)
		return 0, false, false
	}
	return top.node, beside, true
}

// place puts a node back and judges anew those whose judgement was too high.
func (r *reinserter) place(v, giant uint32, beside bool) {
	if !beside {
		if root := r.put(v); 2*r.parts.size(root) > 3*r.parts.size(giant) {
			r.crown(root)
		}
		return
	}
	r.stamp++
	joins := r.joins[:0]
	for _, end := range r.w.Row(v) {
		if r.present[end] {
			if root := r.parts.find(end); root != giant && r.seen[root] != r.stamp {
				r.seen[root] = r.stamp
				joins = append(joins, root)
			}
		}
	}
	r.joins = joins
	r.absorb(v, 0)
	for _, root := range joins {
		r.absorb(root, uint32(r.parts.size(root))) //nolint:gosec // fewer than 2^31 nodes
	}
	r.put(v)
}

// crown takes another part as the giant.
func (r *reinserter) crown(root uint32) {
	r.giant = root
	former := r.beside
	r.beside = nil
	for _, e := range former {
		if !r.stale(e, true) {
			r.wait(e.node, root)
		}
	}
	r.absorb(root, uint32(r.parts.size(root))) //nolint:gosec // fewer than 2^31 nodes
}

// absorb tells those who wait beside a part of that size that it is in the
// giant: they add less to it by that.
func (r *reinserter) absorb(part, size uint32) {
	r.told++
	for u := part; ; {
		for _, end := range r.w.Row(u) {
			if r.present[end] || r.heard[end] == r.told || end == part {
				continue
			}
			r.heard[end] = r.told
			if r.where[end] && size == 0 {
				continue
			}
			r.key[end] = max(r.key[end], size+1) - size
			r.where[end] = true
			r.beside.push(entry{r.key[end], r.tie[end], end})
		}
		if u = r.next[u]; u == part {
			return
		}
	}
}
