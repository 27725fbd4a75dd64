package server

import (
	"context"
	"fmt"
	"math"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"golang.org/x/time/rate"

	"entente/graph"
)

// Work is how much one officer may have resolved, in fields: Burst at once, and
// PerSecond for as long as it goes on. Zero is the default of each.
type Work struct{ Burst, PerSecond int }

const (
	defaultBurst     = 600_000
	defaultPerSecond = 6_000
	maxAtOnce        = 24     // questions of one officer under way
	keptAccounts     = 10_000 // officers whose work is remembered
	leastWork        = 20     // of a question, whatever becomes of it
)

// retryAfter is the member of an error's extensions, in seconds.
const retryAfter = "retryAfter"

// accounts hold each officer to Work. An officer pays for what was resolved,
// after it was, and is let in while anything is left: so an honest large question
// is answered, and whoever asks it again and again waits. Memory is bounded: an
// account that is full again is as good as none.
type accounts struct {
	work  Work
	clock func() time.Time

	mu   sync.Mutex
	open map[graph.ID]*account
}

type account struct {
	left     *rate.Limiter
	underWay int
	refused  bool // since a question was last let in
}

func newAccounts(w Work, clock func() time.Time) *accounts {
	if w.Burst == 0 {
		w.Burst = defaultBurst
	}
	if w.PerSecond == 0 {
		w.PerSecond = defaultPerSecond
	}
	return &accounts{work: w, clock: clock, open: map[graph.ID]*account{}}
}

// tooMuch refuses an officer for a while; first says that it is the first time
// since a question of theirs was let in.
type tooMuch struct {
	seconds int
	first   bool
}

// Error implements error.
func (t *tooMuch) Error() string { return t.present().Message }

func (t *tooMuch) present() *gqlerror.Error {
	return &gqlerror.Error{
		Message:    fmt.Sprintf("You ask for more than the hub gives one officer at once. Ask again in %d s.", t.seconds),
		Extensions: map[string]any{"code": string(graph.RateLimited), retryAfter: t.seconds},
	}
}

// begin lets an officer ask, or says when to come back. After nil, end must
// follow.
func (a *accounts) begin(officer graph.ID) *tooMuch {
	a.mu.Lock()
	defer a.mu.Unlock()
	mine, missing := a.of(officer)
	if missing > 0 {
		return mine.refuse(int(math.Ceil(missing.Seconds())))
	}
	if mine.underWay >= maxAtOnce {
		return mine.refuse(1)
	}
	mine.underWay++
	mine.refused = false
	return nil
}

// of is an officer's account, and how long it lasts until something is left in it.
func (a *accounts) of(officer graph.ID) (*account, time.Duration) {
	now := a.clock()
	mine, ok := a.open[officer]
	if !ok {
		a.forget(now)
		mine = &account{left: rate.NewLimiter(rate.Limit(a.work.PerSecond), a.work.Burst)}
		a.open[officer] = mine
	}
	left := mine.left.TokensAt(now)
	if left >= 1 {
		return mine, 0
	}
	return mine, time.Duration((1 - left) / float64(a.work.PerSecond) * float64(time.Second))
}

func (a *account) refuse(seconds int) *tooMuch {
	first := !a.refused
	a.refused = true
	return &tooMuch{seconds, first}
}

// end takes what was resolved from the officer's account, which may go below
// nothing.
func (a *accounts) end(officer graph.ID, resolved int64) {
	a.mu.Lock()
	defer a.mu.Unlock()
	mine := a.open[officer]
	mine.underWay--
	a.take(mine, resolved)
}

func (a *accounts) take(from *account, resolved int64) {
	for now := a.clock(); resolved > 0; resolved -= int64(a.work.Burst) {
		from.left.ReserveN(now, int(min(resolved, int64(a.work.Burst))))
	}
}

// charge takes what an event of a subscription cost from the officer's account.
func (a *accounts) charge(officer graph.ID, resolved int64) {
	a.mu.Lock()
	defer a.mu.Unlock()
	mine, _ := a.of(officer)
	a.take(mine, resolved)
}

// afford waits until something is left in an officer's account, or ctx ends.
func (a *accounts) afford(ctx context.Context, officer graph.ID) error {
	for {
		a.mu.Lock()
		_, missing := a.of(officer)
		a.mu.Unlock()
		if missing == 0 {
			return ctx.Err()
		}
		timer := time.NewTimer(missing)
		select {
		case <-ctx.Done():
			timer.Stop()
			return ctx.Err()
		case <-timer.C:
		}
	}
}

// forget closes accounts that are full again, once there are many.
func (a *accounts) forget(now time.Time) {
	if len(a.open) < keptAccounts {
		return
	}
	for officer, account := range a.open {
		if account.underWay == 0 && account.left.TokensAt(now) >= float64(a.work.Burst) {
			delete(a.open, officer)
		}
	}
}

// resolved counts the work of one question.
type resolved struct{ fields atomic.Int64 }

type resolvedKey struct{}

func withResolved(ctx context.Context) (context.Context, *resolved) {
	r := &resolved{}
	r.fields.Store(leastWork)
	return context.WithValue(ctx, resolvedKey{}, r), r
}

// counted counts each field as it is resolved, the heavy ones by their weight.
func counted(heavy map[string]weight) graphql.FieldMiddleware {
	return func(ctx context.Context, next graphql.Resolver) (any, error) {
		if r, ok := ctx.Value(resolvedKey{}).(*resolved); ok {
			field := graphql.GetFieldContext(ctx)
			work := 1
			if field.Object == "Query" || field.IsResolver {
				work += heavy[field.Object+"."+field.Field.Name].work(func() map[string]any {
					return field.Field.ArgumentMap(graphql.GetOperationContext(ctx).Variables)
				})
			}
			r.fields.Add(int64(work))
		}
		return next(ctx)
	}
}
