package oidc

import (
	"errors"
	"fmt"

	"entente/graph"
)

// ErrNoCredential is the reason when a request carries neither a bearer token
// nor a session cookie: somebody who has not signed in, rather than somebody
// who was refused.
var ErrNoCredential = errors.New("no credential")

// refusalMessage is all a refused caller learns, whatever the reason.
const refusalMessage = "You are not signed in, or your sign-in is no longer valid. Please sign in again."

// refuse is the one answer to every credential that does not hold. The reason
// is for the log: it names a rule, never a token or a person.
func refuse(reason error) error {
	return &graph.Error{Code: graph.Unauthenticated, Message: refusalMessage, Err: reason}
}

func refusef(format string, args ...any) error { return refuse(fmt.Errorf(format, args...)) }

// reasonOf is the precise reason of a refusal, or the error itself.
func reasonOf(err error) error {
	var e *graph.Error
	if errors.As(err, &e) && e.Err != nil {
		return e.Err
	}
	return err
}
