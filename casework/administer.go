package casework

import (
	"context"
	"encoding/json"
	"fmt"

	"entente/audit"
	"entente/auth"
	"entente/graph"
)

// OperationPayload is an operation that was changed; Operation is nil where the
// caller's organisation has no part in it any more. Revision is sealed.
type OperationPayload struct {
	Operation *graph.Operation
	Revision  string
}

// administrator lets through who acts for an organisation in its joint teams,
// without seeing their data.
func (e *Enquiry) administrator(ctx context.Context) error {
	if err := e.reader(); err != nil {
		return err
	}
	if !e.principal.Is(auth.TeamAdministrator) {
		return e.gate(ctx, "Only a team administrator acts for an organisation in its joint teams.")
	}
	return e.proved(ctx)
}

// administering is a change of one operation that was asked for.
type administering struct {
	action         string
	idempotencyKey string
	input          any
	id             graph.ID // of the operation; empty for a new one
	version        graph.ID // the version that was read; empty for any
	elements       []graph.ID
	detail         string // what the other parties are told
	change         func(graph.Operation) (graph.Operation, error)
}

// administer carries out a change of an operation, tells the other parties, and
// gives what became of it. An operation the caller's organisation has no part
// in: NotFound.
func (e *Enquiry) administer(ctx context.Context, a administering) (*OperationPayload, error) {
	if err := e.administrator(ctx); err != nil {
		return nil, err
	}
	key, err := e.key(a.action, a.idempotencyKey, a.input)
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
		return e.operationPayload(ctx, before.ID, written.Revision)
	}
	former, err := e.administered(ctx, a.id, a.version)
	if err != nil {
		return nil, err
	}
	return e.putOperation(ctx, key, a, former)
}

// administered is the operation to be changed, an empty one for no id.
func (e *Enquiry) administered(ctx context.Context, id, version graph.ID) (graph.Operation, error) {
	if id == "" {
		fresh, err := e.newID(graph.NounOperation)
		return graph.Operation{ID: fresh, Hub: e.hub, Draft: true}, err
	}
	known, err := e.Operation(ctx, id)
	if err != nil {
		return graph.Operation{}, graph.At("input.id", err)
	}
	former, err := e.store.Operation(ctx, known.ID)
	if err != nil {
		return graph.Operation{}, fmt.Errorf("read an operation: %w", graph.At("input.id", err))
	}
	if !former.Ended.IsZero() && !e.at.Before(former.Ended) {
		return graph.Operation{}, graph.Bad("input.id", "This operation has ended: propose another one.")
	}
	if version != "" && version != former.Version {
		return graph.Operation{}, &graph.Error{
			Code: graph.Conflict, Field: "input.version", Message: "This has been changed since you read it: read it again.",
		}
	}
	return former, nil
}

func (e *Enquiry) putOperation(ctx context.Context, key graph.WriteKey, a administering, former graph.Operation) (*OperationPayload, error) {
	o, err := a.change(former)
	if err != nil {
		return nil, graph.Under("input", err)
	}
	if err := e.partiesExist(ctx, o); err != nil {
		return nil, err
	}
	entry := audit.Entry{Action: audit.Administer, Operation: o.ID, Elements: append([]graph.ID{o.ID}, a.elements...)}
	if err := e.record(ctx, entry); err != nil {
		return nil, err
	}
	w, err := e.writeOf(key, o.ID)
	if err != nil {
		return nil, err
	}
	o.Version = ""
	w.Operations = []graph.Operation{o}
	if former.Version != "" {
		w.Expect = map[graph.ID]graph.ID{o.ID: former.Version}
	}
	if w.CaseObjects, err = e.tellChange(former, o, a.detail); err != nil {
		return nil, err
	}
	if _, revision, err := e.settle(ctx, w); err != nil {
		return nil, err
	} else {
		return e.operationPayload(ctx, o.ID, revision)
	}
}

// partiesExist refuses a proposal to an organisation that the hub does not know.
func (e *Enquiry) partiesExist(ctx context.Context, o graph.Operation) error {
	if o.Proposal == nil {
		return nil
	}
	known, err := e.OrganisationsNamed(ctx, o.Proposal.Parties)
	if err != nil {
		return err
	}
	if len(known) != len(o.Proposal.Parties) {
		return graph.At("input.parties", graph.Missing())
	}
	return nil
}

func (e *Enquiry) operationPayload(ctx context.Context, id graph.ID, revision graph.Revision) (*OperationPayload, error) {
	token, err := e.seal.revision(revision)
	if err != nil {
		return nil, err
	}
	o, err := e.Operation(ctx, id)
	if err != nil && graph.CodeOf(err) != graph.NotFound {
		return nil, err
	}
	return &OperationPayload{Operation: o, Revision: token}, nil
}
