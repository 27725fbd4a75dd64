package casework

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"entente/audit"
	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine"
	"entente/graph/engine/dismantle"
)

// TargetStore knows, under a sight, who may never be a target.
type TargetStore interface {
	// NeverTargets are the records in sight of children, and of those who have in
	// sight the role of VICTIM in one of the operations, by id.
	NeverTargets(ctx context.Context, s policy.Sight, operations []graph.ID, child graph.Childhood) ([]graph.ID, error)
}

// The bounds of plans; the schema states them.
const (
	maxBudget     = 1_000_000_000
	maxNamed      = 10_000
	maxSuccessors = 20
	maxRuns       = 100
	maxDistance   = 64
	minEffort     = 0.001
)

// planWorkers is how many threads a plan may have; no answer hangs on it.
const planWorkers = 2

// Plan finds whom or what to remove so that the network stops working. Nobody
// whom the caller knows for a victim or a child is a target.
func (e *Enquiry) Plan(ctx context.Context, in PlanInput) (*DisruptionPlan, error) {
	return answered[*DisruptionPlan](ctx, e, func() (work, error) { return e.planWork(ctx, in) })
}

func (e *Enquiry) planWork(ctx context.Context, in PlanInput) (work, error) {
	o, err := e.disruption(ctx, in, "input")
	if err != nil {
		return nil, err
	}
	view, sight := e.engine.View(), e.sight
	return func(ctx context.Context, progress engine.Progress) (presented, error) {
		o.Effort.Progress = progress
		found, err := view.Plan(ctx, sight, o)
		if err != nil {
			return nil, fmt.Errorf("plan: %w", planFault(err, "input", in))
		}
		return func(ctx context.Context, e *Enquiry) (JobResult, error) {
			plan, err := e.plan(ctx, view, found)
			if err != nil {
				return nil, err
			}
			e.notePlan("plan", in, found)
			return plan, nil
		}, nil
	}, nil
}

// ScorePlan says what the caller's own targets would do, in their order.
func (e *Enquiry) ScorePlan(ctx context.Context, in ScorePlanInput) (*DisruptionPlan, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	o, err := e.disruption(ctx, in.Network, "input.network")
	if err != nil {
		return nil, err
	}
	if err := checkTargets(in.Targets, "input.targets"); err != nil {
		return nil, err
	}
	view := e.engine.View()
	found, err := view.ScorePlan(ctx, e.sight, o, in.Targets)
	if err != nil {
		return nil, fmt.Errorf("score a plan: %w", targetFault(err, "targets", in.Network))
	}
	e.notePlan("scorePlan", in.Network, found)
	return e.plan(ctx, view, found)
}

// ComparePlans scores two plans of the caller and says what they share.
func (e *Enquiry) ComparePlans(ctx context.Context, in ComparePlansInput) (*PlanComparison, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	o, err := e.disruption(ctx, in.Network, "input.network")
	if err != nil {
		return nil, err
	}
	if err := cmp.Or(checkTargets(in.First, "input.first"), checkTargets(in.Second, "input.second")); err != nil {
		return nil, err
	}
	view := e.engine.View()
	out := &PlanComparison{}
	var scored [2]engine.DisruptionPlan
	for i, one := range []struct {
		name    string
		targets []graph.ID
		into    **DisruptionPlan
	}{{"first", in.First, &out.First}, {"second", in.Second, &out.Second}} {
		if scored[i], err = view.ScorePlan(ctx, e.sight, o, one.targets); err != nil {
			return nil, fmt.Errorf("compare plans: %w", targetFault(err, one.name, in.Network))
		}
		e.notePlan("comparePlans", in.Network, scored[i])
		if *one.into, err = e.plan(ctx, view, scored[i]); err != nil {
			return nil, err
		}
	}
	shared, overlap := engine.ComparePlans(scored[0], scored[1])
	for _, t := range out.First.targets {
		if _, both := slices.BinarySearch(shared, t.Entity.ID); both {
			out.shared = append(out.shared, t.Entity)
		}
	}
	slices.SortFunc(out.shared, func(a, b *Entity) int { return compareIDs(a.ID, b.ID) })
	out.SharedCount, out.Overlap = len(out.shared), overlap
	return out, nil
}

