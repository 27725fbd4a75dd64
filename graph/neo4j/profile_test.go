package neo4j_test

import (
	"context"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/graph/neo4j"
	"entente/graph/neo4j/neo4jtest"
)

// reads are how much one run of a statement read in the database, and for how many rows.
type reads struct {
	hits int64
	rows int
	plan driver.ProfiledPlan
}

// profiler is a driver whose statements tell what they read, once it is told their names.
type profiler struct {
	driver.DriverWithContext
	names map[string]string // by text
	read  map[string][]reads
}

// profiledStore is a store on a database of its own, and what its statements read.
func profiledStore(t *testing.T) (*neo4j.Store, *profiler) {
	t.Helper()
	server := neo4jtest.Start(t)
	t.Cleanup(func() { server.Empty(t) })
	p := &profiler{DriverWithContext: server.Driver(t), names: map[string]string{}, read: map[string][]reads{}}
	store, err := neo4j.Open(t.Context(), p, neo4j.Options{})
	fail(t, err)
	fail(t, store.Migrate(t.Context(), nil))
	for name, text := range store.Statements() {
		p.names[text] = name
	}
	return store, p
}

// during gives what each statement reads in the meantime, planned for what there is now.
func (p *profiler) during(t *testing.T, ask func()) map[string][]reads {
	t.Helper()
	_, err := driver.ExecuteQuery(t.Context(), p.DriverWithContext, "CALL db.clearQueryCaches()", nil, driver.EagerResultTransformer)
	fail(t, err)
	clear(p.read)
	ask()
	out := map[string][]reads{}
	for name, all := range p.read {
		out[name] = all
	}
	return out
}

func (p *profiler) NewSession(ctx context.Context, c driver.SessionConfig) driver.SessionWithContext {
	return profiledSession{p.DriverWithContext.NewSession(ctx, c), p}
}

type runs func(context.Context, string, map[string]any) (driver.ResultWithContext, error)

func (p *profiler) run(ctx context.Context, run runs, text string, params map[string]any) (driver.ResultWithContext, error) {
	name, ok := p.names[text]
	if !ok {
		return run(ctx, text, params)
	}
	result, err := run(ctx, "PROFILE "+text, params)
	if err != nil {
		return nil, err
	}
	return &profiledResult{ResultWithContext: result, name: name, of: p}, nil
}

type profiledSession struct {
	driver.SessionWithContext
	of *profiler
}

func (s profiledSession) Run(
	ctx context.Context, text string, params map[string]any, c ...func(*driver.TransactionConfig),
) (driver.ResultWithContext, error) {
	return s.of.run(ctx, func(ctx context.Context, text string, params map[string]any) (driver.ResultWithContext, error) {
		return s.SessionWithContext.Run(ctx, text, params, c...)
	}, text, params)
}

func (s profiledSession) BeginTransaction(ctx context.Context, c ...func(*driver.TransactionConfig)) (driver.ExplicitTransaction, error) {
	tx, err := s.SessionWithContext.BeginTransaction(ctx, c...)
	if err != nil {
		return nil, err
	}
	return profiledTransaction{tx, s.of}, nil
}

func (s profiledSession) ExecuteRead(
	ctx context.Context, work driver.ManagedTransactionWork, c ...func(*driver.TransactionConfig),
) (any, error) {
	return s.SessionWithContext.ExecuteRead(ctx, func(tx driver.ManagedTransaction) (any, error) { return work(profiledWork{tx, s.of}) }, c...)
}

func (s profiledSession) ExecuteWrite(
	ctx context.Context, work driver.ManagedTransactionWork, c ...func(*driver.TransactionConfig),
) (any, error) {
	return s.SessionWithContext.ExecuteWrite(ctx, func(tx driver.ManagedTransaction) (any, error) { return work(profiledWork{tx, s.of}) }, c...)
}

type profiledTransaction struct {
	driver.ExplicitTransaction
	of *profiler
}

func (tx profiledTransaction) Run(ctx context.Context, text string, params map[string]any) (driver.ResultWithContext, error) {
	return tx.of.run(ctx, tx.ExplicitTransaction.Run, text, params)
}

type profiledWork struct {
	driver.ManagedTransaction
	of *profiler
}

func (tx profiledWork) Run(ctx context.Context, text string, params map[string]any) (driver.ResultWithContext, error) {
	return tx.of.run(ctx, tx.ManagedTransaction.Run, text, params)
}

// profiledResult tells what was read when its last row is.
type profiledResult struct {
	driver.ResultWithContext
	name string
	rows int
	of   *profiler
	told bool
}

func (r *profiledResult) Next(ctx context.Context) bool {
	if r.ResultWithContext.Next(ctx) {
		r.rows++
		return true
	}
	if r.Err() == nil {
		_, _ = r.Consume(ctx)
	}
	return false
}

func (r *profiledResult) Consume(ctx context.Context) (driver.ResultSummary, error) {
	summary, err := r.ResultWithContext.Consume(ctx)
	if err == nil && !r.told {
		r.told = true
		r.of.read[r.name] = append(r.of.read[r.name], reads{hitsOf(summary.Profile()), r.rows, summary.Profile()})
	}
	return summary, err
}
