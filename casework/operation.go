package casework

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"entente/graph"
)

// OperationStore reads operations.
type OperationStore interface {
	// Operations are those to which an organisation is party at t, or asked to
	// become one: its officers may know of them, in the team or not.
	Operations(ctx context.Context, organisation graph.ID, t time.Time) ([]graph.Operation, error)
	// OperationsOf are those to which any of some organisations is party at t, for the
	// hub's own work.
	OperationsOf(ctx context.Context, organisations []graph.ID, t time.Time) ([]graph.Operation, error)
	// Operation is one by its id, whoever asks, else graph.Missing.
	Operation(ctx context.Context, id graph.ID) (graph.Operation, error)
	// OperationVersions are its former states, newest first, whoever asks.
	OperationVersions(ctx context.Context, id graph.ID) ([]graph.Operation, error)
}

func (e *Enquiry) readOperations(ctx context.Context) (map[graph.ID]*graph.Operation, error) {
	found, err := e.store.Operations(ctx, e.principal.Organisation, e.at)
	if err != nil {
		return nil, fmt.Errorf("read operations: %w", err)
	}
	byID := make(map[graph.ID]*graph.Operation, len(found))
	for i := range found {
		if !found[i].PartyAt(e.principal.Organisation, e.at) {
			found[i].Members = nil // who is only asked to sign does not learn who is in the team
		}
		byID[found[i].ID] = &found[i]
	}
	return byID, nil
}

// TeamOf says whether an organisation is party now to a running operation, so that
// its team may be given what the organisation contributes; NotFound where it is not.
func (c *Casework) TeamOf(ctx context.Context, organisation, operation graph.ID) error {
	now := c.clock()
	found, err := c.store.Operations(ctx, organisation, now)
	if err != nil {
		return fmt.Errorf("read operations: %w", err)
	}
	if !slices.ContainsFunc(found, func(o graph.Operation) bool {
		return o.ID == operation && o.PartyAt(organisation, now) && o.Running(now)
	}) {
		return graph.Missing()
	}
	return nil
}

// OperationVersions are what an operation was, newest first and the present
// state included: who was in its team at what time. Who is not yet a party
// learns of the present state alone.
func (e *Enquiry) OperationVersions(ctx context.Context, o *graph.Operation) ([]*graph.Operation, error) {
	out := []*graph.Operation{o}
	if !o.PartyAt(e.principal.Organisation, e.at) || !o.KnownUntil.IsZero() {
		return out, nil
	}
	former, err := e.store.OperationVersions(ctx, o.ID)
	if err != nil {
		return nil, fmt.Errorf("read the versions of an operation: %w", err)
	}
	for i := range former {
		out = append(out, &former[i])
	}
	return out, nil
}

// OperationState is where an operation stands now.
func (e *Enquiry) OperationState(o *graph.Operation) graph.OperationState { return o.StateAt(e.at) }

// Operation is an operation by its id, or NotFound for who has no part in it.
func (e *Enquiry) Operation(ctx context.Context, id graph.ID) (*graph.Operation, error) {
	known, err := e.loaders.operations(ctx)
	if err != nil {
		return nil, err
	}
	if found, ok := known[id]; ok {
		return found, nil
	}
	return nil, graph.Missing()
}

// knowsOperation says whether the caller has a part in an operation; on a
// failure the caller knows nothing, and the failure shows where it is read.
func (e *Enquiry) knowsOperation(ctx context.Context, id graph.ID) bool {
	_, err := e.Operation(ctx, id)
	return err == nil
}

// Operations are the operations the caller has a part in, by name, then id.
func (e *Enquiry) Operations(ctx context.Context) ([]*graph.Operation, error) {
	known, err := e.loaders.operations(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]*graph.Operation, 0, len(known))
	for _, o := range known {
		out = append(out, o)
	}
	slices.SortFunc(out, func(a, b *graph.Operation) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return out, nil
}

// OperationsNamed are those of ids that the caller has a part in, in the order given.
func (e *Enquiry) OperationsNamed(ctx context.Context, ids []graph.ID) ([]*graph.Operation, error) {
	known, err := e.loaders.operations(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]*graph.Operation, 0, len(ids))
	for _, id := range ids {
		if o, ok := known[id]; ok {
			out = append(out, o)
		}
	}
	return out, nil
}

// ScopeOf is the kind of an audience as the caller is told of it. Where it has
// organisations beside teams, none of which the caller knows of, it is one of
// organisations: what joint teams others have is not told.
func (e *Enquiry) ScopeOf(ctx context.Context, a *graph.Audience) (graph.Scope, error) {
	if a.Scope != graph.JointTeams || len(a.Organisations) == 0 {
		return a.Scope, nil
	}
	known, err := e.OperationsNamed(ctx, a.Operations)
	if err != nil || len(known) > 0 {
		return a.Scope, err
	}
	return graph.Organisations, nil
}

// OperationsNow are the operations in whose team the caller is at this moment.
func (e *Enquiry) OperationsNow(ctx context.Context) ([]*graph.Operation, error) {
	return e.OperationsNamed(ctx, e.standing.Operations)
}
