package casework

import (
	"context"
	"fmt"
	"strconv"

	"entente/graph"
	"entente/graph/engine"
	"entente/graph/engine/dismantle"
)

// plan is a plan as the caller sees it.
func (e *Enquiry) plan(ctx context.Context, view *engine.View, found engine.DisruptionPlan) (*DisruptionPlan, error) {
	out := &DisruptionPlan{
		Exact: found.Exact, Before: found.Before, After: found.After, Entities: found.Entities, Area: found.Area, Rank: found.Rank,
		TargetCount: len(found.Targets), PieceCount: len(found.Pieces), curve: found.Largest, rewired: found.Rewired,
	}
	if found.Empty != "" {
		reason := DisruptionReason(found.Empty)
		out.Empty, out.Says = &reason, emptySays(found.Empty)
	}
	if found.Reached >= 0 {
		out.Reached = &found.Reached
	}
	var named, all []graph.ID
	for _, t := range found.Targets {
		named, out.Cost = append(named, t.ID), out.Cost+int(t.Cost)
		for _, s := range t.Successors {
			named = append(named, s.ID)
		}
	}
	named = append(named, cutIDs(found)...)
	entities := e.entitiesNamed(view, named)
	out.cuts(found, entities)
	for _, t := range found.Targets {
		out.targets, all = append(out.targets, planTarget(t, entities)), append(all, t.ID)
	}
	for _, p := range found.Pieces {
		out.pieces, all = append(out.pieces, e.piece(view, p)), append(all, p.Members...)
	}
	var err error
	out.Derived, err = e.derivedOf(ctx, view, all, nil)
	return out, err
}

func planTarget(t engine.DisruptionTarget, entities map[graph.ID]*Entity) PlanTarget {
	out := PlanTarget{Entity: entities[t.ID], Cost: int(t.Cost), Value: t.Value, Stays: t.Stays}
	for _, r := range t.Reasons {
		out.Reasons = append(out.Reasons, PlanReason{DisruptionReason(r.Reason), r.Number, reasonSays(r)})
	}
	for _, s := range t.Successors {
		out.Successors = append(out.Successors, PlanSuccessor{entities[s.ID], s.SharedTies, s.Similarity, s.SameRole, s.Tied, s.Bridges})
	}
	return out
}

// cutIDs are all whom a plan's cuts name.
func cutIDs(found engine.DisruptionPlan) []graph.ID {
	var ids []graph.ID
	if found.Supply != nil {
		ids = append(ids, found.Supply.Targets...)
	}
	if found.Money != nil {
		for _, f := range found.Money.Flows {
			ids = append(ids, f.From, f.To)
		}
	}
	return ids
}

func (p *DisruptionPlan) cuts(found engine.DisruptionPlan, entities map[graph.ID]*Entity) {
	if c := found.Supply; c != nil {
		p.Supply = &SupplyCut{Cost: int(c.Cost), Uncuttable: c.Uncuttable, OverBudget: c.OverBudget, TargetCount: len(c.Targets)}
		for _, id := range c.Targets {
			p.Supply.targets = append(p.Supply.targets, entities[id])
		}
	}
	if c := found.Money; c != nil {
		p.Money = &MoneyCut{Amount: float64(c.Amount), FlowCount: len(c.Flows)}
		for _, f := range c.Flows {
			p.Money.flows = append(p.Money.flows, MoneyFlow{entities[f.From], entities[f.To], float64(f.Amount)})
		}
	}
}

func (e *Enquiry) piece(view *engine.View, p engine.DisruptionPiece) PlanPiece {
	return PlanPiece{
		Size: len(p.Members), SafeguardCount: len(p.Safeguarded), members: p.Members, safeguard: p.Safeguarded,
		named: func(ids []graph.ID) []*Entity { return entitiesOf(view.Entities(e.sight, ids)) },
	}
}

// emptySays is why a plan names nobody, in words.
func emptySays(r dismantle.Reason) string {
	switch r {
	case dismantle.NoTargets:
		return "Nothing in this scope may be a target: it is empty, of other kinds, excluded, or of people to safeguard."
	case dismantle.NothingFits:
		return "No target costs as little as the budget."
	case dismantle.NothingGains:
		return "No target within the budget would change the objective."
	}
	return ""
}

// reasonSays is why a target is in a plan, in words.
func reasonSays(r dismantle.ReasonWith) string {
	number := strconv.FormatFloat(r.Number, 'f', -1, 64)
	switch r.Reason {
	case dismantle.Demanded:
		return "You said that it must be in the plan."
	case dismantle.HoldsPieces:
		return fmt.Sprintf("Without it, what was one piece is %s.", number)
	case dismantle.ManyTies:
		return fmt.Sprintf("It has %s ties.", number)
	case dismantle.Gains:
		return fmt.Sprintf("Together with those before, it changes the objective by %s.", strconv.FormatFloat(r.Number, 'g', 4, 64))
	}
	return ""
}
