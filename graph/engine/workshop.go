package engine

import (
	"math"
	"sync"
)

// workshop is the scratch space of one question about the whole graph. It is
// borrowed from a pool, so that a question copies and allocates nothing that
// grows with the graph.
//
// stamps says what the search has found out about each node. A search uses the
// stamps above `floor`; those of earlier searches lie below it and count as
// unset, so that nothing needs to be cleared.
type workshop struct {
	stamps  []uint32
	floor   uint32
	ceiling uint32 // the highest stamp in use
	near    []uint32
	ends    []int
	waves   [2]wave
	land    plot
	known   [2]nodeSet // by side, which entities a search has reached; empty between searches
}

func newWorkshops() *sync.Pool { return &sync.Pool{New: func() any { return &workshop{} }} }

// borrow gives a workshop with every stamp of the view unset.
func (v *View) borrow() *workshop {
	w := v.workshops.Get().(*workshop) //nolint:forcetypeassert // the pool holds nothing else
	w.floor = w.ceiling + 1
	if len(w.stamps) < v.size() {
		w.stamps = make([]uint32, v.size()+v.size()/16)
		w.floor = 1
		for side := range w.known {
			w.known[side] = make(nodeSet, len(w.stamps)/64+1)
		}
	}
	// A search sets at most three stamps for each level, and a level has a node.
	if uint64(w.floor)+3*uint64(v.size())+8 > math.MaxUint32 { //nolint:gosec // not negative
		clear(w.stamps)
		w.floor = 1
	}
	w.ceiling = w.floor
	return w
}

func (v *View) giveBack(w *workshop) { v.workshops.Put(w) }
