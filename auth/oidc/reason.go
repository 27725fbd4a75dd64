package oidc

import (
	"context"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"
)

// Reasons of refusals are logged one by one up to a burst, and then at a steady
// rate: whoever floods the door must not fill the log.
const (
	reasonsBurst     = 100
	reasonsPerSecond = 2
)

// reasons hold the log of refusals to its rate, and count what was left out.
type reasons struct {
	left   *rate.Limiter
	unsaid atomic.Int64
}

func newReasons() *reasons {
	return &reasons{left: rate.NewLimiter(reasonsPerSecond, reasonsBurst)}
}

// admits says whether one more is written, and how many were not since the last.
func (r *reasons) admits(now time.Time) (unsaid int64, ok bool) {
	if !r.left.AllowN(now, 1) {
		r.unsaid.Add(1)
		return 0, false
	}
	return r.unsaid.Swap(0), true
}

// tell logs the precise reason of a refusal, under the number of the request that
// the one who was refused can quote.
func (l *Login) tell(ctx context.Context, what string, refusal error) {
	unsaid, ok := l.reasons.admits(l.options.Clock())
	if !ok {
		return
	}
	about := []any{"error", reasonOf(refusal)}
	if id := l.requestID(ctx); id != "" {
		about = append(about, "request", id)
	}
	if unsaid > 0 {
		about = append(about, "unsaid", unsaid)
	}
	l.options.Log.WarnContext(ctx, what, about...)
}

func (l *Login) requestID(ctx context.Context) string {
	if l.options.RequestID == nil {
		return ""
	}
	return l.options.RequestID(ctx)
}
