package audit

import (
	"errors"

	"entente/graph"
)

// ErrClosed is the cause of a refusal by a log that is closed.
var ErrClosed = errors.New("the audit log is closed")

// refused is the one answer when an entry did not become durable: the caller
// gets nothing else.
func refused(cause error) *graph.Error {
	return &graph.Error{
		Code:    graph.Internal,
		Message: "This could not be logged, so nothing is shown.",
		Err:     cause,
	}
}

// unfit is a refusal of an entry the hub itself made wrongly.
func unfit(why string) *graph.Error { return refused(errors.New("audit entry: " + why)) }
