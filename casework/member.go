package casework

import (
	"context"
	"crypto/sha256"
	"fmt"
	"time"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
)

// OfficerStore knows the officers who have used the hub.
type OfficerStore interface {
	// Officers are those among ids that the hub knows.
	Officers(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Officer, error)
	// OfficersOf are those of an organisation, by name, then id.
	OfficersOf(ctx context.Context, organisation graph.ID) ([]graph.Officer, error)
}

// AddMemberInput takes an officer of the caller's organisation into a team.
type AddMemberInput struct {
	IdempotencyKey string
	ID             graph.ID
	Officer        graph.ID
	Role           graph.TeamRole
	From           *time.Time // nil is now
	Until          *time.Time // nil is open
}

// RemoveMemberInput takes an officer of the caller's organisation out of a team.
type RemoveMemberInput struct {
	IdempotencyKey string
	ID             graph.ID
	Officer        graph.ID
}

// AddMember takes an officer of the caller's organisation, known to the hub,
// into the team of an operation.
func (e *Enquiry) AddMember(ctx context.Context, in AddMemberInput) (*OperationPayload, error) {
	return e.administer(ctx, administering{
		action: "addMember", idempotencyKey: in.IdempotencyKey, input: in, id: in.ID, detail: "MEMBER_ADDED",
		elements: officerOnly(in.Officer),
		change: func(o graph.Operation) (graph.Operation, error) {
			known, err := e.store.Officers(ctx, []graph.ID{in.Officer})
			if err != nil {
				return o, fmt.Errorf("read an officer: %w", err)
			}
			officer, ok := known[in.Officer]
			if !ok || officer.Organisation != e.principal.Organisation {
				return o, graph.At("input.officer", graph.Missing())
			}
			m := graph.Member{Officer: officer.ID, Name: officer.Name, Organisation: officer.Organisation, Role: in.Role, From: e.at}
			if in.From != nil && in.From.After(e.at) {
				m.From = *in.From
			}
			if in.Until != nil {
				m.Until = *in.Until
			}
			return o.Joined(m)
		},
	})
}

// RemoveMember takes an officer of the caller's organisation out of the team of
// an operation, at once.
func (e *Enquiry) RemoveMember(ctx context.Context, in RemoveMemberInput) (*OperationPayload, error) {
	return e.administer(ctx, administering{
		action: "removeMember", idempotencyKey: in.IdempotencyKey, input: in, id: in.ID, detail: "MEMBER_REMOVED",
		elements: officerOnly(in.Officer),
		change: func(o graph.Operation) (graph.Operation, error) {
			return o.Parted(in.Officer, e.principal.Organisation, e.at)
		},
	})
}

// officerOnly is the officer to be named in the log, if it is one.
func officerOnly(id graph.ID) []graph.ID {
	if id.Is(graph.NounOfficer) {
		return []graph.ID{id}
	}
	return nil
}

// Officers are the officers of the caller's organisation who have used the hub,
// by name, for its team administrators.
func (e *Enquiry) Officers(ctx context.Context) ([]*graph.Officer, error) {
	if !e.principal.Is(auth.TeamAdministrator) {
		return nil, e.gate(ctx, "Only a team administrator asks for the officers of an organisation.")
	}
	found, err := e.store.OfficersOf(ctx, e.principal.Organisation)
	if err != nil {
		return nil, fmt.Errorf("list officers: %w", err)
	}
	out := make([]*graph.Officer, len(found))
	for i := range found {
		out[i] = &found[i]
	}
	return out, nil
}

// Introduce makes the caller known to the hub, so that an administrator finds
// them: the first time, and when name or organisation have changed.
func (e *Enquiry) Introduce(ctx context.Context) error {
	p := e.principal
	known, err := e.store.Officers(ctx, []graph.ID{p.Officer})
	if err != nil {
		return fmt.Errorf("introduce an officer: %w", err)
	}
	if o, ok := known[p.Officer]; ok && o.Name == p.Name && o.Organisation == p.Organisation {
		return nil
	}
	encoded := fmt.Sprintf("%q %q %q", p.Officer, p.Name, p.Organisation)
	w := graph.Write{
		At: e.at, Officers: []graph.Officer{{ID: p.Officer, Name: p.Name, Organisation: p.Organisation}},
		Key: graph.WriteKey{
			Officer: p.Officer, Key: "introduce " + encoded + e.at.String(), Digest: sha256.Sum256([]byte(encoded)),
		},
	}
	if _, err := e.store.Write(ctx, policy.Sight{}, w); err != nil {
		return fmt.Errorf("introduce an officer: %w", err)
	}
	return nil
}
