package neo4j

import (
	"context"

	"entente/graph"
)

// Marked gives those of ids whose element has one of the markings, whether it
// has been retired or not, and those under which an organisation had something that was
// erased; of what was erased before owners were kept it gives nothing. It is how the log's
// readers learn which elements are their organisation's, and reads no content.
func (s *Store) Marked(ctx context.Context, markings []graph.MarkingID, owner graph.ID, ids []graph.ID) (map[graph.ID]bool, error) {
	found := map[graph.ID]bool{}
	if len(ids) == 0 {
		return found, nil
	}
	links, others := apart(ids)
	rows, err := s.read(ctx, "marked", params{"ids": plainTexts(others), "links": plainTexts(links), "markings": numbers(markings), "owner": string(owner)})
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		found[graph.ID(text(r, "id"))] = true
	}
	return found, nil
}

// apart are the links among ids, and the rest.
func apart(ids []graph.ID) (links, others []graph.ID) {
	for _, id := range ids {
		if id.Is(graph.NounLink) {
			links = append(links, id)
		} else {
			others = append(others, id)
		}
	}
	return links, others
}

// MarkingsOf gives, of each of ids that is there, retired or not, the markings that
// must be in sight for it to be: its own first, then those of its ends or its person.
// In the place of one that was erased stands graph.Unseen. It reads no content.
func (s *Store) MarkingsOf(ctx context.Context, ids []graph.ID) (map[graph.ID][]graph.Marking, error) {
	found := make(map[graph.ID][]graph.Marking, len(ids))
	links, others := apart(ids)
	rows, err := s.read(ctx, "markings_of", params{"ids": plainTexts(others), "links": plainTexts(links)})
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		id := graph.ID(text(r, "id"))
		of, _ := r["markings"].([]any)
		for _, one := range of {
			m := graph.Unseen()
			if number, _ := one.(int64); number >= 0 {
				if m, err = s.markingOf(ctx, graph.MarkingID(number)); err != nil { //nolint:gosec // marking ids are 32 bits
					return nil, err
				}
			}
			found[id] = append(found[id], m)
		}
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
