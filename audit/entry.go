package audit

import (
	"fmt"
	"regexp"
	"time"
	"unicode"
	"unicode/utf8"

	"entente/graph"
)

// Index is the place of an entry in its log, from 0. It is for the hub and its
// auditors only: to anyone else it would tell how much goes on out of sight.
type Index uint64

// Entry is one act of one officer: who, why, what was done, to what. It holds
// ids and shapes, never contents.
type Entry struct {
	// At is when, in UTC and whole microseconds. Record sets it.
	At     time.Time
	Action Action
	// Officer and Organisation are who acted, derived from the issuer. Empty
	// only in a refusal of someone the hub does not know.
	Officer      graph.ID
	Organisation graph.ID
	// Purpose is why; only what is done at the door, Refuse and Witness may leave
	// it out. At most
	// 500 bytes, one line.
	Purpose string
	// Operation is the operation it was done for, or empty.
	Operation graph.ID
	// Request names the call, so that all entries of one call are found.
	Request string
	// Refusal is the code the caller was given; set in refusals, and only there.
	Refusal graph.Code
	// Query is the shape of the question, nil where nothing was asked.
	Query *Shape
	// Elements are what was read or written. Record sorts them and removes
	// repeats.
	Elements []graph.ID
	// Unseen says that the officer was told of none of Elements: what a question
	// met and did not name. It is for their owners, and tells that officer's own
	// organisation nothing of them.
	Unseen bool
	// Part of Parts says which piece of a long entry this is, from 1. Both are
	// 0 in an entry that stands alone. Record sets them.
	Part, Parts int
}

const purposeLimit = 500

var requestForm = regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)

// Check refuses an entry that does not say who, why and what, or that could
// carry contents. A purpose left out is graph.PurposeRequired; everything else
// is a fault of the hub itself, graph.Internal.
func (e Entry) Check() error {
	if err := e.checkWho(); err != nil {
		return err
	}
	if err := e.checkPurpose(); err != nil {
		return err
	}
	if !requestForm.MatchString(e.Request) {
		return unfit("the request id is missing or malformed")
	}
	if (e.Refusal != "") != (e.Action == Refuse) {
		return unfit("a refusal gives the code that was answered, and nothing else does")
	}
	for _, id := range e.Elements {
		if _, ok := id.Bits(); !ok {
			return unfit("an element id is malformed")
		}
	}
	if e.Query == nil {
		return nil
	}
	return e.Query.check()
}

// checkWho holds the action and the ids of those who act.
func (e Entry) checkWho() error {
	if !e.Action.known() {
		return unfit("the action is not of the list")
	}
	anonymous := e.Action == Refuse && e.Officer == "" && e.Organisation == ""
	if !anonymous && (!e.Officer.Is(graph.NounOfficer) || !e.Organisation.Is(graph.NounOrganisation)) {
		return unfit("the officer or the organisation is missing or malformed")
	}
	if e.Operation != "" && !e.Operation.Is(graph.NounOperation) {
		return unfit("the operation is malformed")
	}
	return nil
}

// checkPurpose holds the one text an officer writes to one short line.
func (e Entry) checkPurpose() error {
	if e.Purpose == "" {
		if e.Action.needsPurpose() {
			return &graph.Error{Code: graph.PurposeRequired, Field: "purpose", Message: "Say for which purpose."}
		}
		return nil
	}
	if len(e.Purpose) > purposeLimit || !utf8.ValidString(e.Purpose) {
		return graph.Bad("purpose", fmt.Sprintf("A purpose is one line of at most %d bytes.", purposeLimit))
	}
	for _, r := range e.Purpose {
		if unicode.IsControl(r) {
			return graph.Bad("purpose", fmt.Sprintf("A purpose is one line of at most %d bytes.", purposeLimit))
		}
	}
	return nil
}
