package neo4j

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/graph"
)

// Who waits for a database that is away until their time is up has not asked for
// too much; who went away is told nothing else.
func TestADatabaseThatIsAwayIsNoQuestionThatTookTooLong(t *testing.T) {
	late, cancel := context.WithDeadline(t.Context(), time.Time{})
	defer cancel()
	gone, stop := context.WithCancel(t.Context())
	stop()
	lost := &neo4j.ConnectivityError{Inner: errors.New("dial")}
	waited := &neo4j.TransactionExecutionLimit{Cause: "deadline", Errors: []error{lost, lost}}
	for _, err := range []error{lost, waited} {
		for _, ctx := range []context.Context{late, t.Context()} {
			var public *graph.Error
			got := failed(ctx, "records", err)
			if errors.Is(got, context.DeadlineExceeded) || !errors.As(got, &public) || !strings.Contains(public.Message, "does not answer") {
				t.Errorf("%v: %v", err, got)
			}
		}
		if got := failed(gone, "records", err); !errors.Is(got, context.Canceled) {
			t.Errorf("%v, cancelled: %v", err, got)
		}
	}
	busy := &neo4j.TransactionExecutionLimit{Cause: "deadline", Errors: []error{errors.New("a lock")}}
	if got := failed(late, "records", busy); !errors.Is(got, context.DeadlineExceeded) {
		t.Errorf("%v: %v", busy, got)
	}
}
