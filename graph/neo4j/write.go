package neo4j

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/auth/policy"
	"entente/graph"
	"entente/tracing"
)

// Write carries out one atomic change: all of it with one Change and the next
// revision, or nothing. A Write whose Key the officer has used gives the first
// outcome again, and a Conflict if its Digest differs. When the connection
// breaks and nobody can say whether the commit was done, the Key settles it:
// the Write is tried again until ctx ends, and is carried out once.
//
// What is replaced must be in sight and of the same owner, and a link or an
// involvement must have its ends in sight (those of the same Write are): else
// graph.Missing. A replaced element whose version is not the one expected is a
// graph.Conflict. A link keeps its kind and ends, a record its kind. KnownFrom,
// and a Version left empty, are filled in by the store. Whether the caller may
// write at all, and whether the details are sound, is asked before, in casework.
func (s *Store) Write(ctx context.Context, sight policy.Sight, w graph.Write) (graph.Written, error) {
	w, err := s.complete(w)
	if err != nil {
		return graph.Written{}, err
	}
	token, err := graph.NewID(graph.NounVersion, s.options.Random)
	if err != nil {
		return graph.Written{}, err
	}
	for attempt := 0; ; attempt++ {
		written, err := s.attempt(ctx, sight, w, string(token))
		if err == nil || !unsettled(err) && !(w.Import && clashed(err)) || ctx.Err() != nil || attempt == maxAttempts {
			return written, err
		}
		s.options.Log.WarnContext(ctx, "a write is tried again", "attempt", attempt+1, "error", err)
		if wait(ctx, backoff(attempt)) != nil {
			return graph.Written{}, err
		}
	}
}

// maxAttempts bounds how often a Write without a deadline is tried: about half
// a minute. The key stays good for the caller's own repeat.
const maxAttempts = 30

// unsettled says that an attempt may have been committed or may succeed later:
// the server asks to try again, or it was not the server that failed.
func unsettled(err error) bool {
	var f *failure
	if !errors.As(err, &f) {
		return false
	}
	var server *neo4j.Neo4jError
	var usage *neo4j.UsageError
	if errors.As(f.err, &server) || errors.As(f.err, &usage) {
		return neo4j.IsRetryable(f.err)
	}
	return true
}

// clashed says that another import created one of the elements meanwhile: tried
// again, it is found.
func clashed(err error) bool {
	var server *neo4j.Neo4jError
	return errors.As(err, &server) && server.Code == "Neo.ClientError.Schema.ConstraintValidationFailed"
}

// complete fills in what the store decides, in copies of the caller's lists.
func (s *Store) complete(w graph.Write) (graph.Write, error) {
	if w.At.IsZero() {
		w.At = s.options.Clock()
	}
	w.At = w.At.UTC().Round(0)
	if w.Key.Key == "" {
		key, err := graph.NewID(graph.NounVersion, s.options.Random)
		if err != nil {
			return w, err
		}
		w.Key.Key = string(key)
	}
	w.Records, w.Links, w.Involvements = slices.Clone(w.Records), slices.Clone(w.Links), slices.Clone(w.Involvements)
	if err := s.completeCaseObjects(&w); err != nil {
		return w, err
	}
	var all []*graph.Contribution
	for i := range w.Records {
		all = append(all, &w.Records[i].Contribution)
	}
	for i := range w.Links {
		all = append(all, &w.Links[i].Contribution)
	}
	for i := range w.Involvements {
		all = append(all, &w.Involvements[i].Contribution)
	}
	return w, s.completeContributions(w, all)
}

func (s *Store) completeContributions(w graph.Write, all []*graph.Contribution) error {
	seen := make(map[graph.ID]bool, len(all))
	for _, c := range all {
		if _, ok := c.ID.Bits(); !ok || seen[c.ID] {
			return graph.Bad("id", "Every element of a write has an id of its own.")
		}
		seen[c.ID] = true
		c.KnownFrom = w.At
		if c.Version != "" {
			continue
		}
		var err error
		if c.Version, err = graph.NewID(graph.NounVersion, s.options.Random); err != nil {
			return err
		}
	}
	return nil
}

// writing is one attempt of a Write: its transaction and what it has gathered.
type writing struct {
	*Store
	tx       neo4j.ExplicitTransaction
	sight    policy.Sight
	write    graph.Write
	markings int64 // interned so far
	interned map[string]graph.MarkingID
	ends     map[graph.ID]graph.RecordKind // ends that links may have
	latest   struct {
		marking graph.Marking
		id      graph.MarkingID
		known   bool
	}
	replaced []graph.ID // records that were there before
	change   graph.Change
}

