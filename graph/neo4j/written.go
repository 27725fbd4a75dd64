package neo4j

import (
	"context"

	"entente/auth/policy"
	"entente/graph"
)

// Written is what became of an earlier Write under a key; ok is false if none
// was committed. Another digest under a used key is a Conflict.
func (s *Store) Written(ctx context.Context, key graph.WriteKey) (written graph.Written, ok bool, err error) {
	rows, err := s.read(ctx, "written", params{"key": keyOf(key)})
	if err != nil || len(rows) == 0 {
		return graph.Written{}, false, err
	}
	written, err = repeated(mapOf(rows[0], "written"), key, "")
	return written, err == nil, err
}

// keyOf is the property under which a key is found: one for each officer.
func keyOf(key graph.WriteKey) string { return string(key.Officer) + "|" + key.Key }

// InvolvementsByID gives the involvements among ids that are in sight with
// their persons, by id; the rest is left out, whatever the reason.
func (s *Store) InvolvementsByID(ctx context.Context, sight policy.Sight, ids []graph.ID) (map[graph.ID]graph.Involvement, error) {
	found := map[graph.ID]graph.Involvement{}
	if sight.Blind() || len(ids) == 0 {
		return found, nil
	}
	involvements, err := s.involvements(ctx, "involvements_by_id", params{"ids": plainTexts(ids), "sight": sight.Visible()})
	for _, i := range involvements {
		found[i.ID] = i
	}
	return found, err
}
