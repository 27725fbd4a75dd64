package dismantle

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"

	"entente/graph/engine/network"
)

// annealer improves an order of removals a window at a time. What lies outside
// a window is contracted: the parts that are left after its last removal.
type annealer struct {
	ctx      context.Context
	w        *network.Network
	rng      *rand.Rand
	floor    int32 // sizes below it cost nothing
	removals int   // states after more removals cost nothing
	present  []bool
	parts    forest
	place    []int32 // of a part or a node, in the window; -1
	worked   int64
	told     int64 // parts of the work told of
	whole    int64 // work
	tell     func()

	own     []int32 // sizes of the window's nodes and parts to begin with, negative
	parent  []int32
	begins  []int32
	adj     []int32
	kept    []int32 // parents at every so many places
	order   []int32
	last    int
	largest []int32 // after each number of removals
}

// annealParts is in how many parts annealing tells of its progress.
const annealParts = 50

func newAnnealer(ctx context.Context, w *network.Network, g goal, rng *rand.Rand, tell func()) *annealer {
	a := &annealer{ctx: ctx, w: w, rng: rng, tell: tell, floor: int32((w.Size() + 9) / 10), removals: math.MaxInt} //nolint:gosec // fewer than 2^31 nodes
	if g.removals > 0 {
		a.floor, a.removals = 0, g.removals
	}
	a.present = make([]bool, w.Size())
	a.parts = newForest(w.Size())
	a.place = make([]int32, w.Size())
	return a
}

func (a *annealer) begin(order []uint32) int32 {
	a.parts.reset()
	for v := range a.present {
		a.present[v] = true
		a.place[v] = -1
	}
	for _, v := range order {
		a.present[v] = false
	}
	largest := int32(0)
	for v := range uint32(len(a.present)) { //nolint:gosec // fewer than 2^31 nodes
		if a.present[v] {
			root := a.parts.find(v)
			for _, end := range a.w.Row(v) {
				if end > v {
					break
				}
				if a.present[end] {
					root = a.parts.union(root, end)
				}
			}
			largest = max(largest, -a.parts[root])
		}
	}
	return largest
}

// sweep goes over an order from its end, a window of a width at a time, each
// beginning half a width before the last, with so much work in all.
func (a *annealer) sweep(order []uint32, width int, budget int64, heat float64) {
	if len(order) == 0 {
		return
	}
	a.whole = max(1, budget)
	largest, shift := a.begin(order), max(1, width/2)
	windows := int64(max(1, (len(order)-width+shift-1)/shift+1))
	for j := len(order); j > 0; {
		i, next := max(0, j-width), max(0, j-shift)
		if i == 0 {
			next = 0
		}
		a.window(order[i:j], largest, budget/windows, heat)
		for k := j - 1; k >= next; k-- {
			largest = max(largest, a.put(order[k]))
		}
		j = next
	}
}

// put puts a node back and gives the size of its part.
func (a *annealer) put(v uint32) int32 {
	a.present[v] = true
	root := a.parts.find(v)
	for _, end := range a.w.Row(v) {
		if a.present[end] {
			root = a.parts.union(root, end)
		}
	}
	return -a.parts[root]
}

// contract makes the window's own small network: its nodes, numbered by their
// places, and the parts beside at least two of them.
func (a *annealer) contract(nodes []uint32) {
	a.own = a.own[:0]
	for i, v := range nodes {
		a.own = append(a.own, -1)
		a.place[v] = int32(i)
	}
	// parts met once lie within their node; met twice they get a place
	var touched []uint32
	for i, v := range nodes {
		for _, end := range a.w.Row(v) {
			if !a.present[end] {
				continue
			}
			root := a.parts.find(end)
			switch p := a.place[root]; {
			case p == -1:
				a.place[root] = int32(-2 - i)
				touched = append(touched, root)
			case p < -1 && p != int32(-2-i):
				a.place[root] = int32(len(a.own)) //nolint:gosec // fewer than 2^31 nodes
				a.own = append(a.own, a.parts[root])
			}
		}
	}
	a.begins = append(a.begins[:0], 0)
	a.adj = a.adj[:0]
	met := make([]int32, len(a.own))
	for i, v := range nodes {
		for _, end := range a.w.Row(v) {
			p := a.place[end]
			if a.present[end] {
				root := a.parts.find(end)
				p = a.place[root]
				if p < -1 { // of this node alone
					a.own[i] += a.parts[root]
					a.place[root] = -1
					continue
				}
			}
			if p >= 0 && met[p] != int32(i+1) {
				met[p] = int32(i + 1)
				a.adj = append(a.adj, p)
			}
		}
		a.begins = append(a.begins, int32(len(a.adj))) //nolint:gosec // fewer than 2^31 nodes
	}
	for _, root := range touched {
		a.place[root] = -1
	}
	for _, v := range nodes {
		a.place[v] = -1
	}
	a.parent = append(a.parent[:0], a.own...)
}

// stride is the number of places between two kept states of a window.
const stride = 24

// state gives the kept parents as of a place: with all nodes from it on put back.
func (a *annealer) state(slot int) []int32 {
	size := len(a.own)
	return a.kept[slot*size : (slot+1)*size]
}

