package neo4j

import (
	"context"

	"entente/auth/policy"
	"entente/graph"
)

// NeverTargets gives the records in sight of people who are no targets, in the
// order of ids: children, by what child says, and who has in sight the role of VICTIM in one of the
// operations.
func (s *Store) NeverTargets(ctx context.Context, sight policy.Sight, operations []graph.ID, child graph.Childhood) ([]graph.ID, error) {
	if sight.Blind() {
		return nil, nil
	}
	rows, err := s.read(ctx, "never_targets", params{
		"operations": plainTexts(operations), "sight": sight.Visible(), "compartment": numbers(child.Compartment), "adult": string(child.Adult),
	})
	if err != nil {
		return nil, err
	}
	out := make([]graph.ID, len(rows))
	for i, r := range rows {
		out[i] = graph.ID(text(r, "id"))
	}
	return out, nil
}
