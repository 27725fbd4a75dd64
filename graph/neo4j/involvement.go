package neo4j

import (
	"context"
	"time"

	"entente/auth/policy"
	"entente/graph"
)

// Involvements gives, for each of the persons, the involvements in sight in
// order of id. An involvement is in sight if its marking is and its person's
// record is; with asOf both as the hub knew them then. Whether the caller may
// know of the operation is not asked here.
func (s *Store) Involvements(
	ctx context.Context, sight policy.Sight, persons []graph.ID, asOf *time.Time,
) (map[graph.ID][]graph.Involvement, error) {
	found := map[graph.ID][]graph.Involvement{}
	if sight.Blind() || len(persons) == 0 {
		return found, nil
	}
	involvements, err := s.involvements(ctx, at("involvements", asOf), params{
		"persons": plainTexts(persons), "sight": sight.Visible(), "asOf": instantOrNull(asOf),
	})
	for _, i := range involvements {
		found[i.Person] = append(found[i.Person], i)
	}
	return found, err
}

// InvolvementsOf gives a page of the involvements of an operation in sight, in
// order of id; no roles are all roles.
func (s *Store) InvolvementsOf(
	ctx context.Context, sight policy.Sight, operation graph.ID, roles []graph.InvolvementRole, page graph.Page,
) ([]graph.Involvement, error) {
	if sight.Blind() || page.Limit <= 0 {
		return nil, nil
	}
	return s.involvements(ctx, "involvements_of", params{
		"operation": string(operation), "roles": orNull(roles), "sight": sight.Visible(),
		"after": string(page.After.ID), "limit": int64(page.Limit),
	})
}

// InvolvementsUnder gives the ids of at most limit involvements in sight that
// stand under one of some markings themselves, in order of id.
func (s *Store) InvolvementsUnder(ctx context.Context, sight policy.Sight, markings []graph.MarkingID, limit int) ([]graph.ID, error) {
	if sight.Blind() || len(markings) == 0 || limit <= 0 {
		return nil, nil
	}
	rows, err := s.read(ctx, "involvements_under", params{
		"markings": numbers(markings), "sight": sight.Visible(), "limit": int64(limit),
	})
	if err != nil {
		return nil, err
	}
	ids := make([]graph.ID, len(rows))
	for i, r := range rows {
		ids[i] = graph.ID(text(r, "id"))
	}
	return ids, nil
}

// CountInvolvementsOf counts what InvolvementsOf would give without a page.
func (s *Store) CountInvolvementsOf(
	ctx context.Context, sight policy.Sight, operation graph.ID, roles []graph.InvolvementRole,
) (int, error) {
	if sight.Blind() {
		return 0, nil
	}
	rows, err := s.read(ctx, "count_involvements_of", params{
		"operation": string(operation), "roles": orNull(roles), "sight": sight.Visible(),
	})
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	return int(whole(rows[0], "count")), nil
}

func (s *Store) involvements(ctx context.Context, name string, p params) ([]graph.Involvement, error) {
	rows, err := s.read(ctx, name, p)
	if err != nil {
		return nil, err
	}
	involvements := make([]graph.Involvement, 0, len(rows))
	for _, r := range rows {
		p := mapOf(r, "involvement")
		marking, err := s.markingIn(ctx, p)
		if err != nil {
			return nil, err
		}
		involvements = append(involvements, graph.Involvement{
			Contribution: contribution(p, marking), Operation: graph.ID(text(p, "operation")),
			Person: graph.ID(text(p, "person")), Role: graph.InvolvementRole(text(p, "role")),
		})
	}
	return involvements, nil
}

func involvementProps(i graph.Involvement, marking graph.MarkingID) map[string]any {
	p := contributionProps(i.Contribution, marking)
	p["operation"], p["person"], p["role"] = string(i.Operation), string(i.Person), string(i.Role)
	sealContent(p)
	return p
}
