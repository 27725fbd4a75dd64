package casework

import "entente/graph"

// DisruptionObjective is what a plan makes small, or for REACH large.
type DisruptionObjective string

// The objectives.
const (
	LargestComponent     DisruptionObjective = "LARGEST_COMPONENT"
	PairConnectivity     DisruptionObjective = "PAIR_CONNECTIVITY"
	DistanceConnectivity DisruptionObjective = "DISTANCE_CONNECTIVITY"
	Reach                DisruptionObjective = "REACH"
	Supply               DisruptionObjective = "SUPPLY"
	MoneyMoved           DisruptionObjective = "MONEY"
)

// DisruptionReason is why a plan is empty, or why a target is in it.
type DisruptionReason string

// The reasons.
const (
	NoTargets    DisruptionReason = "NO_TARGETS"
	NothingFits  DisruptionReason = "NOTHING_FITS"
	NothingGains DisruptionReason = "NOTHING_GAINS"
	Demanded     DisruptionReason = "DEMANDED"
	HoldsPieces  DisruptionReason = "HOLDS_PIECES"
	ManyTies     DisruptionReason = "MANY_TIES"
	Gains        DisruptionReason = "GAINS"
)

// ObjectiveShare is an objective's part in a mix.
type ObjectiveShare struct {
	Objective DisruptionObjective
	Weight    float64
}

// TargetCostInput is what a target costs.
type TargetCostInput struct {
	Record graph.ID
	Cost   int
}

// PlanInput asks for a plan; see the schema.
type PlanInput struct {
	Scope       *ScopeInput
	TargetKinds []graph.RecordKind
	Objectives  []ObjectiveShare
	Distance    int
	Sources     []graph.ID
	SourceRoles []graph.ChainRole
	Sinks       []graph.ID
	SinkRoles   []graph.ChainRole
	Directed    bool
	Budget      int
	Costs       []TargetCostInput
	Exclude     []graph.ID
	Must        []graph.ID
	Successors  int
	Rewiring    float64
	Runs        int
	Doubt       int
	Seed        int
	Effort      float64
}

// ScorePlanInput asks what the caller's own targets would do.
type ScorePlanInput struct {
	Network PlanInput
	Targets []graph.ID
}

// ComparePlansInput sets two plans of the caller side by side.
type ComparePlansInput struct {
	Network PlanInput
	First   []graph.ID
	Second  []graph.ID
}

// DisruptionPlan is a plan and what it does.
type DisruptionPlan struct {
	Empty         *DisruptionReason
	Says          string
	Exact         bool
	Before, After float64
	Entities      int
	Reached       *int
	Area          float64
	Rank          float64
	TargetCount   int
	PieceCount    int
	Cost          int
	targets       []PlanTarget
	pieces        []PlanPiece
	curve         []int
	rewired       []int
	Supply        *SupplyCut
	Money         *MoneyCut
	graph.Derived
}

// SupplyCut is the cheapest set that cuts a supply altogether.
type SupplyCut struct {
	Cost        int
	OverBudget  bool
	Uncuttable  bool
	TargetCount int
	targets     []*Entity
}

// MoneyCut is the least money to be stopped so that none arrives.
type MoneyCut struct {
	Amount    float64
	FlowCount int
	flows     []MoneyFlow
}

// MoneyFlow is what goes from one entity to another.
type MoneyFlow struct {
	From, To *Entity
	Amount   float64
}

// PlanTarget is one removal.
type PlanTarget struct {
	Entity     *Entity
	Cost       int
	Value      float64
	Reasons    []PlanReason
	Stays      float64
	Successors []PlanSuccessor
}

// PlanReason is a reason with its number and in words.
type PlanReason struct {
	Reason DisruptionReason
	Number float64
	Says   string
}

// PlanSuccessor is somebody who could take over.
type PlanSuccessor struct {
	Entity     *Entity
	SharedTies int
	Similarity float64
	SameRole   bool
	Tied       bool
	Bridges    int
}

// PlanPiece is a part of the network that is left.
type PlanPiece struct {
	Size           int
	SafeguardCount int
	members        []graph.ID
	safeguard      []graph.ID
	named          func([]graph.ID) []*Entity
}

// PlanComparison sets two plans side by side.
type PlanComparison struct {
	First, Second *DisruptionPlan
	SharedCount   int
	Overlap       float64
	shared        []*Entity
}

// maxPieces is how many of a plan's lists are given at once.
const maxPieces = 500

// Targets are those of a plan in their order, from the one after the first skip.
func (p *DisruptionPlan) Targets(first, skip int) ([]PlanTarget, error) {
	return pageOf(p.targets, first, skip)
}

// Pieces are what is left, the largest first.
func (p *DisruptionPlan) Pieces(first, skip int) ([]PlanPiece, error) {
	return pageOf(p.pieces, first, skip)
}

// Curve is the largest component after each number of removals, from 0 on.
func (p *DisruptionPlan) Curve(first, skip int) ([]int, error) { return pageOf(p.curve, first, skip) }

// Rewired is the same if the network closes its ranks.
func (p *DisruptionPlan) Rewired(first, skip int) ([]int, error) {
	return pageOf(p.rewired, first, skip)
}

// Members are the first entities of a piece, by id.
func (p PlanPiece) Members(first, skip int) ([]*Entity, error) {
	ids, err := pageOf(p.members, first, skip)
	return p.named(ids), err
}

// Safeguard are the people of a piece who must be brought to safety, by id.
func (p PlanPiece) Safeguard(first, skip int) ([]*Entity, error) {
	ids, err := pageOf(p.safeguard, first, skip)
	return p.named(ids), err
}

// Targets are those of the cut, by id.
func (c *SupplyCut) Targets(first, skip int) ([]*Entity, error) {
	return pageOf(c.targets, first, skip)
}

// Flows are those of the cut, by the ids of their ends.
func (c *MoneyCut) Flows(first, skip int) ([]MoneyFlow, error) { return pageOf(c.flows, first, skip) }

// Shared are the entities that both plans name, by id.
func (c *PlanComparison) Shared(first, skip int) ([]*Entity, error) {
	return pageOf(c.shared, first, skip)
}

// pageOf is a part of a list that is held whole.
func pageOf[T any](all []T, first, skip int) ([]T, error) {
	if err := boundOf(first, maxPieces, "first", "of them"); err != nil {
		return nil, err
	}
	if skip < 0 {
		return nil, graph.Bad("skip", "How many to leave out is not negative.")
	}
	skip = min(skip, len(all))
	return all[skip:min(skip+first, len(all))], nil
}
