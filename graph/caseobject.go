package graph

import (
	"encoding/json"
	"slices"
	"time"
)

// CaseObject is something about the work on a case, not about the crime: a
// request for a release, a notice, a certificate. It is marked like a record and
// kept in versions, and no analysis walks it. What its kind says of it beside
// these fields is in Body, which the noun's own file encodes and decodes.
type CaseObject struct {
	ID   ID
	Hub  string // its home hub
	Kind CaseKind
	// Marking decides who knows of it. Its owner made it; who may move it on is
	// decided by the noun.
	Marking Marking
	// Except are officers who are not told of it though its marking would let them
	// know: whose act it is, and whom it says nothing new.
	Except []ID
	// About are the elements and operations it is about, by id only; that an id
	// stands here gives nobody sight of it.
	About []ID
	// State is one of its kind's own words; empty where the kind has none.
	State string
	// Due is by when somebody has to act; zero is never.
	Due  time.Time
	Body json.RawMessage
	// Made is when the first version was written. The store fills it in.
	Made time.Time
	// Version is a random id for this state: it does not count.
	Version   ID
	KnownFrom time.Time
}

// CaseKind says which noun a case object is.
type CaseKind string

// The kinds of case objects; each has a file of its name in this package.
const (
	CaseRelease     CaseKind = "RELEASE"
	CaseNotice      CaseKind = "NOTICE"
	CaseCertificate CaseKind = "CERTIFICATE"
	CaseEvaluation  CaseKind = "EVALUATION"
	CaseDisposal    CaseKind = "DISPOSAL"
	CaseDecision    CaseKind = "SECOND_DECISION"
	CaseJointPlan   CaseKind = "JOINT_PLAN"
	CaseView        CaseKind = "VIEW"
	CaseComment     CaseKind = "COMMENT"
)

// CaseKinds are all kinds in order.
func CaseKinds() []CaseKind {
	return []CaseKind{CaseRelease, CaseNotice, CaseCertificate, CaseEvaluation, CaseDisposal, CaseDecision, CaseJointPlan, CaseView, CaseComment}
}

// CaseFilter narrows a list of case objects; what is empty does not narrow.
type CaseFilter struct {
	Kinds  []CaseKind
	States []string
	// About keeps those about one of these elements.
	About []ID
	// DueBefore keeps those that have to be acted on before that moment.
	DueBefore time.Time
	// Reader leaves out what this officer is excepted from.
	Reader ID
}

// Check refuses a case object that could not be stored.
func (c CaseObject) Check() error {
	if !c.ID.Is(NounCaseObject) {
		return Bad("id", "This is not the id of a case object.")
	}
	if !slices.Contains(CaseKinds(), c.Kind) {
		return Bad("kind", "A case object is one of "+list(CaseKinds())+".")
	}
	if !json.Valid(c.Body) {
		return Bad("body", "The body of a case object is JSON.")
	}
	return Under("marking", c.Marking.Check())
}