func checkTargets(targets []graph.ID, field string) error {
	if len(targets) < 1 || len(targets) > maxNamed {
		return graph.Bad(field, fmt.Sprintf("Give 1 to %d records.", maxNamed))
	}
	return nil
}

func (in PlanInput) check(field string) error {
	switch {
	case in.Budget < 0 || in.Budget > maxBudget:
		return graph.Bad(field+".budget", fmt.Sprintf("The budget lies between 0 and %d, in the unit of the costs.", maxBudget))
	case in.Distance < 1 || in.Distance > maxDistance:
		return graph.Bad(field+".distance", fmt.Sprintf("The distance lies between 1 and %d hops.", maxDistance))
	case in.Successors < 0 || in.Successors > maxSuccessors:
		return graph.Bad(field+".successors", fmt.Sprintf("Ask for 0 to %d successors of each target.", maxSuccessors))
	case !(in.Rewiring >= 0 && in.Rewiring <= 1):
		return graph.Bad(field+".rewiring", "The chance lies between 0 and 1.")
	case in.Runs < 0 || in.Runs > maxRuns:
		return graph.Bad(field+".runs", fmt.Sprintf("Ask for 0 to %d runs.", maxRuns))
	case in.Doubt < 0 || in.Doubt > 10:
		return graph.Bad(field+".doubt", "The doubt lies between 0 and 10.")
	case in.Seed < 0:
		return graph.Bad(field+".seed", "The seed is not negative.")
	case !(in.Effort >= minEffort && in.Effort <= 1):
		return graph.Bad(field+".effort", "The effort lies between 0.001 and 1.")
	}
	for _, list := range []struct {
		name string
		n    int
	}{
		{"costs", len(in.Costs)}, {"exclude", len(in.Exclude)}, {"must", len(in.Must)}, {"sources", len(in.Sources)}, {"sinks", len(in.Sinks)},
	} {
		if list.n > maxNamed {
			return graph.Bad(field+"."+list.name, fmt.Sprintf("At most %d records can be named.", maxNamed))
		}
	}
	return nil
}

// disruption are the options of the engine, with whom the caller knows to be no
// target.
func (e *Enquiry) disruption(ctx context.Context, in PlanInput, field string) (engine.DisruptionOptions, error) {
	o := engine.DisruptionOptions{
		TargetKinds: in.TargetKinds, Distance: in.Distance, Budget: int64(in.Budget), Exclude: in.Exclude, Must: in.Must,
		Successors: in.Successors, Rewiring: in.Rewiring, Runs: in.Runs, Doubt: in.Doubt, Safeguarded: map[graph.ID]bool{},
		Effort: dismantle.Effort{Seed: uint64(max(in.Seed, 0)), Share: in.Effort, Workers: planWorkers}, //nolint:gosec // not negative
	}
	if err := in.check(field); err != nil {
		return o, err
	}
	s, err := e.scopeOf(ctx, in.Scope, field+".scope")
	if err != nil {
		return o, err
	}
	if len(in.SourceRoles)+len(in.SinkRoles) > 0 && s.records == nil {
		return o, graph.Bad(field+".scope", "Roles in the chain are read where the scope is an operation or records: give one, or name the sources and sinks.")
	}
	o.Scope, o.RecordKinds, o.Links = s.records, s.kinds, s.links
	o.Sources, o.Sinks, o.Directed = in.Sources, in.Sinks, in.Directed
	o.SourceRoles, o.SinkRoles = textsOf(in.SourceRoles), textsOf(in.SinkRoles)
	for _, share := range in.Objectives {
		o.Objectives = append(o.Objectives, dismantle.Share{Objective: dismantle.Objective(share.Objective), Weight: share.Weight})
	}
	for _, c := range in.Costs {
		o.Costs = append(o.Costs, engine.TargetCost{Record: c.Record, Cost: int64(c.Cost)})
	}
	if err := e.neverTargets(ctx, o.Safeguarded); err != nil {
		return o, err
	}
	o.Roles, err = e.chainRoles(ctx, s.records)
	return o, err
}

