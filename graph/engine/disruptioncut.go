package engine

import (
	"context"
	"slices"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine/dismantle"
)

// DisruptionCut is the cheapest set of targets without which no way is left from
// a source to a sink.
type DisruptionCut struct {
	Targets []graph.ID // in order
	Cost    int64
	// Uncuttable says that some way runs over those alone that may not be targets.
	Uncuttable bool
	// OverBudget says that the cut costs more than the budget. It is told all the
	// same: a part of a cut cuts nothing.
	OverBudget bool
}

// CutSupply finds the minimum vertex cut between the entities of two sets of
// records: recruiters and places of exploitation, say. A way goes along the
// links in their direction; with directed false either way. Objectives, Must and
// what recovers or doubts are not read. Errors are those of Plan.
func (v *View) CutSupply(ctx context.Context, sight policy.Sight, options DisruptionOptions, sources, sinks []graph.ID, directed bool) (DisruptionCut, error) {
	d, p, err := v.cut(ctx, sight, options, sources, sinks)
	if err != nil {
		return DisruptionCut{}, err
	}
	if !directed {
		for _, f := range slices.Clone(p.Flows) {
			p.Flows = append(p.Flows, dismantle.Flow{From: f.To, To: f.From})
		}
	}
	cut, err := dismantle.CutNodes(ctx, p)
	if err != nil {
		return DisruptionCut{}, badInput(err)
	}
	return DisruptionCut{d.ids(cut.Nodes), cut.Cost, cut.Uncuttable, cut.Cost > options.Budget}, nil
}

// MoneyCut is the least money that must be stopped so that none gets from a
// source to a sink.
type MoneyCut struct {
	Flows []MoneyFlow
	// Amount is in minor units, all together.
	Amount int64
}

// MoneyFlow is what goes from one account to another, in minor units.
type MoneyFlow struct {
	From, To graph.ID
	Amount   int64
}

// CutMoney finds the minimum cut of amounts between the entities of two sets of
// records, along the links in their direction. Links of one currency should be
// chosen by the options: amounts are added as they are. Errors are those of Plan.
func (v *View) CutMoney(ctx context.Context, sight policy.Sight, options DisruptionOptions, sources, sinks []graph.ID) (MoneyCut, error) {
	d, p, err := v.cut(ctx, sight, options, sources, sinks)
	if err != nil {
		return MoneyCut{}, err
	}
	cut, err := dismantle.CutFlows(ctx, p)
	if err != nil {
		return MoneyCut{}, badInput(err)
	}
	out := MoneyCut{Amount: cut.Amount}
	for _, i := range cut.Flows {
		if f := p.Flows[i]; f.Amount > 0 {
			out.Flows = append(out.Flows, MoneyFlow{d.id(f.From), d.id(f.To), f.Amount})
		}
	}
	return out, nil
}

// cut makes the problem: parallel links are one flow.
func (v *View) cut(ctx context.Context, sight policy.Sight, options DisruptionOptions, sources, sinks []graph.ID) (*disruption, dismantle.CutProblem, error) {
	var p dismantle.CutProblem
	if options.Budget < 0 {
		return nil, p, graph.Bad("budget", "A budget is 0 or more.")
	}
	d, err := v.disruption(ctx, sight, options)
	if err != nil {
		return nil, p, err
	}
	p = dismantle.CutProblem{Nodes: len(d.roots), Cost: d.problem.Cost, Allowed: d.problem.Allowed, Safeguarded: d.problem.Safeguarded}
	if p.Sources, err = d.nodes("sources", sources); err != nil {
		return nil, p, err
	}
	if p.Sinks, err = d.nodes("sinks", sinks); err != nil {
		return nil, p, err
	}
	for n := range uint32(len(d.roots)) { //nolint:gosec // fewer than 2^31 nodes
		sums := map[uint32]int64{}
		var ends []uint32
		d.eachLink(n, func(far uint32, _ uint8, amount int64) {
			if _, ok := sums[far]; !ok {
				ends = append(ends, far)
			}
			sums[far] += max(0, amount)
		})
		slices.Sort(ends)
		for _, far := range ends {
			p.Flows = append(p.Flows, dismantle.Flow{From: n, To: far, Amount: sums[far]})
		}
	}
	return d, p, nil
}
