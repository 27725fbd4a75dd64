package dismantle

import (
	"fmt"
	"slices"

	"entente/graph/engine/network"
)

// Outcome is what an order of removals does, whoever made it.
type Outcome struct {
	// Largest is the number of nodes of the largest component after each number
	// of removals, from 0 on.
	Largest []int
	// Reached is the first number of removals after which the largest component
	// is below a tenth of the nodes; -1 where it never is.
	Reached int
	// Area is the area under Largest divided by the number of nodes, by trapezoids
	// of step 1, until Reached or the last removal, divided by the number of nodes.
	Area float64
	// Pieces are the components that are left, the largest first, then by their
	// smallest node.
	Pieces []Piece
}

// Piece is a component that is left.
type Piece struct {
	Members []uint32 // ascending
	// Safeguarded are those members who must be brought to safety.
	Safeguarded []uint32
}

// Score tells what removing some nodes in an order does; safeguarded nil is
// nobody. A node that is not in the network or is given twice is a BadInput.
func Score(w *network.Network, order []uint32, safeguarded []bool) (Outcome, error) {
	n := w.Size()
	gone := make([]bool, n)
	for i, v := range order {
		if int(v) >= n || gone[v] {
			return Outcome{}, &BadInput{Field: fmt.Sprintf("targets.%d", i), Message: "Each is a node of the network and given once."}
		}
		gone[v] = true
	}
	o := Outcome{Largest: largestAfter(w, order)}
	at, ok := reached(o.Largest, float64(n)/10)
	if o.Reached = at; !ok {
		o.Reached = -1
	}
	if n > 0 {
		o.Area = areaOf(o.Largest, n)
	}
	o.Pieces = pieces(w, gone, safeguarded)
	return o, nil
}

func pieces(w *network.Network, gone, safeguarded []bool) []Piece {
	parts, place := newForest(w.Size()), map[uint32]int{}
	left := alive(gone)
	for _, v := range left {
		for _, end := range w.Row(v) {
			if !gone[end] {
				parts.union(v, end)
			}
		}
	}
	var all []Piece
	for _, v := range left {
		root := parts.find(v)
		at, ok := place[root]
		if !ok {
			at = len(all)
			place[root] = at
			all = append(all, Piece{})
		}
		all[at].Members = append(all[at].Members, v)
		if safeguarded != nil && safeguarded[v] {
			all[at].Safeguarded = append(all[at].Safeguarded, v)
		}
	}
	slices.SortStableFunc(all, func(a, b Piece) int { return len(b.Members) - len(a.Members) })
	return all
}

// Comparison sets two plans side by side.
type Comparison struct {
	First, Second Outcome
	// Shared are the targets of both, ascending.
	Shared []uint32
	// Overlap is the share of all targets that both have (Jaccard 1901), 1 where
	// both are empty.
	Overlap float64
}

// Compare scores two orders and says what they share.
func Compare(w *network.Network, first, second []uint32, safeguarded []bool) (Comparison, error) {
	var c Comparison
	var err error
	if c.First, err = Score(w, first, safeguarded); err != nil {
		return Comparison{}, err
	}
	if c.Second, err = Score(w, second, safeguarded); err != nil {
		return Comparison{}, err
	}
	for _, v := range first {
		if slices.Contains(second, v) {
			c.Shared = append(c.Shared, v)
		}
	}
	slices.Sort(c.Shared)
	c.Overlap = 1
	if all := len(first) + len(second) - len(c.Shared); all > 0 {
		c.Overlap = float64(len(c.Shared)) / float64(all)
	}
	return c, nil
}
