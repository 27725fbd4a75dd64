package casework

import (
	"context"
	"encoding/json"
	"fmt"

	"entente/audit"
	"entente/auth"
	"entente/graph"
)

// FileEvaluationInput says what the caller's organisation makes of a joint team
// that is over.
type FileEvaluationInput struct {
	IdempotencyKey string
	Operation      graph.ID
	Results        string
	Difficulties   string
	Lessons        string
	Arrests        int
	Safeguarded    int
	Seized         string
}

// Evaluation is an evaluation as a party sees it.
type Evaluation struct {
	graph.Evaluation
	ID graph.ID
}

// EvaluationPayload is an evaluation that was filed; Revision is sealed.
type EvaluationPayload struct {
	Evaluation *Evaluation
	Revision   string
}

// FileEvaluation files an evaluation of a joint team that is over, for all its
// parties to read. Supervisors and team administrators do.
func (e *Enquiry) FileEvaluation(ctx context.Context, in FileEvaluationInput) (*EvaluationPayload, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	if !e.principal.Is(auth.Supervisor) && !e.principal.Is(auth.TeamAdministrator) {
		return nil, e.gate(ctx, "A supervisor or a team administrator files an evaluation.")
	}
	evaluation := graph.Evaluation{
		Operation: in.Operation, Organisation: e.principal.Organisation, Officer: e.principal.Officer, Results: in.Results,
		Difficulties: in.Difficulties, Lessons: in.Lessons, Arrests: in.Arrests, Safeguarded: in.Safeguarded, Seized: in.Seized,
	}
	key, err := e.key("fileEvaluation", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	written, done, err := e.store.Written(ctx, key)
	if err != nil {
		return nil, graph.Under("input", err)
	}
	if done {
		var before outcome
		if err := json.Unmarshal(written.Outcome, &before); err != nil {
			return nil, fmt.Errorf("read an outcome: %w", err)
		}
		return e.evaluationPayload(before.ID, evaluation, written.Revision)
	}
	if err := graph.Under("input", evaluation.Check()); err != nil {
		return nil, err
	}
	return e.putEvaluation(ctx, key, evaluation)
}

func (e *Enquiry) putEvaluation(ctx context.Context, key graph.WriteKey, v graph.Evaluation) (*EvaluationPayload, error) {
	o, err := e.store.Operation(ctx, v.Operation)
	if err != nil || !o.WasParty(e.principal.Organisation) {
		return nil, graph.At("input.operation", missingOr(err))
	}
	if o.StateAt(e.at) != graph.OperationEnded {
		return nil, graph.Bad("input.operation", "This joint team is not over: it is evaluated at its end.")
	}
	object, err := e.newCaseObject(graph.CaseEvaluation, v, (&closing{operation: o}).everParty()...)
	if err != nil {
		return nil, err
	}
	object.About = []graph.ID{o.ID}
	w, err := e.writeOf(key, object.ID)
	if err != nil {
		return nil, err
	}
	told, err := e.tellParties(o, "EVALUATION")
	if err != nil {
		return nil, err
	}
	w.CaseObjects = append(told, object)
	if err := e.record(ctx, audit.Entry{Action: audit.Administer, Operation: o.ID, Elements: []graph.ID{object.ID}}); err != nil {
		return nil, err
	}
	_, revision, err := e.settle(ctx, w)
	if err != nil {
		return nil, err
	}
	return e.evaluationPayload(object.ID, v, revision)
}

func (e *Enquiry) evaluationPayload(id graph.ID, v graph.Evaluation, revision graph.Revision) (*EvaluationPayload, error) {
	token, err := e.seal.revision(revision)
	return &EvaluationPayload{Evaluation: &Evaluation{Evaluation: v, ID: id}, Revision: token}, err
}

// Evaluations are those of an operation in the caller's sight, newest first. A team
// administrator who reads no case data has those that they filed themselves.
func (e *Enquiry) Evaluations(ctx context.Context, o *graph.Operation) ([]*Evaluation, error) {
	found, err := e.closed(ctx, o, graph.CaseEvaluation)
	if err != nil {
		return nil, err
	}
	out := make([]*Evaluation, 0, len(found))
	for _, object := range found {
		one := &Evaluation{ID: object.ID}
		if err := decode(object, &one.Evaluation); err != nil {
			return nil, err
		}
		if e.sight.Blind() && one.Officer != e.principal.Officer {
			continue
		}
		out = append(out, one)
		e.note(audit.Read, nil, object.ID)
	}
	return out, nil
}
