package graph

import (
	"errors"
	"fmt"
)

// Code is the closed list of what can go wrong for a caller.
type Code string

// The codes; docs/api.md says when each is given.
const (
	Unauthenticated Code = "UNAUTHENTICATED"
	NotFound        Code = "NOT_FOUND"
	BadInput        Code = "BAD_USER_INPUT"
	Conflict        Code = "CONFLICT"
	RateLimited     Code = "RATE_LIMITED"
	StepUpRequired  Code = "STEP_UP_REQUIRED"
	PurposeRequired Code = "PURPOSE_REQUIRED"
	GateClosed      Code = "GATE_CLOSED"
	LimitExceeded   Code = "LIMIT_EXCEEDED"
	Internal        Code = "INTERNAL"
)

// Error is the one error type that reaches a caller. Message is public: it
// never carries data of a record. Field is the path of the input at fault, in
// the API's spelling ("input.person.birthDate"), or empty. Err is for the log.
type Error struct {
	Code    Code
	Field   string
	Message string
	Err     error
}

// Error says the code, the field and the message, and nothing of Err: an error
// may be printed anywhere.
func (e *Error) Error() string {
	if e.Field != "" {
		return fmt.Sprintf("%s: %s: %s", e.Code, e.Field, e.Message)
	}
	return fmt.Sprintf("%s: %s", e.Code, e.Message)
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Missing is the one answer for what does not exist, is malformed, is of
// another noun or is out of sight.
func Missing() *Error {
	return &Error{Code: NotFound, Message: "There is nothing with this id that you can see."}
}

// Bad is a fault in the input: which field, and what would be right.
func Bad(field, message string) *Error {
	return &Error{Code: BadInput, Field: field, Message: message}
}

// CodeOf is the code of err: Internal where it has none, "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Internal
}

// Under puts a field path in front of the field of an input error, or of a
// conflict over one, so that a noun can check itself without knowing where it
// stands in the request.
func Under(prefix string, err error) error {
	var e *Error
	if err == nil || !errors.As(err, &e) || (e.Code != BadInput && e.Code != Conflict) {
		return err
	}
	moved := *e
	switch {
	case e.Field == "":
		moved.Field = prefix
	default:
		moved.Field = prefix + "." + e.Field
	}
	return &moved
}

// At names the field of an input at which an id was not found; other errors
// pass unchanged.
func At(field string, err error) error {
	var e *Error
	if err == nil || !errors.As(err, &e) || e.Code != NotFound {
		return err
	}
	moved := *e
	moved.Field = field
	return &moved
}