// replay puts back the nodes of the places below from, down to place to, and
// gives the change of the cost if nothing below that changes. It begins at the
// nearest kept state; with keep it notes sizes and states.
func (a *annealer) replay(order []int32, from, to int, keep bool) int64 {
	n := len(order)
	slot := (from + stride - 1) / stride
	parent := a.parent
	copy(parent, a.state(slot))
	at := min(n, slot*stride)
	largest := a.largest[at]
	change := int64(0)
	a.worked += int64(len(parent)/8 + 8)
	for t := at - 1; t >= to; t-- {
		v := order[t]
		root := v
		row := a.adj[a.begins[v]:a.begins[v+1]]
		a.worked += int64(len(row)) + 1
		for _, p := range row {
			up := parent[p]
			if up == absent {
				continue
			}
			for up >= 0 {
				if over := parent[up]; over >= 0 {
					parent[p] = over
				}
				p = up
				up = parent[p]
			}
			if p == root {
				continue
			}
			if root == v && parent[v] == absent {
				parent[v] = a.own[v]
			}
			if up < parent[root] {
				p, root = root, p
			}
			parent[root] += parent[p]
			parent[p] = root
		}
		if root == v && parent[v] == absent {
			parent[v] = a.own[v]
		}
		largest = max(largest, -parent[root])
		was := a.largest[t]
		if t > 0 && t <= a.removals {
			change += a.counted(largest) - a.counted(was)
		}
		if keep {
			a.largest[t] = largest
			if t%stride == 0 {
				copy(a.state(t/stride), parent)
			}
		}
	}
	return change
}

const absent = math.MinInt32

func (a *annealer) counted(size int32) int64 {
	if size >= a.floor {
		return int64(size)
	}
	return 0
}

// window anneals the order of some nodes removed one after the other, until so
// much work is done.
func (a *annealer) window(nodes []uint32, largest int32, budget int64, heat float64) {
	n := len(nodes)
	if n < 3 {
		return
	}
	a.contract(nodes)
	a.setUp(n, largest)
	s := &schedule{end: a.worked + budget, from: a.worked, warm: heat * float64(a.largest[0]-max(largest, a.floor)) / float64(n)}
	now, least := int64(0), int64(0)
	order, best := a.order, slices.Clone(a.order)
	for turn := 0; a.worked < s.end; turn++ {
		if turn%4096 == 0 {
			if a.ctx.Err() != nil {
				return // what is found by then is thrown away
			}
			a.progress()
		}
		from, to := a.pick(n)
		if from == to {
			a.worked++
			continue
		}
		swap := a.rng.IntN(2) == 0
		move(order, from, to, swap)
		low, high := min(from, to), max(from, to)+1
		d := a.replay(order, high, low, false)
		if d > 0 && a.rng.Float64() >= math.Exp(-float64(d)/s.heat(a.worked)) {
			move(order, to, from, swap)
			continue
		}
		a.replay(order, high, low, true)
		a.moveEnd()
		if now += d; now < least {
			least = now
			copy(best, order)
		}
	}
	was := slices.Clone(nodes)
	for i, p := range best {
		nodes[i] = was[p]
	}
}

// progress tells of each part of the work once.
func (a *annealer) progress() {
	for ; a.told < min(annealParts, annealParts*a.worked/a.whole); a.told++ {
		a.tell()
	}
}

// setUp keeps the states of the order as it is.
func (a *annealer) setUp(n int, largest int32) {
	a.order = a.order[:0]
	for i := range n {
		a.order = append(a.order, int32(i))
	}
	slots := (n+stride-1)/stride + 1
	a.kept = append(a.kept[:0], make([]int32, slots*len(a.own))...)
	last := a.state(slots - 1)
	copy(last, a.own)
	for i := range n {
		last[i] = absent
	}
	a.largest = append(a.largest[:0], make([]int32, n+1)...)
	a.largest[n] = largest
	a.replay(a.order, n, 0, true)
	a.last = n
	a.moveEnd()
}

// moveEnd finds the first place after which nothing counts.
func (a *annealer) moveEnd() {
	if a.removals < math.MaxInt {
		a.last = min(len(a.order), a.removals)
		return
	}
	for a.last > 0 && a.largest[a.last-1] < a.floor {
		a.last--
	}
	for a.last < len(a.order) && a.largest[a.last] >= a.floor {
		a.last++
	}
}

// pick draws a move that may matter: one of its places is before the end.
func (a *annealer) pick(n int) (from, to int) {
	upto := min(n, a.last+1)
	to = a.rng.IntN(upto)
	switch draw := a.rng.IntN(16); {
	case draw < 10:
		from = to - 8 + a.rng.IntN(17)
	case draw < 13:
		from = to - 64 + a.rng.IntN(129)
	case draw < 14:
		from = a.rng.IntN(upto)
	default:
		from = a.rng.IntN(n)
	}
	from = min(max(from, 0), n-1)
	if a.rng.IntN(2) == 0 {
		from, to = to, from
	}
	return from, to
}

// schedule cools as the work goes on.
type schedule struct {
	from, end int64
	warm      float64
}

func (s *schedule) heat(at int64) float64 {
	return s.warm * math.Pow(0.01, float64(at-s.from)/float64(s.end-s.from))
}

func move(order []int32, from, to int, swap bool) {
	if swap {
		order[from], order[to] = order[to], order[from]
		return
	}
	v := order[from]
	if from < to {
		copy(order[from:to], order[from+1:to+1])
	} else {
		copy(order[to+1:from+1], order[to:from])
	}
	order[to] = v
}
