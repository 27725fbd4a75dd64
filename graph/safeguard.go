package graph

// Safeguard is a role of VICTIM that somebody has, whoever sees it. It is
// asked for by who is about to act, and is answered to nobody.
type Safeguard struct {
	Asked       ID // the record that was asked about
	Person      ID // the record of the same thing that has the role
	Involvement ID
	Operation   ID
	Marking     Marking // of the role; its owner is whom to speak to
}

// SecondDecision is a judgement that turns a recognised victim into a suspect,
// until a second officer confirms it. It is the body of a case object of kind
// SECOND_DECISION, of the judging organisation, and About the person.
type SecondDecision struct {
	AskedBy     ID          `json:"askedBy"`
	Involvement Involvement `json:"involvement"` // as it will be written
	DecidedBy   ID          `json:"decidedBy,omitempty"`
	Reason      string      `json:"reason,omitempty"`
}

// DecisionState is what became of a second decision.
type DecisionState string

// The states.
const (
	DecisionPending   DecisionState = "PENDING"
	DecisionConfirmed DecisionState = "CONFIRMED"
	DecisionRejected  DecisionState = "REJECTED"
)
