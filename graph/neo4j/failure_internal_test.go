package neo4j

import (
	"context"
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"entente/graph"
)

// Who waits for a database that is away until their time is up has not asked for
// too much; who went away is told nothing else.
func TestADatabaseThatIsAwayIsNoQuestionThatTookTooLong(t *testing.T) {
	late, cancel := context.WithDeadline(t.Context(), time.Time{})
	defer cancel()
	gone, stop := context.WithCancel(t.Context())
	stop()
	lost := &neo4j.ConnectivityError{Inner: &net.OpError{Op: "dial", Err: errors.New("refused")}}
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
	for _, err := range []error{
		&neo4j.TransactionExecutionLimit{Cause: "deadline", Errors: []error{errors.New("a lock")}},
		&neo4j.ConnectivityError{Inner: context.DeadlineExceeded},
	} {
		if got := failed(late, "records", err); !errors.Is(got, context.DeadlineExceeded) {
			t.Errorf("%v: %v", err, got)
		}
	}
}

// What the driver says of a server that is not there is taken for that, whether it
// or its caller gave up.
func TestAServerThatIsNotThereIsAway(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0") //nolint:noctx // closed at once
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	for _, retry := range []time.Duration{time.Millisecond, time.Minute} {
		driver, err := neo4j.NewDriverWithContext("bolt://"+address, neo4j.NoAuth(), func(c *config.Config) { c.MaxTransactionRetryTime = retry })
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		session := driver.NewSession(ctx, neo4j.SessionConfig{})
		_, err = neo4j.ExecuteRead(ctx, session, func(neo4j.ManagedTransaction) (int, error) { return 0, nil })
		if !away(err) {
			t.Errorf("tried for %v: %T %v", retry, err, err)
		}
		cancel()
		_ = session.Close(t.Context())
		_ = driver.Close(t.Context())
	}
}
