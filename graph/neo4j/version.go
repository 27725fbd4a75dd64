package neo4j

import (
	"context"

	"entente/auth/policy"
	"entente/graph"
)

// RecordVersions gives the versions of a record in sight, newest first. None
// if its present version is out of sight, or there is no such record. A
// retired record's versions are given to who sees its last marking.
func (s *Store) RecordVersions(ctx context.Context, sight policy.Sight, id graph.ID) ([]graph.Record, error) {
	if sight.Blind() {
		return nil, nil
	}
	rows, err := s.read(ctx, "record_versions", params{"id": string(id), "sight": sight.Visible()})
	if err != nil {
		return nil, err
	}
	return s.recordsIn(ctx, rows)
}

// LinkVersions gives the versions of a link in sight, newest first, under the
// same rule, with both its ends in sight as they are now.
func (s *Store) LinkVersions(ctx context.Context, sight policy.Sight, id graph.ID) ([]graph.Link, error) {
	if sight.Blind() {
		return nil, nil
	}
	rows, err := s.read(ctx, "link_versions", params{"id": string(id), "sight": sight.Visible()})
	if err != nil {
		return nil, err
	}
	links := make([]graph.Link, 0, len(rows))
	for _, r := range rows {
		link, err := s.link(ctx, r)
		if err != nil {
			return nil, err
		}
		links = append(links, link)
	}
	return links, nil
}
