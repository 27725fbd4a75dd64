package neo4j

import (
	"context"
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

// Operations are those to which the organisation is a party at t, in order of
// id; its officers are the ones who may know of them, members of the team or
// not, because a member's organisation must be a party all the while.
func (s *Store) Operations(ctx context.Context, organisation graph.ID, t time.Time) ([]graph.Operation, error) {
	rows, err := s.read(ctx, "operations", params{"organisation": string(organisation), "t": t.UTC()})
	if err != nil {
		return nil, err
	}
	operations := make([]graph.Operation, 0, len(rows))
	for _, r := range rows {
		operations = append(operations, operation(r))
	}
	return operations, nil
}

func operation(r row) graph.Operation {
	p := mapOf(r, "operation")
	o := graph.Operation{
		ID: graph.ID(text(p, "id")), Hub: text(p, "hub"), Name: text(p, "name"), Ended: instant(p, "ended"),
		Agreement: graph.Agreement{
			LegalBasis: text(p, "legalBasis"), Purpose: text(p, "purpose"), Signed: graph.Date(text(p, "signed")),
			From: graph.Date(text(p, "agreedFrom")), Until: graph.Date(text(p, "agreedUntil")),
		},
	}
	for _, party := range maps(r, "parties") {
		o.Parties = append(o.Parties, graph.Party{
			Organisation: graph.ID(text(party, "organisation")), From: instant(party, "from"), Until: instant(party, "until"),
		})
	}
	for _, member := range maps(r, "members") {
		o.Members = append(o.Members, graph.Member{
			Officer: graph.ID(text(member, "officer")), Name: text(member, "name"),
			Organisation: graph.ID(text(member, "organisation")), Role: graph.TeamRole(text(member, "role")),
			From: instant(member, "from"), Until: instant(member, "until"),
		})
	}
	return o
}

func maps(r row, name string) []map[string]any {
	list, _ := r[name].([]any)
	var out []map[string]any
	for _, v := range list {
		if m, ok := v.(map[string]any); ok {
			out = append(out, m)
		}
	}
	return out
}

func operationRows(operations []graph.Operation) []map[string]any {
	rows := make([]map[string]any, len(operations))
	for i, o := range operations {
		rows[i] = map[string]any{"id": string(o.ID), "props": operationProps(o), "parties": partyRows(o), "members": memberRows(o)}
	}
	return rows
}

func operationProps(o graph.Operation) map[string]any {
	p := map[string]any{
		"id": string(o.ID), "hub": o.Hub, "name": o.Name, "legalBasis": o.Agreement.LegalBasis, "purpose": o.Agreement.Purpose,
		"signed": string(o.Agreement.Signed), "agreedFrom": string(o.Agreement.From), "agreedUntil": string(o.Agreement.Until),
	}
	put(p, "begins", o.Agreement.From.Begin())
	put(p, "ends", o.Agreement.Until.End())
	put(p, "ended", o.Ended)
	return p
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
