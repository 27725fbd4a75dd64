package neo4j

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"entente/graph"
)

// Standing is what the hub knows of an officer of an organisation at t, read
// in one statement so that its parts belong together.
func (s *Store) Standing(ctx context.Context, officer, organisation graph.ID, t time.Time) (graph.Standing, error) {
	rows, err := s.read(ctx, "standing", params{"officer": string(officer), "organisation": string(organisation), "t": t.UTC()})
	if err != nil {
		return graph.Standing{}, err
	}
	if len(rows) == 0 {
		return graph.Standing{}, errNotMigrated
	}
	return graph.Standing{
		Revision:   graph.Revision(whole(rows[0], "revision")), //nolint:gosec // a count
		Narrowed:   graph.Revision(whole(rows[0], "narrowed")), //nolint:gosec // a count
		Markings:   int(whole(rows[0], "markings")),
		Operations: idsOf(rows[0], "operations"),
	}, nil
}

// StandingTurns is when the next date after t comes by which an officer of an
// organisation may join or leave a team; zero is never.
func (s *Store) StandingTurns(ctx context.Context, officer, organisation graph.ID, t time.Time) (time.Time, error) {
	rows, err := s.read(ctx, "standing_turns", params{"officer": string(officer), "organisation": string(organisation), "t": t.UTC()})
	if err != nil || len(rows) == 0 {
		return time.Time{}, err
	}
	return instant(rows[0], "turns"), nil
}

// Operations are those to which the organisation is a party at t, in order of
// id; its officers are the ones who may know of them, members of the team or
// not, because a member's organisation must be a party all the while.
func (s *Store) Operations(ctx context.Context, organisation graph.ID, t time.Time) ([]graph.Operation, error) {
	return s.operations(ctx, "operations", params{"organisation": string(organisation), "t": t.UTC()})
}

// OperationsOf are those to which any of some organisations is a party at t, in order
// of id; it is for the hub's own work.
func (s *Store) OperationsOf(ctx context.Context, organisations []graph.ID, t time.Time) ([]graph.Operation, error) {
	return s.operations(ctx, "operations_of", params{"organisations": plainTexts(organisations), "t": t.UTC()})
}

func (s *Store) operations(ctx context.Context, name string, p params) ([]graph.Operation, error) {
	rows, err := s.read(ctx, name, p)
	if err != nil {
		return nil, err
	}
	operations := make([]graph.Operation, 0, len(rows))
	for _, r := range rows {
		o, err := operation(r)
		if err != nil {
			return nil, err
		}
		operations = append(operations, o)
	}
	return operations, nil
}

// Operation is an operation by its id, whoever asks: that the caller may know
// of it is for casework to say. None: graph.Missing.
func (s *Store) Operation(ctx context.Context, id graph.ID) (graph.Operation, error) {
	rows, err := s.read(ctx, "operation", params{"id": string(id)})
	if err != nil {
		return graph.Operation{}, err
	}
	if len(rows) == 0 {
		return graph.Operation{}, graph.Missing()
	}
	return operation(rows[0])
}

// OperationVersions are the former states of an operation, newest first.
func (s *Store) OperationVersions(ctx context.Context, id graph.ID) ([]graph.Operation, error) {
	rows, err := s.read(ctx, "operation_versions", params{"id": string(id)})
	if err != nil {
		return nil, err
	}
	versions := make([]graph.Operation, len(rows))
	for i, r := range rows {
		if err := json.Unmarshal([]byte(text(r, "json")), &versions[i]); err != nil {
			return nil, fmt.Errorf("read a version of an operation: %w", err)
		}
		versions[i].KnownUntil = instant(r, "until")
	}
	return versions, nil
}

