package neo4j

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"entente/graph"
)

// Decisions about issuers are kept beside the graph, as sessions are: they are no
// part of its changes, and every process asks for their version at every sign-in.

// IssuersVersion changes with every decision about an issuer. It asks where is
// written, so that what was decided at another process is decided here.
func (s *Store) IssuersVersion(ctx context.Context) (version int64, err error) {
	err = s.sessionWork(ctx, func(ctx context.Context, run runner) error {
		version, err = issuersVersion(ctx, run)
		return err
	})
	return version, err
}

func issuersVersion(ctx context.Context, run runner) (int64, error) {
	rows, err := run(ctx, "issuers_version", nil)
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	version, _ := rows[0]["version"].(int64)
	return version, nil
}

// Issuers are all entries, by name, and the version they are of.
func (s *Store) Issuers(ctx context.Context) (entries []graph.IssuerEntry, version int64, err error) {
	err = s.sessionWork(ctx, func(ctx context.Context, run runner) error {
		// First the number: an entry that is newer than it is read once more.
		if version, err = issuersVersion(ctx, run); err != nil {
			return err
		}
		rows, err := run(ctx, "issuers", nil)
		entries = nil
		for _, r := range rows {
			e, fault := issuerIn(r)
			if fault != nil {
				return fault
			}
			entries = append(entries, e)
		}
		return err
	})
	return entries, version, err
}

// ChangeIssuer replaces the entry of a name by what change makes of it, in one
// step, and counts its version; a name not known yet begins with an empty entry.
// change may be called more than once; its error is returned and nothing changes.
func (s *Store) ChangeIssuer(ctx context.Context, name string, change func(*graph.IssuerEntry) error) (e graph.IssuerEntry, err error) {
	err = s.sessionWork(ctx, func(ctx context.Context, run runner) error {
		rows, err := run(ctx, "issuer_hold", params{"name": name})
		if err != nil {
			return err
		}
		e = graph.IssuerEntry{Name: name}
		if len(rows) > 0 {
			if e, err = issuerIn(rows[0]); err != nil {
				return err
			}
		}
		if err := change(&e); err != nil {
			return err
		}
		e.Name, e.Version, e.Changed = name, e.Version+1, s.options.Clock().UTC().Truncate(time.Microsecond)
		body, err := json.Marshal(e)
		if err != nil {
			return fmt.Errorf("encode an issuer: %w", err)
		}
		_, err = run(ctx, "issuer_change", params{"name": name, "body": string(body)})
		return err
	})
	return e, err
}

func issuerIn(r row) (e graph.IssuerEntry, err error) {
	if err := json.Unmarshal([]byte(text(r, "body")), &e); err != nil {
		return e, fmt.Errorf("read an issuer: %w", err)
	}
	return e, nil
}
