package casework

import (
	"context"
	"errors"

	"entente/graph"
)

// ProposeOperationInput asks others to sign a new agreement.
type ProposeOperationInput struct {
	IdempotencyKey string
	Name           string
	Agreement      graph.Agreement
	Parties        []graph.ID
}

// AmendOperationInput asks the parties to sign another agreement.
type AmendOperationInput struct {
	IdempotencyKey string
	ID             graph.ID
	Version        graph.ID
	Name           *string // nil is as it was
	Agreement      graph.Agreement
	Parties        []graph.ID
}

// ExtendOperationInput asks the parties to sign another last day.
type ExtendOperationInput struct {
	IdempotencyKey string
	ID             graph.ID
	Version        graph.ID
	Until          *graph.Date // nil is open
}

// OperationInput names an operation as it was read.
type OperationInput struct {
	IdempotencyKey string
	ID             graph.ID
	Version        graph.ID
}

// WithdrawPartyInput says that the caller's organisation leaves an agreement.
type WithdrawPartyInput struct {
	IdempotencyKey string
	ID             graph.ID
}

// ProposeOperation proposes an operation and signs for the caller's
// organisation; there is a team once all parties have signed.
func (e *Enquiry) ProposeOperation(ctx context.Context, in ProposeOperationInput) (*OperationPayload, error) {
	return e.administer(ctx, administering{
		action: "proposeOperation", idempotencyKey: in.IdempotencyKey, input: in, detail: "PROPOSED",
		change: func(o graph.Operation) (graph.Operation, error) {
			o.Name, o.Agreement = in.Name, in.Agreement
			return o.Proposed(e.proposal(in.Name, in.Agreement, append([]graph.ID{e.principal.Organisation}, in.Parties...)), e.principal.Officer)
		},
	})
}

// SignOperation signs what is proposed for the caller's organisation.
func (e *Enquiry) SignOperation(ctx context.Context, in OperationInput) (*OperationPayload, error) {
	return e.administer(ctx, administering{
		action: "signOperation", idempotencyKey: in.IdempotencyKey, input: in, id: in.ID, version: in.Version, detail: "SIGNED",
		change: func(o graph.Operation) (graph.Operation, error) {
			return o.Signed(graph.Signature{Organisation: e.principal.Organisation, Officer: e.principal.Officer, At: e.at})
		},
	})
}

// AmendOperation proposes another agreement, or other parties. It takes effect
// when everyone who would be party has signed; until then the former holds.
func (e *Enquiry) AmendOperation(ctx context.Context, in AmendOperationInput) (*OperationPayload, error) {
	return e.administer(ctx, administering{
		action: "amendOperation", idempotencyKey: in.IdempotencyKey, input: in, id: in.ID, version: in.Version, detail: "AMENDMENT_PROPOSED",
		change: func(o graph.Operation) (graph.Operation, error) {
			name := o.Name
			if in.Name != nil {
				name = *in.Name
			}
			return o.Proposed(e.proposal(name, in.Agreement, in.Parties), e.principal.Officer)
		},
	})
}

// ExtendOperation proposes another last day.
func (e *Enquiry) ExtendOperation(ctx context.Context, in ExtendOperationInput) (*OperationPayload, error) {
	return e.administer(ctx, administering{
		action: "extendOperation", idempotencyKey: in.IdempotencyKey, input: in, id: in.ID, version: in.Version, detail: "EXTENSION_PROPOSED",
		change: func(o graph.Operation) (graph.Operation, error) {
			agreement := o.Agreement
			agreement.Until = ""
			if in.Until != nil {
				agreement.Until = *in.Until
			}
			extended, err := o.Proposed(e.proposal(o.Name, agreement, o.PartiesAt(e.at)), e.principal.Officer)
			return extended, within("agreement.until", "until", err)
		},
	})
}

// EndOperation proposes that the operation ends; it does once all parties have
// signed. Without that it ends by its date.
func (e *Enquiry) EndOperation(ctx context.Context, in OperationInput) (*OperationPayload, error) {
	return e.administer(ctx, administering{
		action: "endOperation", idempotencyKey: in.IdempotencyKey, input: in, id: in.ID, version: in.Version, detail: "END_PROPOSED",
		change: func(o graph.Operation) (graph.Operation, error) {
			p := e.proposal(o.Name, o.Agreement, o.PartiesAt(e.at))
			p.End = true
			return o.Proposed(p, e.principal.Officer)
		},
	})
}

// WithdrawParty takes the caller's organisation out of an agreement, with its
// officers, at once.
func (e *Enquiry) WithdrawParty(ctx context.Context, in WithdrawPartyInput) (*OperationPayload, error) {
	return e.administer(ctx, administering{
		action: "withdrawParty", idempotencyKey: in.IdempotencyKey, input: in, id: in.ID, detail: "WITHDRAWN",
		change: func(o graph.Operation) (graph.Operation, error) { return o.Withdrawn(e.principal.Organisation, e.at) },
	})
}

func (e *Enquiry) proposal(name string, a graph.Agreement, parties []graph.ID) graph.Proposal {
	a.Signed = ""
	return graph.Proposal{Name: name, Agreement: a, Parties: parties, By: e.principal.Organisation, At: e.at}
}

// within renames the field of an error, where an input has it elsewhere.
func within(from, to string, err error) error {
	var public *graph.Error
	if !errors.As(err, &public) || public.Field != from {
		return err
	}
	moved := *public
	moved.Field = to
	return &moved
}
