package engine

import (
	"context"
	"slices"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine/dismantle"
	"entente/tracing"
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

// CutSupply finds the minimum vertex cut between the sources and the sinks of the
// options: recruiters and places of exploitation, say. A way goes along the links
// in their direction or, if the options are not directed, either way. Must and
// what recovers or doubts are not read. Errors are those of Plan.
func (v *View) CutSupply(ctx context.Context, sight policy.Sight, options DisruptionOptions) (DisruptionCut, error) {
	ctx, end := tracing.Begin(ctx, "engine CutSupply")
	defer end()
	d, err := v.flowing(ctx, sight, options, dismantle.Supply)
	if err != nil {
		return DisruptionCut{}, err
	}
	return d.cutSupply(ctx)
}

func (d *disruption) cutSupply(ctx context.Context) (DisruptionCut, error) {
	cut, err := dismantle.CutNodes(ctx, d.problem.ToCut())
	if err != nil {
		return DisruptionCut{}, d.badInput(err)
	}
	return DisruptionCut{d.ids(cut.Nodes), cut.Cost, cut.Uncuttable, cut.Cost > d.options.Budget}, nil
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

// CutMoney finds the minimum cut of amounts between the sources and the sinks of
// the options, along the links in their direction. Links of one currency should be
// chosen by the options: amounts are added as they are. Errors are those of Plan.
func (v *View) CutMoney(ctx context.Context, sight policy.Sight, options DisruptionOptions) (MoneyCut, error) {
	ctx, end := tracing.Begin(ctx, "engine CutMoney")
	defer end()
	d, err := v.flowing(ctx, sight, options, dismantle.Money)
	if err != nil {
		return MoneyCut{}, err
	}
	return d.cutMoney(ctx)
}

func (d *disruption) cutMoney(ctx context.Context) (MoneyCut, error) {
	p := d.problem.ToCut()
	cut, err := dismantle.CutFlows(ctx, p)
	if err != nil {
		return MoneyCut{}, d.badInput(err)
	}
	out := MoneyCut{Amount: cut.Amount}
	for _, i := range cut.Flows {
		if f := p.Flows[i]; f.Amount > 0 {
			out.Flows = append(out.Flows, MoneyFlow{d.id(f.From), d.id(f.To), f.Amount})
		}
	}
	return out, nil
}

func (v *View) flowing(ctx context.Context, sight policy.Sight, options DisruptionOptions, o dismantle.Objective) (*disruption, error) {
	if options.Budget < 0 {
		return nil, graph.Bad("budget", "A budget is 0 or more.")
	}
	options.Objectives = []dismantle.Share{{Objective: o, Weight: 1}}
	return v.disruption(ctx, sight, options)
}

// cutAll adds to a plan what it takes to cut everything that its objectives are
// about.
func (d *disruption) cutAll(ctx context.Context, out *DisruptionPlan) error {
	for _, o := range d.problem.Objectives {
		switch o.Objective {
		case dismantle.Supply:
			cut, err := d.cutSupply(ctx)
			if err != nil {
				return err
			}
			out.Supply = &cut
		case dismantle.Money:
			cut, err := d.cutMoney(ctx)
			if err != nil {
				return err
			}
			out.Money = &cut
		}
	}
	return nil
}

// poseFlows puts into the problem where goods and money go, if it is about them.
func (d *disruption) poseFlows() error {
	asked := func(o dismantle.Objective) bool {
		return slices.ContainsFunc(d.problem.Objectives, func(s dismantle.Share) bool { return s.Objective == o })
	}
	supply, money := asked(dismantle.Supply), asked(dismantle.Money)
	if !supply && !money {
		return nil
	}
	var err error
	if d.problem.Sources, err = d.endsOf("sources", d.options.Sources, d.options.SourceRoles); err != nil {
		return err
	}
	if d.problem.Sinks, err = d.endsOf("sinks", d.options.Sinks, d.options.SinkRoles); err != nil {
		return err
	}
	d.problem.Flows = d.flows()
	if supply && !d.options.Directed {
		for _, f := range slices.Clone(d.problem.Flows) {
			d.problem.Flows = append(d.problem.Flows, dismantle.Flow{From: f.To, To: f.From})
		}
	}
	return nil
}

// endsOf are those named and those who have one of the roles, in order.
func (d *disruption) endsOf(field string, named []graph.ID, roles []string) ([]uint32, error) {
	out, err := d.nodes(field, named)
	if err != nil {
		return nil, err
	}
	for n, has := range d.roles {
		if slices.ContainsFunc(has, func(r string) bool { return slices.Contains(roles, r) }) {
			out = append(out, uint32(n)) //nolint:gosec // fewer than 2^31 nodes
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

// flows are the links by their direction, parallel ones taken together.
func (d *disruption) flows() []dismantle.Flow {
	var out []dismantle.Flow
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
			out = append(out, dismantle.Flow{From: n, To: far, Amount: sums[far]})
		}
	}
	return out
}
