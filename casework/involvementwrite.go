package casework

import (
	"context"

	"entente/audit"
	"entente/graph"
)

// CreateInvolvement judges which role a person has in an operation. The person
// out of sight, or an operation the caller is not in the team of: NotFound.
func (e *Enquiry) CreateInvolvement(ctx context.Context, in CreateInvolvementInput) (*InvolvementPayload, error) {
	a, err := e.attempt(ctx, "createInvolvement", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	before, revision := a.before, a.revision
	if !a.done {
		before, revision, err = e.putInvolvement(ctx, a.key, in)
	}
	if err != nil {
		return nil, err
	}
	return e.involvementPayload(ctx, before.ID, revision)
}

func (e *Enquiry) putInvolvement(ctx context.Context, key graph.WriteKey, in CreateInvolvementInput) (outcome, graph.Revision, error) {
	id, err := e.newID(graph.NounInvolvement)
	if err != nil {
		return outcome{}, 0, err
	}
	contribution, err := e.contribution(ctx, id, in.ContributionInput, nil)
	if err != nil {
		return outcome{}, 0, err
	}
	involvement := graph.Involvement{Contribution: contribution, Operation: in.Operation, Person: in.Person, Role: in.Role}
	if err := e.checkInvolvement(ctx, involvement); err != nil {
		return outcome{}, 0, err
	}
	second, err := e.secondDecision(ctx, involvement)
	if err != nil {
		return outcome{}, 0, err
	}
	if err := e.gives(ctx, graph.Marking{}, involvement.Marking, involvement.Person); err != nil {
		return outcome{}, 0, err
	}
	if second {
		return e.await(ctx, key, involvement)
	}
	if err := e.record(ctx, audit.Entry{Action: audit.Create, Operation: in.Operation, Elements: []graph.ID{id, in.Person}}); err != nil {
		return outcome{}, 0, err
	}
	w, err := e.writeOf(key, id)
	if err != nil {
		return outcome{}, 0, err
	}
	w.Involvements = []graph.Involvement{involvement}
	return e.settle(ctx, w)
}

func (e *Enquiry) checkInvolvement(ctx context.Context, i graph.Involvement) error {
	operation, err := e.Operation(ctx, i.Operation)
	if err != nil {
		return graph.At("input.operation", err)
	}
	if !operation.InTeam(e.principal.Officer, e.principal.Organisation, e.at) {
		return e.gate(ctx, "Only the team of an operation judges who has which role in it.", operation.ID)
	}
	person, err := e.Record(ctx, i.Person, nil)
	if err != nil {
		return graph.At("input.person", err)
	}
	if person.Kind() != graph.KindPerson {
		return graph.Bad("input.person", "Only a record of kind PERSON has a role in an operation.")
	}
	return graph.Under("input", i.Check())
}

// RetireInvolvement withdraws a judgement of the caller's organisation.
func (e *Enquiry) RetireInvolvement(ctx context.Context, in RetireInput) (*RetirePayload, error) {
	return e.retire(ctx, "retireInvolvement", in, func() (graph.Write, error) {
		former, err := e.Involvement(ctx, in.ID)
		if err != nil {
			return graph.Write{}, graph.At("input.id", err)
		}
		if err := e.owned(ctx, former.Contribution); err != nil {
			return graph.Write{}, err
		}
		last := former.Involvement
		last.Contribution, err = e.retired(last.Contribution)
		return graph.Write{Involvements: []graph.Involvement{last}}, err
	})
}
