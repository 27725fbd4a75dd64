package casework

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"testing"
	"time"

	"entente/audit"
	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine"
)

// theDay is when everything in these tests happens.
func theDay() time.Time { return time.Date(2010, 6, 1, 12, 0, 0, 0, time.UTC) }

func anID(noun graph.Noun, n byte) graph.ID {
	return graph.IDOf(noun, [16]byte(bytes.Repeat([]byte{n}, 16)))
}

func ana() auth.Principal {
	return auth.Principal{
		Officer: anID(graph.NounOfficer, 1), Organisation: anID(graph.NounOrganisation, 1), Name: "Ana Example",
		Roles: []auth.Role{auth.Investigator}, Purpose: "testing", Expires: theDay().Add(time.Hour),
	}
}

// shelf is a store that knows markings and finds what it is given; what else a
// Store does no test here asks for, and would panic.
type shelf struct {
	Store
	interned []graph.Marking
	counted  int // what Standing says there are, if not all
	asked    []graph.MarkingID
	found    []graph.Record
	fault    error
	narrowed graph.Revision
	standing graph.Standing
}

func (s *shelf) Standing(context.Context, graph.ID, graph.ID, time.Time) (graph.Standing, error) {
	standing := s.standing
	standing.Markings = len(s.interned)
	if s.counted > 0 {
		standing.Markings = s.counted
	}
	return standing, s.fault
}

func (s *shelf) Narrowed(context.Context) (graph.Revision, error) { return s.narrowed, nil }

func (s *shelf) Markings(_ context.Context, from graph.MarkingID) ([]graph.Marking, error) {
	s.asked = append(s.asked, from)
	if s.fault != nil {
		return nil, s.fault
	}
	return s.interned[from:], nil
}

func (s *shelf) Search(context.Context, policy.Sight, graph.Search) ([]graph.Record, error) {
	return s.found, s.fault
}

// diary is a log that keeps entries, until it refuses.
type diary struct {
	entries []audit.Entry
	refuse  error
}

func (d *diary) Record(_ context.Context, e audit.Entry, more ...audit.Entry) (audit.Index, error) {
	if d.refuse != nil {
		return 0, d.refuse
	}
	for _, entry := range append([]audit.Entry{e}, more...) {
		if err := entry.Check(); err != nil {
			return 0, err
		}
		d.entries = append(d.entries, entry)
	}
	return audit.Index(len(d.entries)), nil
}

// errFull is what a log says that takes no more.
var errFull = errors.New("no space left")

func desk(t *testing.T, store *shelf, log *diary) *Casework {
	t.Helper()
	running := engine.New(engine.Options{})
	t.Cleanup(running.Close)
	c, err := New(Options{
		Hub: "hub.test.example", Store: store, Engine: running, Audit: log, Clock: theDay, Random: rand.Reader, Terms: audit.TermKey{1},
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func begun(t *testing.T, c *Casework, p auth.Principal) *Enquiry {
	t.Helper()
	e, err := c.Begin(context.Background(), p, Request{ID: "request"})
	if err != nil {
		t.Fatal(err)
	}
	return e
}
