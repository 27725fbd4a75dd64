package casework

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
)

// WriteStore carries out writes; see graph.Write for what it promises.
type WriteStore interface {
	// Write carries out w. Ends of links and persons of involvements must be in
	// sight.
	Write(ctx context.Context, s policy.Sight, w graph.Write) (graph.Written, error)
	// Written is what became of an earlier write under a key; ok is false if
	// there was none. Another input under the same key is a Conflict.
	Written(ctx context.Context, key graph.WriteKey) (written graph.Written, ok bool, err error)
}

// writer lets through who may contribute.
func (e *Enquiry) writer(ctx context.Context) error {
	if err := e.reader(); err != nil {
		return err
	}
	for _, role := range []auth.Role{auth.Investigator, auth.Analyst, auth.Supervisor} {
		if e.principal.Is(role) {
			return nil
		}
	}
	return e.gate(ctx, "Your role does not contribute records.")
}

// key makes the key of a write from what the client drew and all it asked for.
func (e *Enquiry) key(action, idempotencyKey string, input any) (graph.WriteKey, error) {
	if len(idempotencyKey) < 8 || len(idempotencyKey) > 100 {
		return graph.WriteKey{}, graph.Bad("input.idempotencyKey", "Draw 8 to 100 characters at random for each write, and repeat them with it.")
	}
	encoded, err := json.Marshal([]any{action, input})
	if err != nil {
		return graph.WriteKey{}, fmt.Errorf("digest an input: %w", err)
	}
	return graph.WriteKey{Officer: e.principal.Officer, Key: idempotencyKey, Digest: sha256.Sum256(encoded)}, nil
}

// outcome is what a write remembers under its key.
type outcome struct {
	ID    graph.ID   `json:"id"`
	Count int        `json:"count,omitempty"` // of an act on many elements
	Held  []graph.ID `json:"held,omitempty"`  // organisations of a hit
	// Import is what became of a part of a file.
	Import importCounts `json:"import,omitzero"`
}

// attempt is a write that was asked for: its key, and what became of it if it
// had been carried out before.
type attempt struct {
	key      graph.WriteKey
	done     bool
	before   outcome
	revision graph.Revision
}

// attempt is what every write begins with: who may write, and the key.
func (e *Enquiry) attempt(ctx context.Context, action, idempotencyKey string, input any) (attempt, error) {
	if err := e.writer(ctx); err != nil {
		return attempt{}, err
	}
	key, err := e.key(action, idempotencyKey, input)
	if err != nil {
		return attempt{}, err
	}
	written, done, err := e.store.Written(ctx, key)
	if err != nil || !done {
		return attempt{key: key}, graph.Under("input", err)
	}
	a := attempt{key: key, done: true, revision: written.Revision}
	if err := json.Unmarshal(written.Outcome, &a.before); err != nil {
		return attempt{}, fmt.Errorf("read an outcome: %w", err)
	}
	return a, nil
}

// contribution is the contribution of a new version; former is nil for a new
// element.
func (e *Enquiry) contribution(ctx context.Context, id graph.ID, in ContributionInput, former *graph.Contribution) (graph.Contribution, error) {
	version, err := e.newID(graph.NounVersion)
	if err != nil {
		return graph.Contribution{}, err
	}
	c := graph.Contribution{ID: id, Hub: e.hub, Source: in.Source, Version: version, KnownFrom: e.at}
	if in.Grading != nil {
		c.Grading = *in.Grading
	}
	if in.Validity != nil {
		c.Validity = *in.Validity
	}
	if c.Marking, err = e.marking(ctx, in.Marking, former); err != nil {
		return graph.Contribution{}, err
	}
	return c, graph.Under("input", c.Check())
}

// marking is the marking asked for, owned by the caller's organisation.
func (e *Enquiry) marking(ctx context.Context, asked *graph.Marking, former *graph.Contribution) (graph.Marking, error) {
	if asked == nil && former != nil {
		return former.Marking, nil
	}
	if asked == nil {
		return graph.OwnOrganisationOnly(e.principal.Organisation), nil
	}
	marking := *asked
	marking.Owner = e.principal.Organisation
	if former != nil && marking.Review.IsZero() {
		marking.Review = former.Marking.Review
	} else if err := e.futureReview(marking); err != nil {
		return graph.Marking{}, graph.Under("input.marking", err)
	}
	if err := marking.CheckAt(e.at); err != nil {
		return graph.Marking{}, graph.Under("input.marking", err)
	}
	marking = marking.Canonical()
	var before graph.Audience
	if former != nil {
		before = former.Marking.Audience
	}
	return marking, e.mayMark(ctx, marking, before, "input.marking")
}

