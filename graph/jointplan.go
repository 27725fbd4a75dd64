package graph

import "time"

// JointPlan is one plan of two organisations that agree to it. It is the body of
// a case object of kind JOINT_PLAN, known to both; its owner proposed it.
type JointPlan struct {
	Partner   ID `json:"partner"`
	Operation ID `json:"operation"` // to which both are party
	AskedBy   ID `json:"askedBy"`
	// Why is for the partner to judge.
	Why string `json:"why"`
	// Budget is how many targets the plan may have; TargetKinds, none for any, of
	// which kinds; Hops how far the network goes from what the team shares.
	Budget      int          `json:"budget"`
	TargetKinds []RecordKind `json:"targetKinds,omitempty"`
	Hops        int          `json:"hops"`
	Objective   string       `json:"objective"`
	DecidedBy   ID           `json:"decidedBy,omitempty"`
	Decided     time.Time    `json:"decided,omitzero"`
	Reason      string       `json:"reason,omitempty"`
	// Targets are those of an agreed plan in order, each by all its records, in
	// anybody's sight or not: a reader is told those that the reader sees. They go
	// when either side withdraws.
	Targets [][]ID `json:"targets,omitempty"`
}

// JointPlanState is what became of a joint plan.
type JointPlanState string

// The states.
const (
	JointPlanOpen      JointPlanState = "OPEN"
	JointPlanAgreed    JointPlanState = "AGREED"
	JointPlanRefused   JointPlanState = "REFUSED"
	JointPlanWithdrawn JointPlanState = "WITHDRAWN"
)

// The bounds of a joint plan.
const (
	mostJointTargets = 100
	mostJointHops    = 3
)

// Check refuses a joint plan that nobody could agree to.
func (p JointPlan) Check() error {
	if err := required("why", p.Why, "the reason, for the partner to judge"); err != nil {
		return err
	}
	if p.Budget < 1 || p.Budget > mostJointTargets {
		return Bad("budget", "A joint plan has 1 to 100 targets.")
	}
	if p.Hops < 0 || p.Hops > mostJointHops {
		return Bad("hops", "The network goes 0 to 3 hops beyond what the team shares.")
	}
	return nil
}
