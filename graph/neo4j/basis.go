package neo4j

import (
	"context"

	"entente/auth/policy"
	"entente/graph"
)

// Bases gives what facts take that rest on links and records, by id: of the links
// that are in sight together with both their ends, of these ends, and of the other
// records that are in sight. The rest is left out, whatever the reason. Records are
// not graded here: how sure a derived fact is, links say.
func (s *Store) Bases(ctx context.Context, sight policy.Sight, links, records []graph.ID) (map[graph.ID]graph.Basis, error) {
	found := make(map[graph.ID]graph.Basis, 2*len(links)+len(records))
	if sight.Blind() || len(links)+len(records) == 0 {
		return found, nil
	}
	rows, err := s.read(ctx, "bases", params{"links": batches(links), "records": batches(records), "sight": sight.Visible()})
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		list, _ := r["found"].([]any)
		for _, one := range list {
			own, _ := one.([]any)
			if err := s.addBases(ctx, found, own); err != nil {
				return nil, err
			}
		}
	}
	return found, nil
}

// addBases adds those of one record, or of one link with its grading and both ends.
func (s *Store) addBases(ctx context.Context, to map[graph.ID]graph.Basis, found []any) error {
	const (
		ofOne  = 3 // id, marking, source
		graded = 2 // scheme, value
	)
	for at := 0; at+ofOne <= len(found); at += ofOne {
		id := graph.ID(textOf(found[at]))
		number, _ := found[at+1].(int64)
		marking, err := s.markingOf(ctx, graph.MarkingID(number)) //nolint:gosec // marking ids are 32 bits
		if err != nil {
			return err
		}
		basis := graph.Basis{Marking: marking, Source: textOf(found[at+2])}
		if at == 0 && len(found) > ofOne {
			basis.Grading = graph.Grading{Scheme: graph.Scheme(textOf(found[ofOne])), Value: textOf(found[ofOne+1])}
			at += graded
		}
		to[id] = basis
	}
	return nil
}

func textOf(value any) string {
	s, _ := value.(string)
	return s
}