// mayMark refuses an audience that does not exist for the caller, and a marking under which the caller could not see their own work. Whom an audience
// before it named is named already. field is where the marking stands in the input.
func (e *Enquiry) mayMark(ctx context.Context, m graph.Marking, before graph.Audience, field string) error {
	if err := e.mayName(ctx, m.Audience, before, field+".audience.officers"); err != nil {
		return err
	}
	named, err := e.OrganisationsNamed(ctx, m.Audience.Organisations)
	if err != nil {
		return err
	}
	if len(named) != len(m.Audience.Organisations) {
		return graph.At(field+".audience.organisations", graph.Missing())
	}
	for _, id := range m.Audience.Operations {
		if slices.Contains(e.standing.Operations, id) {
			continue
		}
		if known, err := e.Operation(ctx, id); err == nil && !known.Running(e.at) {
			return graph.Under("input", graph.NotRunning())
		}
		return graph.At(field+".audience.operations", graph.Missing())
	}
	if !policy.Decide(e.principal, e.standing.Operations, m, e.at).Seen {
		return graph.Bad(field, "You could not see this yourself: name yourself, or ask somebody cleared to enter it.")
	}
	if slices.Contains(m.Compartments, graph.VictimIdentity) {
		return e.proved(ctx) // else the answer could not show what was written
	}
	return nil
}

// owned refuses to change what another organisation contributed.
func (e *Enquiry) owned(ctx context.Context, c graph.Contribution) error {
	if c.Owner() == e.principal.Organisation {
		return nil
	}
	return e.gate(ctx, "Only the organisation that contributed this may change it.", c.ID)
}

// settle carries out a write, waits until the engine answers with it, and looks
// afresh, for the write may have brought a marking.
func (e *Enquiry) settle(ctx context.Context, w graph.Write) (outcome, graph.Revision, error) {
	if err := e.held(ctx); err != nil {
		return outcome{}, 0, err
	}
	w.Running = append(w.Running, teamsGiven(w)...)
	written, err := e.store.Write(ctx, e.sight, w)
	if err != nil {
		return outcome{}, 0, fmt.Errorf("write: %w", graph.Under("input", err))
	}
	e.nudge()
	var o outcome
	if err := json.Unmarshal(written.Outcome, &o); err != nil {
		return outcome{}, 0, fmt.Errorf("read an outcome: %w", err)
	}
	return o, written.Revision, e.after(ctx, written.Revision)
}

// after makes the enquiry see a revision.
func (e *Enquiry) after(ctx context.Context, revision graph.Revision) error {
	e.loaders.forget()
	if err := e.look(ctx); err != nil {
		return err
	}
	return e.waitFor(ctx, revision)
}

// writeOf is a write of one element.
func (e *Enquiry) writeOf(key graph.WriteKey, id graph.ID) (graph.Write, error) {
	remembered, err := json.Marshal(outcome{ID: id})
	if err != nil {
		return graph.Write{}, fmt.Errorf("encode an outcome: %w", err)
	}
	return graph.Write{Key: key, At: e.at, Outcome: remembered}, nil
}

// teamsGiven are the joint teams that a write gives something: they must be
// there when it is committed, for with the end of a team its writes freeze.
func teamsGiven(w graph.Write) []graph.ID {
	var teams []graph.ID
	give := func(c graph.Contribution, more ...graph.ID) {
		if !c.Retired {
			teams = append(append(teams, c.Marking.Audience.Operations...), more...)
		}
	}
	for _, r := range w.Records {
		give(r.Contribution)
	}
	for _, l := range w.Links {
		give(l.Contribution)
	}
	for _, i := range w.Involvements {
		give(i.Contribution, i.Operation)
	}
	return teams
}
