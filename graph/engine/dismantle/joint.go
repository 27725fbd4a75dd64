package dismantle

import (
	"cmp"
	"context"
	"slices"

	"entente/graph/engine/network"
)

// JointPlan is one plan of two sides, each of which is told its own part alone.
type JointPlan struct {
	// Sides is, for each side, the targets that it sees itself, in the order of the
	// plan: their ranks are among its own and so say nothing of how many others
	// there are. Both together are the plan.
	Sides [2][]uint32
	// order is the plan; only the hub itself asks Acted for it.
	order []uint32
}

// Joint plans on all that either side sees: w is that union, and sees says
// which nodes each side sees. allowed nil allows all. What it reveals is in
// docs/algorithms.md.
func Joint(ctx context.Context, w *network.Network, sees [2][]bool, allowed []bool, effort Effort) (JointPlan, error) {
	order, err := Whole(ctx, w, allowed, effort)
	if err != nil {
		return JointPlan{}, err
	}
	p := JointPlan{order: order}
	for i, seen := range sees {
		for _, v := range order {
			if seen[v] {
				p.Sides[i] = append(p.Sides[i], v)
			}
		}
	}
	return p, nil
}

// Whole is Sequence, cut off where the largest component falls below a tenth of
// the nodes and carried on by the number of ties to the last allowed node, so
// that it may be followed on another network too.
func Whole(ctx context.Context, w *network.Network, allowed []bool, effort Effort) ([]uint32, error) {
	order, err := Sequence(ctx, w, allowed, effort)
	if err != nil {
		return nil, err
	}
	in := make([]bool, w.Size())
	for _, v := range order {
		in[v] = true
	}
	var rest []uint32
	for v := range uint32(w.Size()) { //nolint:gosec // fewer than 2^31 nodes
		if !in[v] && (allowed == nil || allowed[v]) {
			rest = append(rest, v)
		}
	}
	slices.SortStableFunc(rest, func(a, b uint32) int { return cmp.Compare(w.Degree(b), w.Degree(a)) })
	return append(order, rest...), nil
}

// AreaWithin is the area under the largest component's share of the nodes over
// so many removals, by trapezoids of step 1, divided by the number of nodes. An
// order that is shorter leaves what it left to the end. Unlike Outcome.Area it
// compares plans that do not all come below a tenth.
func AreaWithin(w *network.Network, order []uint32, removals int) float64 {
	n := w.Size()
	if n == 0 {
		return 0
	}
	sizes := largestAfter(w, order[:min(len(order), removals)])
	twice := 0
	for k := 1; k <= removals; k++ {
		twice += sizes[min(k-1, len(sizes)-1)] + sizes[min(k, len(sizes)-1)]
	}
	return float64(twice) / 2 / float64(n) / float64(n)
}

// Acted is the order in which the targets of both sides go if both act: the
// plan's, each target once.
func (p JointPlan) Acted() []uint32 { return slices.Clone(p.order) }
