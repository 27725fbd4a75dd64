package casework

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"entente/audit"
	"entente/graph"
)

// SecondDecision is a judgement that waits for a second officer, or was decided.
type SecondDecision struct {
	graph.SecondDecision
	object graph.CaseObject
	State  graph.DecisionState
}

// ID is the decision's own.
func (d *SecondDecision) ID() graph.ID { return d.object.ID }

// Version names this state of it.
func (d *SecondDecision) Version() graph.ID { return d.object.Version }

// Asked is when the judgement was made.
func (d *SecondDecision) Asked() time.Time { return d.object.Made }

// Role is the role that waits.
func (d *SecondDecision) Role() graph.InvolvementRole { return d.Involvement.Role }

// ConfirmInvolvementInput is the second officer's decision.
type ConfirmInvolvementInput struct {
	IdempotencyKey string
	ID             graph.ID
	Version        graph.ID
	Confirm        bool
	Reason         string
}

// SecondDecisions are those of the caller's organisation that wait, newest first.
func (e *Enquiry) SecondDecisions(ctx context.Context, first int) ([]*SecondDecision, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	if first < 1 || first > maxPage {
		return nil, graph.Bad("first", fmt.Sprintf("Ask for 1 to %d.", maxPage))
	}
	filter := graph.CaseFilter{Kinds: []graph.CaseKind{graph.CaseDecision}, States: []string{string(graph.DecisionPending)}}
	found, _, err := e.store.CaseObjects(ctx, e.sight, filter, graph.Page{Limit: first})
	if err != nil {
		return nil, fmt.Errorf("list second decisions: %w", err)
	}
	var out []*SecondDecision
	for _, object := range found {
		d, err := e.decisionOf(object)
		if err != nil {
			return nil, err
		}
		e.note(audit.Read, nil, object.ID, d.Involvement.Person)
		out = append(out, d)
	}
	return out, nil
}

func (e *Enquiry) decisionOf(object graph.CaseObject) (*SecondDecision, error) {
	d := &SecondDecision{object: object, State: graph.DecisionState(object.State)}
	return d, decode(object, &d.SecondDecision)
}

// decisionByID is one of the caller's organisation, or NotFound.
func (e *Enquiry) decisionByID(ctx context.Context, id graph.ID) (*SecondDecision, error) {
	var body graph.SecondDecision
	object, err := e.caseObject(ctx, graph.CaseDecision, id, &body)
	if err != nil {
		return nil, err
	}
	e.note(audit.Read, nil, id)
	return e.decisionOf(object)
}

// DecisionPerson is whom a decision is about; nil where the caller does not see
// the record.
func (e *Enquiry) DecisionPerson(ctx context.Context, d *SecondDecision) (*Record, error) {
	return e.RecordOrNone(ctx, d.Involvement.Person)
}

// await keeps a judgement back until a second officer decides.
func (e *Enquiry) await(ctx context.Context, key graph.WriteKey, i graph.Involvement) (outcome, graph.Revision, error) {
	object, err := e.newCaseObject(graph.CaseDecision, graph.SecondDecision{AskedBy: e.principal.Officer, Involvement: i})
	if err != nil {
		return outcome{}, 0, err
	}
	object.Marking.Compartments = i.Marking.Compartments
	object.About, object.State = []graph.ID{i.Person}, string(graph.DecisionPending)
	if err := e.record(ctx, audit.Entry{Action: audit.Create, Operation: i.Operation, Elements: []graph.ID{object.ID, i.Person}}); err != nil {
		return outcome{}, 0, err
	}
	w, err := e.writeOf(key, object.ID)
	if err != nil {
		return outcome{}, 0, err
	}
	w.CaseObjects = []graph.CaseObject{object}
	return e.settle(ctx, w)
}

