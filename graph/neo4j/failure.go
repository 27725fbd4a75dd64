package neo4j

import (
	"context"
	"errors"
	"net"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/graph"
)

// failure is an error of the database that may be printed anywhere: Neo4j puts
// property values into some of its messages, so only its code is shown.
type failure struct {
	operation string
	err       error
	caller    error // why the caller's context ended, if it did; or that the database is away
}

func failed(ctx context.Context, operation string, err error) error {
	caller := ctx.Err()
	switch {
	case away(err) && !errors.Is(caller, context.Canceled): // the time went in waiting for it, whatever was asked
		caller = &graph.Error{Code: graph.Internal, Message: "The hub's database does not answer. Try again in a minute: what is asked again under its idempotency key is done once."}
	case caller == nil && timedOut(err):
		caller = context.DeadlineExceeded // the server was given the caller's own deadline, and its clock was first
	}
	return &failure{operation: operation, err: err, caller: caller}
}

// away says that the database could not be reached, until the driver or its caller
// gave up.
func away(err error) bool {
	var limit *neo4j.TransactionExecutionLimit
	if errors.As(err, &limit) {
		return slices.ContainsFunc(limit.Errors, away)
	}
	var lost *neo4j.ConnectivityError
	var dialled *net.OpError // a connection that ends at a deadline is called lost, too
	return errors.As(err, &lost) && errors.As(lost.Inner, &dialled) && dialled.Op == "dial"
}

// timedOut says that the server ended a transaction at its time limit. The limit of
// a server's own configuration, and a client's, have codes that begin alike.
func timedOut(err error) bool {
	var server *neo4j.Neo4jError
	return errors.As(err, &server) && strings.HasPrefix(server.Code, "Neo.ClientError.Transaction.TransactionTimedOut")
}

// Error says the operation and Neo4j's code, or the driver's own text, which
// holds addresses at most.
func (f *failure) Error() string {
	var server *neo4j.Neo4jError
	if errors.As(f.err, &server) {
		return f.operation + ": " + server.Code
	}
	return f.operation + ": " + f.err.Error()
}

// Unwrap gives the driver's error, to ask what it is and not to print it, and
// the caller's own: the driver does not say that it was cancelled.
func (f *failure) Unwrap() []error {
	if f.caller == nil {
		return []error{f.err}
	}
	return []error{f.err, f.caller}
}
