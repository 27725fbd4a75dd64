package neo4j

import (
	"context"

	"entente/graph"
)

// Organisations are all organisations the hub knows, in order of name and id.
// They hold no case data, so no sight is asked.
func (s *Store) Organisations(ctx context.Context) ([]graph.Organisation, error) {
	rows, err := s.read(ctx, "organisations", nil)
	if err != nil {
		return nil, err
	}
	organisations := make([]graph.Organisation, 0, len(rows))
	for _, r := range rows {
		p := mapOf(r, "organisation")
		organisations = append(organisations, graph.Organisation{
			ID: graph.ID(text(p, "id")), Hub: text(p, "hub"), Name: text(p, "name"), Country: text(p, "country"),
			Kind: graph.OrganisationKind(text(p, "kind")), Contact: text(p, "contact"),
		})
	}
	return organisations, nil
}

func organisationRows(organisations []graph.Organisation) []map[string]any {
	rows := make([]map[string]any, len(organisations))
	for i, o := range organisations {
		rows[i] = map[string]any{
			"id": string(o.ID), "hub": o.Hub, "name": o.Name, "country": o.Country, "kind": string(o.Kind), "contact": o.Contact,
		}
	}
	return rows
}
