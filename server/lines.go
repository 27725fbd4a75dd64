package server

import (
	"context"
	"fmt"
	"sync"
)

// lines are the subscriptions that are open: whoever closes the store tells them
// first, and waits until none of them reads it any more.
type lines struct {
	ends context.Context //nolint:containedctx // the life of all lines, not of a call
	end  context.CancelFunc

	mu      sync.Mutex
	ended   bool
	working int
	idle    chan struct{} // closed when all have ended
}

func newLines() *lines {
	l := &lines{idle: make(chan struct{})}
	l.ends, l.end = context.WithCancel(context.Background())
	return l
}

// begin says whether something may still be done for a line; done must follow
// then.
func (l *lines) begin() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.ended {
		return false
	}
	l.working++
	return true
}

func (l *lines) done() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.working--; l.ended && l.working == 0 {
		close(l.idle)
	}
}

// over tells every line that it ends; none begins from now on.
func (l *lines) over() {
	l.end()
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.ended {
		return
	}
	l.ended = true
	if l.working == 0 {
		close(l.idle)
	}
}

// wait waits until nothing is done for any line, or ctx ends.
func (l *lines) wait(ctx context.Context) error {
	select {
	case <-l.idle:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("wait for the subscriptions to end: %w", ctx.Err())
	}
}
