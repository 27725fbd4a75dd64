package neo4j

import (
	"context"

	"entente/graph"
)

// SafeguardsOf gives every role of VICTIM that the entities of records have, and every
// record of theirs that shows a child, whoever sees the roles, the records or
// the SAME_AS links that join the entities. A birth date of a month or a year alone is taken for its last day. It takes
// no sight: what it gives must reach nobody but as a refusal that names whom to
// speak to. Only casework/safeguard.go asks it.
func (s *Store) SafeguardsOf(ctx context.Context, records []graph.ID, child graph.Childhood) ([]graph.Safeguard, error) {
	asked := make(map[graph.ID]graph.ID, len(records))
	for _, id := range records {
		asked[id] = id
	}
	for frontier := records; len(frontier) > 0; {
		rows, err := s.read(ctx, "safeguard_same", params{"ids": plainTexts(frontier)})
		if err != nil {
			return nil, err
		}
		frontier = nil
		for _, r := range rows {
			other := graph.ID(text(r, "other"))
			if _, known := asked[other]; !known {
				asked[other] = asked[graph.ID(text(r, "id"))]
				frontier = append(frontier, other)
			}
		}
	}
	victims, err := s.safeguards(ctx, asked)
	if err != nil {
		return nil, err
	}
	children, err := s.children(ctx, asked, child)
	return append(victims, children...), err
}

func (s *Store) children(ctx context.Context, asked map[graph.ID]graph.ID, child graph.Childhood) ([]graph.Safeguard, error) {
	return s.safeguardsBy(ctx, "safeguard_children", asked, params{"compartment": numbers(child.Compartment), "adult": string(child.Adult)})
}

func (s *Store) safeguards(ctx context.Context, asked map[graph.ID]graph.ID) ([]graph.Safeguard, error) {
	return s.safeguardsBy(ctx, "safeguards", asked, params{})
}

// safeguardsBy are what a statement finds of people; a child needs no role, and
// then has no involvement and no operation.
func (s *Store) safeguardsBy(ctx context.Context, statement string, asked map[graph.ID]graph.ID, p params) ([]graph.Safeguard, error) {
	ids := make([]string, 0, len(asked))
	for id := range asked {
		ids = append(ids, string(id))
	}
	p["ids"] = ids
	rows, err := s.read(ctx, statement, p)
	if err != nil {
		return nil, err
	}
	out := make([]graph.Safeguard, len(rows))
	for i, r := range rows {
		marking, err := s.markingIn(ctx, r)
		if err != nil {
			return nil, err
		}
		person := graph.ID(text(r, "person"))
		out[i] = graph.Safeguard{
			Asked: asked[person], Person: person, Involvement: graph.ID(text(r, "involvement")),
			Operation: graph.ID(text(r, "operation")), Marking: marking,
		}
	}
	return out, nil
}