func textsOf(roles []graph.ChainRole) []string {
	out := make([]string, len(roles))
	for i, r := range roles {
		out[i] = string(r)
	}
	return out
}

// neverTargets puts in whom the caller knows to be a victim or a child.
func (e *Enquiry) neverTargets(ctx context.Context, into map[graph.ID]bool) error {
	known, err := e.Operations(ctx)
	if err != nil {
		return err
	}
	operations := make([]graph.ID, len(known))
	for i, o := range known {
		operations[i] = o.ID
	}
	found, err := e.store.NeverTargets(ctx, e.sight, operations, graph.ChildhoodAt(e.at, e.known))
	if err != nil {
		return fmt.Errorf("look for whom to safeguard: %w", err)
	}
	for _, id := range found {
		into[id] = true
	}
	return nil
}

// chainRoles are what members of groups do in them, where records are named.
func (e *Enquiry) chainRoles(ctx context.Context, records []graph.ID) (map[graph.ID][]string, error) {
	filter := graph.LinkFilter{Kinds: []graph.LinkKind{graph.MemberOf}, Direction: graph.Outgoing}
	found, err := e.store.LinksOf(ctx, e.sight, records, filter, graph.Page{Limit: wholeNeighbourhood}, nil)
	if err != nil {
		return nil, fmt.Errorf("read roles in the chain: %w", err)
	}
	out := map[graph.ID][]string{}
	for id, links := range found {
		for _, l := range links {
			if m, ok := l.Details.(*graph.Membership); ok {
				out[id] = append(out[id], string(m.Role))
			}
		}
	}
	return out, nil
}

// planFault names the field of an error of the engine as the API does. A record
// of an operation that is not in sight any more: Conflict.
func planFault(err error, field string, in PlanInput) error {
	var e *graph.Error
	if errors.As(err, &e) && strings.HasPrefix(e.Field, "scope.") && in.Scope != nil && in.Scope.Operation != nil {
		return changedMeanwhile()
	}
	return renamed(err, field, "scope.", "scope.records.", "links.kinds", "scope.linkKinds", "recordKinds", "scope.recordKinds")
}

// targetFault is planFault where targets stand beside the network.
func targetFault(err error, targets string, in PlanInput) error {
	var e *graph.Error
	if errors.As(err, &e) && (strings.HasPrefix(e.Field, "targets") || strings.HasPrefix(e.Field, "must")) {
		return renamed(err, "input", "targets", targets, "must", targets)
	}
	return planFault(err, "input.network", in)
}

func (e *Enquiry) notePlan(question string, in PlanInput, found engine.DisruptionPlan) {
	var ids []graph.ID
	for _, t := range found.Targets {
		ids = append(ids, t.ID)
		for _, s := range t.Successors {
			ids = append(ids, s.ID)
		}
	}
	for _, p := range found.Pieces {
		ids = append(ids, p.Members...)
	}
	ids = append(ids, cutIDs(found)...)
	inputs := in.Scope.given()
	inputs["input.costs"], inputs["input.exclude"], inputs["input.must"] = len(in.Costs) > 0, len(in.Exclude) > 0, len(in.Must) > 0
	inputs["input.sources"], inputs["input.sinks"] = len(in.Sources)+len(in.SourceRoles) > 0, len(in.Sinks)+len(in.SinkRoles) > 0
	e.note(audit.Disruption, &audit.Shape{Question: question, Given: given(inputs)}, distinctIDs(ids)...)
}