// ConfirmInvolvement is the second decision on a judgement that turns a
// recognised victim into a suspect: by a supervisor of the same organisation
// who did not make the first.
func (e *Enquiry) ConfirmInvolvement(ctx context.Context, in ConfirmInvolvementInput) (*InvolvementPayload, error) {
	a, err := e.attempt(ctx, "confirmInvolvement", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	before, revision := a.before, a.revision
	if !a.done {
		before, revision, err = e.putDecision(ctx, a.key, in)
	}
	if err != nil {
		return nil, err
	}
	return e.involvementPayload(ctx, before.ID, revision)
}

func (e *Enquiry) putDecision(ctx context.Context, key graph.WriteKey, in ConfirmInvolvementInput) (outcome, graph.Revision, error) {
	d, err := e.undecided(ctx, in.ID)
	if err != nil {
		return outcome{}, 0, err
	}
	w, err := e.writeOf(key, in.ID)
	if err != nil {
		return outcome{}, 0, err
	}
	w.Expect = map[graph.ID]graph.ID{in.ID: in.Version}
	d.State, d.DecidedBy, d.Reason = graph.DecisionRejected, e.principal.Officer, in.Reason
	if in.Confirm {
		d.State = graph.DecisionConfirmed
		if err := e.confirm(ctx, d); err != nil {
			return outcome{}, 0, err
		}
		w.Involvements = []graph.Involvement{d.Involvement}
	}
	object := d.object
	object.State, object.Version = string(d.State), ""
	if object.Body, err = json.Marshal(d.SecondDecision); err != nil {
		return outcome{}, 0, fmt.Errorf("encode a second decision: %w", err)
	}
	w.CaseObjects = []graph.CaseObject{object}
	elements := []graph.ID{in.ID, d.Involvement.ID, d.Involvement.Person}
	if err := e.record(ctx, audit.Entry{Action: audit.Create, Operation: d.Involvement.Operation, Elements: elements}); err != nil {
		return outcome{}, 0, err
	}
	return e.settle(ctx, w)
}

// undecided is a decision that the caller may make.
func (e *Enquiry) undecided(ctx context.Context, id graph.ID) (*SecondDecision, error) {
	d, err := e.decisionByID(ctx, id)
	if err != nil {
		return nil, graph.At("input.id", err)
	}
	if d.State != graph.DecisionPending {
		return nil, &graph.Error{Code: graph.Conflict, Field: "input.id", Message: "This is decided already: read it again."}
	}
	if err := e.supervisor(ctx, id); err != nil {
		return nil, err
	}
	if d.AskedBy == e.principal.Officer {
		return nil, e.gate(ctx, "Somebody else than who judged first decides.", id)
	}
	return d, nil
}

// confirm checks once more what may have changed since the first decision.
func (e *Enquiry) confirm(ctx context.Context, d *SecondDecision) error {
	if _, err := e.Operation(ctx, d.Involvement.Operation); err != nil {
		return graph.At("input.id", err)
	}
	if _, err := e.Record(ctx, d.Involvement.Person, nil); err != nil {
		return graph.At("input.id", err)
	}
	if _, err := e.secondDecision(ctx, d.Involvement); err != nil {
		return err
	}
	if err := e.gives(ctx, graph.Marking{}, d.Involvement.Marking, d.Involvement.Person); err != nil {
		return err
	}
	var err error
	d.Involvement.Version, err = e.newID(graph.NounVersion)
	d.Involvement.KnownFrom = e.at
	return err
}

// involvementPayload answers with what was written: the role, or the decision
// that it waits for.
func (e *Enquiry) involvementPayload(ctx context.Context, id graph.ID, revision graph.Revision) (*InvolvementPayload, error) {
	token, err := e.seal.revision(revision)
	if err != nil {
		return nil, err
	}
	p := &InvolvementPayload{Revision: token}
	if !id.Is(graph.NounCaseObject) {
		p.Involvement, err = e.Involvement(ctx, id)
		return p, err
	}
	if p.Decision, err = e.decisionByID(ctx, id); err != nil || p.Decision.State != graph.DecisionConfirmed {
		return p, err
	}
	p.Involvement, err = e.Involvement(ctx, p.Decision.Involvement.ID)
	return p, err
}
