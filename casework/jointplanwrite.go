package casework

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"entente/audit"
	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine"
	"entente/graph/engine/dismantle"
)

// ProposeJointPlanInput asks a partner for one joint plan.
type ProposeJointPlanInput struct {
	IdempotencyKey string
	Operation      graph.ID
	Partner        graph.ID
	Why            string
	Budget         int
	TargetKinds    []graph.RecordKind
	Hops           int
	Objective      DisruptionObjective
}

// DecideJointPlanInput is what the partner decides.
type DecideJointPlanInput struct {
	IdempotencyKey string
	ID             graph.ID
	Version        graph.ID
	Agree          bool
	Reason         string
}

// WithdrawJointPlanInput takes either side's consent back.
type WithdrawJointPlanInput struct {
	IdempotencyKey string
	ID             graph.ID
	Version        graph.ID
}

// JointPlanPayload is a joint plan as it now is; Revision is sealed.
type JointPlanPayload struct {
	JointPlan *JointPlan
	Revision  string
}

// jointEffort is the part of the whole search that a joint plan is given: it is
// made while the partner waits.
const jointEffort = 0.02

// ProposeJointPlan asks another party to an operation for one plan on what both
// hold. It is the consent of the caller's organisation, and a supervisor's act.
func (e *Enquiry) ProposeJointPlan(ctx context.Context, in ProposeJointPlanInput) (*JointPlanPayload, error) {
	a, err := e.attempt(ctx, "proposeJointPlan", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	if a.done {
		return e.jointPlanPayload(ctx, a.before.ID, a.revision)
	}
	p := graph.JointPlan{
		Partner: in.Partner, Operation: in.Operation, AskedBy: e.principal.Officer, Why: in.Why, Budget: in.Budget,
		TargetKinds: in.TargetKinds, Hops: in.Hops, Objective: string(in.Objective),
	}
	if err := e.checkJointPlan(ctx, p); err != nil {
		return nil, err
	}
	object, err := e.newCaseObject(graph.CaseJointPlan, p, p.Partner)
	if err != nil {
		return nil, err
	}
	object.About, object.State = []graph.ID{p.Operation}, string(graph.JointPlanOpen)
	return e.putJointPlan(ctx, a.key, object, p.Partner, nil)
}

func (e *Enquiry) checkJointPlan(ctx context.Context, p graph.JointPlan) error {
	operation, err := e.Operation(ctx, p.Operation)
	if err != nil {
		return graph.At("input.operation", err)
	}
	if _, err := e.Organisation(ctx, p.Partner); err != nil {
		return graph.At("input.partner", err)
	}
	if err := e.supervisor(ctx, p.Operation); err != nil {
		return err
	}
	switch o := DisruptionObjective(p.Objective); {
	case p.Partner == e.principal.Organisation:
		return graph.Bad("input.partner", "Name another organisation than your own.")
	case !e.together(operation, e.principal.Organisation, p.Partner):
		return graph.Bad("input.operation", "Both organisations are party to an operation that is running now.")
	case o != LargestComponent && o != PairConnectivity && o != Reach:
		return graph.Bad("input.objective", "A joint plan is for LARGEST_COMPONENT, PAIR_CONNECTIVITY or REACH.")
	}
	return graph.Under("input", p.Check())
}

// together says whether both are party to an operation that is running now.
func (e *Enquiry) together(o *graph.Operation, first, second graph.ID) bool {
	return o.Running(e.at) && o.PartyAt(first, e.at) && o.PartyAt(second, e.at)
}

// DecideJointPlan is the partner's consent or refusal, a supervisor's act. With
// the consent the plan is made, once: to ask anew both must agree anew.
func (e *Enquiry) DecideJointPlan(ctx context.Context, in DecideJointPlanInput) (*JointPlanPayload, error) {
	a, err := e.attempt(ctx, "decideJointPlan", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	if a.done {
		return e.jointPlanPayload(ctx, a.before.ID, a.revision)
	}
	p, err := e.openJointPlan(ctx, in.ID, graph.JointPlanOpen)
	if err != nil {
		return nil, err
	}
	if p.Partner != e.principal.Organisation {
		return nil, e.gate(ctx, "The organisation that was asked decides.", in.ID)
	}
	p.State, p.DecidedBy, p.Decided, p.Reason = graph.JointPlanRefused, e.principal.Officer, e.at, in.Reason
	if in.Agree {
		p.State = graph.JointPlanAgreed
		if err := e.makeJointPlan(ctx, p); err != nil {
			return nil, err
		}
	}
	return e.moveJointPlan(ctx, a.key, p, in.Version, p.AskingID())
}

// WithdrawJointPlan takes back the consent of the caller's organisation, whichever
// of the two it is. The plan goes with it.
func (e *Enquiry) WithdrawJointPlan(ctx context.Context, in WithdrawJointPlanInput) (*JointPlanPayload, error) {
	a, err := e.attempt(ctx, "withdrawJointPlan", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	if a.done {
		return e.jointPlanPayload(ctx, a.before.ID, a.revision)
	}
	p, err := e.openJointPlan(ctx, in.ID, graph.JointPlanOpen, graph.JointPlanAgreed)
	if err != nil {
		return nil, err
	}
	other := p.Partner
	if other == e.principal.Organisation {
		other = p.AskingID()
	}
	p.State, p.Targets = graph.JointPlanWithdrawn, nil
	return e.moveJointPlan(ctx, a.key, p, in.Version, other)
}

// openJointPlan is a joint plan in one of some states that the caller's
// organisation may move on, by a supervisor.
func (e *Enquiry) openJointPlan(ctx context.Context, id graph.ID, states ...graph.JointPlanState) (*JointPlan, error) {
	p, err := e.jointPlanByID(ctx, id)
	if err != nil {
		return nil, graph.At("input.id", err)
	}
	if err := e.supervisor(ctx, id); err != nil {
		return nil, err
	}
	for _, s := range states {
		if p.State == s {
			return p, nil
		}
	}
	return nil, &graph.Error{Code: graph.Conflict, Field: "input.id", Message: "This joint plan was decided already: read it again."}
}

// makeJointPlan plans on what both organisations bring in. Whoever either knows
// for a victim or a child is no target.
func (e *Enquiry) makeJointPlan(ctx context.Context, p *JointPlan) error {
	operation, err := e.Operation(ctx, p.Operation)
	if err != nil {
		return graph.At("input.id", err)
	}
	if !e.together(operation, p.AskingID(), p.Partner) {
		return graph.Under("input", graph.NotRunning())
	}
	joint := policy.Joint(p.AskingID(), p.Partner, p.Operation, e.known, e.at)
	o := engine.DisruptionOptions{
		TargetKinds: p.TargetKinds, Budget: int64(p.Budget), Distance: 1, Safeguarded: map[graph.ID]bool{},
		Objectives: []dismantle.Share{{Objective: dismantle.Objective(p.Objective), Weight: 1}},
		Effort:     dismantle.Effort{Seed: 1, Share: jointEffort},
	}
	if o.Scope, err = e.firstRecordIDs(ctx, joint, graph.RecordFilter{Operation: p.Operation}, operationsScope); err != nil {
		return err
	}
	if err := e.jointNever(ctx, joint, p, o.Safeguarded); err != nil {
		return err
	}
	if p.Targets, err = e.engine.View().JointPlan(ctx, joint, o, p.Hops); err != nil {
		return fmt.Errorf("make a joint plan: %w", err)
	}
	return nil
}

// jointNever puts in whom either organisation brings in as a victim, in any of
// their operations, or as a child.
func (e *Enquiry) jointNever(ctx context.Context, joint policy.Sight, p *JointPlan, into map[graph.ID]bool) error {
	var operations []graph.ID
	for _, organisation := range []graph.ID{p.AskingID(), p.Partner} {
		found, err := e.store.Operations(ctx, organisation, e.at)
		if err != nil {
			return fmt.Errorf("read operations: %w", err)
		}
		for _, o := range found {
			operations = append(operations, o.ID)
		}
	}
	found, err := e.store.NeverTargets(ctx, joint, distinct(operations), graph.ChildhoodAt(e.at, e.known))
	if err != nil {
		return fmt.Errorf("look for whom to safeguard: %w", err)
	}
	for _, id := range found {
		into[id] = true
	}
	return nil
}

// moveJointPlan writes a new state and tells the other side.
func (e *Enquiry) moveJointPlan(ctx context.Context, key graph.WriteKey, p *JointPlan, version, other graph.ID) (*JointPlanPayload, error) {
	object := p.object
	var err error
	if object.Body, err = json.Marshal(p.JointPlan); err != nil {
		return nil, fmt.Errorf("encode a joint plan: %w", err)
	}
	object.State, object.Version = string(p.State), ""
	return e.putJointPlan(ctx, key, object, other, map[graph.ID]graph.ID{object.ID: version}, slices.Concat(p.Targets...)...)
}

// putJointPlan logs and writes a joint plan with the notice to the other side.
func (e *Enquiry) putJointPlan(
	ctx context.Context, key graph.WriteKey, object graph.CaseObject, other graph.ID, expect map[graph.ID]graph.ID, used ...graph.ID,
) (*JointPlanPayload, error) {
	n := graph.Notice{Kind: graph.NoticeJointPlan, From: e.principal.Organisation, Matter: object.ID, Detail: object.State}
	told, err := e.noticeTo(other, n, object.About...)
	if err != nil {
		return nil, err
	}
	w, err := e.writeOf(key, object.ID)
	if err != nil {
		return nil, err
	}
	w.CaseObjects, w.Expect = []graph.CaseObject{object, told}, expect
	if err := e.recordJointPlan(ctx, object, used); err != nil {
		return nil, err
	}
	written, revision, err := e.settle(ctx, w)
	if err != nil {
		return nil, err
	}
	return e.jointPlanPayload(ctx, written.ID, revision)
}

// recordJointPlan logs the act, and apart from it what the plan was made on: a
// supervisor who agrees is not told all of it. Of a plan without targets there are two
// entries too, or their number would tell of targets out of sight.
func (e *Enquiry) recordJointPlan(ctx context.Context, object graph.CaseObject, used []graph.ID) error {
	entry := audit.Entry{
		Action: audit.Disruption, Query: &audit.Shape{Question: "jointPlan"}, Elements: distinct(append([]graph.ID{object.ID}, object.About...)),
	}
	if err := e.record(ctx, entry); err != nil || object.State != string(graph.JointPlanAgreed) {
		return err
	}
	entry.Elements, entry.Unseen = distinct(used), true
	return e.record(ctx, entry)
}

func (e *Enquiry) jointPlanPayload(ctx context.Context, id graph.ID, revision graph.Revision) (*JointPlanPayload, error) {
	token, err := e.seal.revision(revision)
	if err != nil {
		return nil, err
	}
	p, err := e.jointPlanByID(ctx, id)
	return &JointPlanPayload{JointPlan: p, Revision: token}, err
}
