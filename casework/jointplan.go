package casework

import (
	"context"
	"fmt"
	"slices"
	"time"

	"entente/audit"
	"entente/graph"
)

// JointPlan is one plan of two organisations, as an officer of one of them sees
// it.
type JointPlan struct {
	graph.JointPlan
	object  graph.CaseObject
	State   graph.JointPlanState
	targets []*Entity
}

// ID is the joint plan's own.
func (p *JointPlan) ID() graph.ID { return p.object.ID }

// Version names this state of it.
func (p *JointPlan) Version() graph.ID { return p.object.Version }

// AskingID is the organisation that proposed it.
func (p *JointPlan) AskingID() graph.ID { return p.object.Marking.Owner }

// Asked is when it was proposed.
func (p *JointPlan) Asked() time.Time { return p.object.Made }

// DecidedOrNone is when the partner decided; nil while it has not.
func (p *JointPlan) DecidedOrNone() *time.Time { return timeOrNone(p.Decided) }

// ReasonOrNone is why it was decided so; nil for no words.
func (p *JointPlan) ReasonOrNone() *string {
	if p.Reason == "" {
		return nil
	}
	return &p.Reason
}

// Goal is the plan's objective.
func (p *JointPlan) Goal() DisruptionObjective { return DisruptionObjective(p.Objective) }

// TargetCount is how many of its targets the caller sees.
func (p *JointPlan) TargetCount() int { return len(p.targets) }

// SeenTargets are those of its targets that the caller sees, in the order of
// the plan.
func (p *JointPlan) SeenTargets(first, skip int) ([]*Entity, error) {
	return pageOf(p.targets, first, skip)
}

// JointPlans are those of the caller's organisation and another one, newest first.
func (e *Enquiry) JointPlans(ctx context.Context, first int) ([]*JointPlan, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	if first < 1 || first > maxPage {
		return nil, graph.Bad("first", fmt.Sprintf("Ask for 1 to %d.", maxPage))
	}
	filter := graph.CaseFilter{Kinds: []graph.CaseKind{graph.CaseJointPlan}}
	found, _, err := e.store.CaseObjects(ctx, e.sight, filter, graph.Page{Limit: first})
	if err != nil {
		return nil, fmt.Errorf("list joint plans: %w", err)
	}
	var out []*JointPlan
	for _, object := range found[:min(len(found), first)] {
		p, err := e.jointPlan(ctx, object)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// jointPlanByID is one by its id, or NotFound.
func (e *Enquiry) jointPlanByID(ctx context.Context, id graph.ID) (*JointPlan, error) {
	var body graph.JointPlan
	object, err := e.caseObject(ctx, graph.CaseJointPlan, id, &body)
	if err != nil {
		return nil, err
	}
	return e.jointPlan(ctx, object)
}

// jointPlan is a joint plan as far as the caller sees it: of its targets those
// that the caller sees, and of these nobody whom the caller knows by now for a
// victim or a child.
func (e *Enquiry) jointPlan(ctx context.Context, object graph.CaseObject) (*JointPlan, error) {
	p := &JointPlan{object: object, State: graph.JointPlanState(object.State)}
	if err := decode(object, &p.JointPlan); err != nil {
		return nil, err
	}
	never := map[graph.ID]bool{}
	if len(p.Targets) > 0 {
		if err := e.neverTargets(ctx, never); err != nil {
			return nil, err
		}
	}
	view, told := e.engine.View(), map[graph.ID]bool{}
	seen := []graph.ID{object.ID}
	for _, records := range p.Targets {
		for _, entity := range entitiesOf(view.Entities(e.sight, records)) {
			if told[entity.ID] || slices.ContainsFunc(entity.Members, func(id graph.ID) bool { return never[id] }) {
				continue
			}
			told[entity.ID] = true
			p.targets, seen = append(p.targets, entity), append(seen, entity.ID)
		}
	}
	p.Targets = nil // what the caller does not see goes no further
	e.note(audit.Disruption, &audit.Shape{Question: "jointPlans"}, seen...)
	return p, nil
}
