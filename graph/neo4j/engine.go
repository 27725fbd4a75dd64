package neo4j

import (
	"context"

	"entente/graph"
	"entente/graph/engine"
)

// EngineNodes hands over every record as the engine keeps it, retired ones
// included, in no order; with ids only those of them that exist. It takes no
// sight and is for the engine alone. An error of each ends it and is returned.
func (s *Store) EngineNodes(ctx context.Context, ids []graph.ID, each func(engine.Node) error) error {
	return s.stream(ctx, some("engine_nodes", ids), params{"ids": plainTexts(ids)}, func(r row) error {
		return each(engine.Node{
			ID: graph.ID(text(r, "id")), Kind: graph.RecordKind(text(r, "kind")),
			Marking: graph.MarkingID(whole(r, "marking")), Retired: r["retired"] == true, //nolint:gosec // 32 bits
		})
	})
}

// EngineLinks hands over every link as the engine keeps it, retired ones
// included, in no order; with ids only those of them that exist. It takes no
// sight and is for the engine alone. An error of each ends it and is returned.
func (s *Store) EngineLinks(ctx context.Context, ids []graph.ID, each func(engine.Edge) error) error {
	return s.streamLinks(ctx, some("engine_links", ids), ids, each)
}

// EngineTravel hands over the links to journeys among ids, whose times are those
// of the journey: what EngineLinks says of them when a journey has changed.
func (s *Store) EngineTravel(ctx context.Context, journeys []graph.ID, each func(engine.Edge) error) error {
	return s.streamLinks(ctx, "engine_links_travelled", journeys, each)
}

func (s *Store) streamLinks(ctx context.Context, statement string, ids []graph.ID, each func(engine.Edge) error) error {
	return s.stream(ctx, statement, params{"ids": plainTexts(ids)}, func(r row) error {
		return each(engine.Edge{
			ID: graph.ID(text(r, "id")), From: graph.ID(text(r, "from")), To: graph.ID(text(r, "to")),
			Kind: graph.LinkKind(text(r, "kind")), Marking: graph.MarkingID(whole(r, "marking")), //nolint:gosec // 32 bits
			ValidFrom: whole(r, "validFrom"), ValidUntil: whole(r, "validUntil"), At: whole(r, "at"), Ended: whole(r, "ended"), Amount: whole(r, "amount"),
			Weakness: uint8(whole(r, "weakness")), Retired: r["retired"] == true, //nolint:gosec // 0 to 10
		})
	})
}

// some names the variant of a statement that reads given ids only.
func some(name string, ids []graph.ID) string {
	if ids == nil {
		return name
	}
	return name + "_some"
}