func operation(r row) (graph.Operation, error) {
	p := mapOf(r, "operation")
	o := graph.Operation{
		ID: graph.ID(text(p, "id")), Hub: text(p, "hub"), Name: text(p, "name"), Ended: instant(p, "ended"),
		Draft: flag(p, "draft"), Version: graph.ID(text(p, "version")), KnownFrom: instant(p, "knownFrom"),
		Agreement: graph.Agreement{
			LegalBasis: text(p, "legalBasis"), Purpose: text(p, "purpose"), Signed: graph.Date(text(p, "signed")),
			From: graph.Date(text(p, "agreedFrom")), Until: graph.Date(text(p, "agreedUntil")),
		},
	}
	for _, party := range listOf(r, "parties") {
		o.Parties = append(o.Parties, graph.Party{
			Organisation: graph.ID(text(party, "organisation")), From: instant(party, "from"), Until: instant(party, "until"),
		})
	}
	for _, member := range listOf(r, "members") {
		o.Members = append(o.Members, graph.Member{
			Officer: graph.ID(text(member, "officer")), Name: text(member, "name"),
			Organisation: graph.ID(text(member, "organisation")), Role: graph.TeamRole(text(member, "role")),
			From: instant(member, "from"), Until: instant(member, "until"),
		})
	}
	if proposed := text(p, "proposal"); proposed != "" {
		if err := json.Unmarshal([]byte(proposed), &o.Proposal); err != nil {
			return o, fmt.Errorf("read a proposal: %w", err)
		}
	}
	return o, nil
}

// listOf is a column that holds a list of maps.
func listOf(r row, name string) []map[string]any {
	list, _ := r[name].([]any)
	var out []map[string]any
	for _, v := range list {
		if m, ok := v.(map[string]any); ok {
			out = append(out, m)
		}
	}
	return out
}

func operationRows(operations []graph.Operation) ([]map[string]any, error) {
	rows := make([]map[string]any, len(operations))
	for i, o := range operations {
		props, err := operationProps(o)
		if err != nil {
			return nil, err
		}
		rows[i] = map[string]any{"id": string(o.ID), "props": props, "parties": partyRows(o), "members": memberRows(o)}
	}
	return rows, nil
}

func operationProps(o graph.Operation) (map[string]any, error) {
	whole, err := json.Marshal(o)
	if err != nil {
		return nil, fmt.Errorf("encode an operation: %w", err)
	}
	p := map[string]any{
		"id": string(o.ID), "hub": o.Hub, "name": o.Name, "legalBasis": o.Agreement.LegalBasis, "purpose": o.Agreement.Purpose,
		"signed": string(o.Agreement.Signed), "agreedFrom": string(o.Agreement.From), "agreedUntil": string(o.Agreement.Until),
		"draft": o.Draft, "version": string(o.Version), "knownFrom": o.KnownFrom.UTC(), "json": string(whole),
	}
	if o.Proposal != nil {
		proposed, err := json.Marshal(o.Proposal)
		if err != nil {
			return nil, fmt.Errorf("encode a proposal: %w", err)
		}
		p["proposal"], p["invited"] = string(proposed), plainTexts(o.Proposal.Parties)
	}
	put(p, "begins", o.Agreement.From.Begin())
	put(p, "ends", o.Agreement.Until.End())
	put(p, "ended", o.Ended)
	return p, nil
}

func partyRows(o graph.Operation) []map[string]any {
	rows := make([]map[string]any, len(o.Parties))
	for i, party := range o.Parties {
		props := map[string]any{"from": party.From.UTC()}
		put(props, "until", party.Until)
		rows[i] = map[string]any{"organisation": string(party.Organisation), "props": props}
	}
	return rows
}

func memberRows(o graph.Operation) []map[string]any {
	rows := make([]map[string]any, len(o.Members))
	for i, m := range o.Members {
		props := map[string]any{
			"name": m.Name, "organisation": string(m.Organisation), "role": string(m.Role), "from": m.From.UTC(),
		}
		put(props, "until", m.Until)
		rows[i] = map[string]any{"officer": string(m.Officer), "props": props}
	}
	return rows
}

// put leaves a zero time out: it is open or unknown.
func put(p map[string]any, name string, t time.Time) {
	if !t.IsZero() {
		p[name] = t.UTC()
	}
}
