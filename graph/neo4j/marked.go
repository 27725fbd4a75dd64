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

// ErasedOf gives those of ids under which an organisation had something that was
// erased. Of what was erased before owners were kept it gives nothing.
func (s *Store) ErasedOf(ctx context.Context, owner graph.ID, ids []graph.ID) (map[graph.ID]bool, error) {
	gone := map[graph.ID]bool{}
	if owner == "" || len(ids) == 0 {
		return gone, nil
	}
	rows, err := s.read(ctx, "erased_of", params{"owner": string(owner), "ids": plainTexts(ids)})
	for _, r := range rows {
		gone[graph.ID(text(r, "id"))] = true
	}
	return gone, err
}

// numbers are markings as a statement takes them.
func numbers(markings []graph.MarkingID) []int64 {
	out := make([]int64, len(markings))
	for i, m := range markings {
		out[i] = int64(m)
	}
	return out
}