// attempt is one transaction. Its token tells a commit of this call, found by
// a later attempt, from an earlier call with the same key.
func (s *Store) attempt(ctx context.Context, sight policy.Sight, w graph.Write, token string) (graph.Written, error) {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer s.closeSession(ctx, session)
	tx, err := session.BeginTransaction(ctx, until(ctx)...)
	if err != nil {
		return graph.Written{}, failed(ctx, "begin write", err)
	}
	b := &writing{
		Store: s, tx: tx, sight: sight, write: w,
		interned: map[string]graph.MarkingID{}, ends: map[graph.ID]graph.RecordKind{},
	}
	written, done, err := b.carryOut(ctx, token)
	if err == nil && !done {
		if err = tx.Commit(ctx); err == nil {
			return written, nil
		}
		return graph.Written{}, failed(ctx, "commit write", err)
	}
	if rollback := tx.Close(context.WithoutCancel(ctx)); rollback != nil {
		s.options.Log.DebugContext(ctx, "rolling a write back", "error", failed(ctx, "roll back", rollback))
	}
	return written, err
}

// carryOut sends all statements but the commit. done says the Write had been
// carried out before.
func (b *writing) carryOut(ctx context.Context, token string) (written graph.Written, done bool, err error) {
	if err := b.writeAhead(ctx); err != nil {
		return written, false, err
	}
	if written, done, err = b.begin(ctx, token); done || err != nil {
		return written, done, err
	}
	for _, part := range b.parts() {
		if err := part(ctx); err != nil {
			return written, false, err
		}
	}
	written = graph.Written{Revision: b.change.Revision, Outcome: b.write.Outcome}
	return written, false, b.finish(ctx, token)
}

// begin locks the hub's node until the end of the transaction: from here writes
// happen one after the other, so revisions are in the order of commits and
// marking ids dense. It takes the next revision.
func (b *writing) begin(ctx context.Context, token string) (written graph.Written, done bool, err error) {
	rows, err := b.run(ctx, "write_begin", params{"key": b.key()})
	if err != nil {
		return written, false, err
	}
	if len(rows) == 0 {
		return written, false, errNotMigrated
	}
	if before := mapOf(rows[0], "written"); before != nil {
		written, err = repeated(before, b.write.Key, token)
		return written, true, err
	}
	b.markings = whole(rows[0], "markings")
	b.change.Revision = graph.Revision(whole(rows[0], "revision") + 1) //nolint:gosec // a count
	b.change.At = b.write.At
	return written, false, nil
}

// parts write one noun each, from write_<noun>.go, in this order: what is
// referred to comes before what refers to it. A new noun adds itself here.
func (b *writing) parts() []func(context.Context) error {
	return []func(context.Context) error{
		b.writeRation,
		b.checkRunning,
		b.leaveErased,
		b.internMarkings,
		b.writeOrganisations,
		b.writeOperations,
		b.writeRecords,
		b.writeLinks,
		b.writeInvolvements,
		b.writeRetentions,
		b.remark,
		b.erase,
		b.writeCaseObjects,
		b.refreshDiscoverables,
		b.writeDiscoverables,
	}
}

func (b *writing) key() string { return keyOf(b.write.Key) }

func repeated(before map[string]any, key graph.WriteKey, token string) (graph.Written, error) {
	if text(before, "digest") != hex.EncodeToString(key.Digest[:]) {
		return graph.Written{}, &graph.Error{
			Code: graph.Conflict, Field: "idempotencyKey", Message: "This key was used for another input: take a new one.",
		}
	}
	outcome, _ := before["outcome"].([]byte)
	return graph.Written{
		Revision: graph.Revision(whole(before, "revision")), //nolint:gosec // a count
		Repeated: text(before, "token") != token, Outcome: bytes.Clone(outcome),
	}, nil
}

func (b *writing) finish(ctx context.Context, token string) error {
	c := b.change
	revision := int64(c.Revision) //nolint:gosec // a count
	_, err := b.run(ctx, "write_finish", params{
		"revision": revision, "markings": b.markings, "narrowed": c.Narrowed,
		"change": changeProps(c),
		"write": map[string]any{
			"key": b.key(), "digest": hex.EncodeToString(b.write.Key.Digest[:]), "token": token,
			"revision": revision, "outcome": b.write.Outcome, "at": c.At,
		},
	})
	return err
}

// run sends one statement within the transaction.
func (b *writing) run(ctx context.Context, name string, p params) ([]row, error) {
	text, err := b.statement(ctx, name)
	if err != nil {
		return nil, err
	}
	ctx, end := tracing.Begin(ctx, "neo4j "+name)
	defer end()
	result, err := b.tx.Run(ctx, text, p.sent())
	if err != nil {
		return nil, failed(ctx, name, err)
	}
	rows, err := collect(ctx, result)
	if err != nil {
		return nil, failed(ctx, name, err)
	}
	return rows, nil
}

// send runs a statement over rows, and none over no rows.
func (b *writing) send(ctx context.Context, name string, rows []map[string]any, extra params) error {
	if len(rows) == 0 {
		return nil
	}
	p := params{"rows": rows}
	for k, v := range extra {
		p[k] = v
	}
	if _, err := b.run(ctx, name, p); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return nil
}
