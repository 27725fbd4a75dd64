package engine

import (
	"context"

	"entente/graph"
	"entente/graph/engine/dismantle"
	"entente/graph/engine/network"
)

// describe tells what a plan does, in ids.
func (d *disruption) describe(ctx context.Context, plan dismantle.Plan) (DisruptionPlan, error) {
	order := make([]uint32, len(plan.Targets))
	for i, t := range plan.Targets {
		order[i] = t.Node
	}
	outcome, err := dismantle.Score(d.problem.Network, order, d.problem.Safeguarded)
	if err != nil {
		return DisruptionPlan{}, d.badInput(err)
	}
	out := DisruptionPlan{
		Empty: plan.Empty, Exact: plan.Exact, Before: plan.Before, After: plan.After, Entities: len(d.roots),
		Largest: outcome.Largest, Reached: outcome.Reached, Area: outcome.Area,
	}
	if out.Rewired, err = dismantle.Rewired(d.problem.Network, order, d.options.Rewiring, d.options.Effort.Seed); err != nil {
		return DisruptionPlan{}, d.badInput(err)
	}
	sure, err := d.certainty(ctx, plan)
	if err != nil {
		return DisruptionPlan{}, d.badInput(err)
	}
	out.Rank = sure.Rank
	for i, t := range plan.Targets {
		target := DisruptionTarget{ID: d.id(t.Node), Cost: t.Cost, Value: t.Value, Reasons: t.Reasons, Stays: sure.Stays[i]}
		for _, s := range dismantle.Successors(d.problem.Network, order, t.Node, d.roles, d.options.Successors) {
			target.Successors = append(target.Successors, DisruptionSuccessor{d.id(s.Node), s})
		}
		out.Targets = append(out.Targets, target)
	}
	for _, p := range outcome.Pieces {
		out.Pieces = append(out.Pieces, DisruptionPiece{d.ids(p.Members), d.ids(p.Safeguarded)})
	}
	return out, d.cutAll(ctx, &out)
}

// certainty plans anew without some of the weakly graded links.
func (d *disruption) certainty(ctx context.Context, plan dismantle.Plan) (dismantle.Certainty, error) {
	if d.options.Runs > 0 && len(plan.Targets) > 0 {
		return dismantle.Confidence(ctx, d.problem, plan, d.weak(), d.options.Runs)
	}
	sure := dismantle.Certainty{Stays: make([]float64, len(plan.Targets)), Rank: 1}
	for i := range sure.Stays {
		sure.Stays[i] = 1
	}
	return sure, nil
}

// weak gives the ties of which even the best graded link is in doubt, in order.
func (d *disruption) weak() []dismantle.WeakTie {
	best := map[network.Tie]uint8{}
	for n := range uint32(len(d.roots)) { //nolint:gosec // fewer than 2^31 nodes
		d.eachLink(n, func(far uint32, weak uint8, _ int64) {
			t := network.Tie{A: min(n, far), B: max(n, far)}
			if was, ok := best[t]; !ok || weak < was {
				best[t] = weak
			}
		})
	}
	var out []dismantle.WeakTie
	for n := range uint32(len(d.roots)) { //nolint:gosec // fewer than 2^31 nodes
		for _, far := range d.problem.Network.Row(n) {
			if weak := best[network.Tie{A: n, B: far}]; n < far && int(weak) >= max(1, d.options.Doubt) {
				out = append(out, dismantle.WeakTie{A: n, B: far, Holds: 1 - min(1, float64(weak)/10)})
			}
		}
	}
	return out
}

// eachLink walks the links in sight that leave an entity for another of the
// network, with their weakness and amount.
func (d *disruption) eachLink(n uint32, yield func(far uint32, weak uint8, amount int64)) {
	v := d.view
	var one [1]uint32
	for _, member := range d.lens.records(d.roots[n], &one) {
		d.sieve.eachTie(member, func(t tie) {
			far, ok := d.place[d.lens.entityOf(t.other, v.mark(t.other))]
			if !ok || far == n {
				return
			}
			if l := int(t.link); l < len(v.base.links) {
				yield(far, v.base.linkWeak[l], value(v.base.amount, t.link))
			} else {
				added := &v.over.links[l-len(v.base.links)]
				yield(far, added.weak, added.times.amount)
			}
		})
	}
}

func (d *disruption) id(n uint32) graph.ID { return d.view.id(d.roots[n]) }

func (d *disruption) ids(nodes []uint32) []graph.ID {
	var out []graph.ID
	for _, n := range nodes {
		out = append(out, d.id(n))
	}
	return out
}
