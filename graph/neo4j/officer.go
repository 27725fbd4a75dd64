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
		p := mapOf(r, "officer")
		o := graph.Officer{
			ID: graph.ID(text(p, "id")), Name: text(p, "name"), Organisation: graph.ID(text(p, "organisation")),
			LastSeen: instant(p, "lastSeen"),
		}
		officers[o.ID] = o
	}
	return officers, nil
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
