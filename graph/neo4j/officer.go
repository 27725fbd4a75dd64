package neo4j

import (
	"context"

	"entente/graph"
)

// Officers gives the officers among ids that the hub knows, by id.
func (s *Store) Officers(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Officer, error) {
	officers := map[graph.ID]graph.Officer{}
	if len(ids) == 0 {
		return officers, nil
	}
	rows, err := s.read(ctx, "officers", params{"ids": plainTexts(ids)})
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		o := officer(r)
		officers[o.ID] = o
	}
	return officers, nil
}

// OfficersOf are the officers of an organisation whom the hub knows, by name,
// then id.
func (s *Store) OfficersOf(ctx context.Context, organisation graph.ID) ([]graph.Officer, error) {
	rows, err := s.read(ctx, "officers_of", params{"organisation": string(organisation)})
	if err != nil {
		return nil, err
	}
	officers := make([]graph.Officer, len(rows))
	for i, r := range rows {
		officers[i] = officer(r)
	}
	return officers, nil
}

func officer(r row) graph.Officer {
	p := mapOf(r, "officer")
	return graph.Officer{
		ID: graph.ID(text(p, "id")), Name: text(p, "name"), Organisation: graph.ID(text(p, "organisation")),
		LastSeen: instant(p, "lastSeen"),
	}
}

func officerRows(officers []graph.Officer) []map[string]any {
	rows := make([]map[string]any, len(officers))
	for i, o := range officers {
		rows[i] = map[string]any{"id": string(o.ID), "name": o.Name, "organisation": string(o.Organisation)}
		if !o.LastSeen.IsZero() {
			rows[i]["lastSeen"] = o.LastSeen.UTC()
		}
	}
	return rows
}
