package neo4j

import (
	"context"

	"entente/graph"
)

// Marked gives those of ids whose element has one of the markings, whether it
// has been retired or not. It is how the log's readers learn which elements are
// their organisation's, and reads no content.
func (s *Store) Marked(ctx context.Context, markings []graph.MarkingID, ids []graph.ID) (map[graph.ID]bool, error) {
	found := map[graph.ID]bool{}
	if len(markings) == 0 || len(ids) == 0 {
		return found, nil
	}
	var links, others []graph.ID
	for _, id := range ids {
		if id.Is(graph.NounLink) {
			links = append(links, id)
		} else {
			others = append(others, id)
		}
	}
	rows, err := s.read(ctx, "marked", params{"ids": plainTexts(others), "links": plainTexts(links), "markings": numbers(markings)})
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		found[graph.ID(text(r, "id"))] = true
	}
	return found, nil
}

// numbers are markings as a statement takes them.
func numbers(markings []graph.MarkingID) []int64 {
	out := make([]int64, len(markings))
	for i, m := range markings {
		out[i] = int64(m)
	}
	return out
}
