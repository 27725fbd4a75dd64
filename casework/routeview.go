package casework

import (
	"time"

	"entente/graph"
)

// PathMode is which paths are asked for.
type PathMode string

// The modes.
const (
	FewestHops    PathMode = "FEWEST_HOPS"
	EveryShortest PathMode = "ALL_SHORTEST"
	StrongestPath PathMode = "STRONGEST"
	KShortest     PathMode = "K_SHORTEST"
	InTimeOrder   PathMode = "TIME_RESPECTING"
)

// PathMeasure is what makes one path better than another.
type PathMeasure string

// The measures.
const (
	ByHops     PathMeasure = "HOPS"
	ByStrength PathMeasure = "STRENGTH"
)

// RouteLimits say what paths may use; see the schema.
type RouteLimits struct {
	LinkKinds        []graph.LinkKind
	Avoid            []graph.ID
	AvoidKinds       []graph.RecordKind
	OnlyThroughKinds []graph.RecordKind
	MaxHops          int
	At               *time.Time
	LeastGrading     *graph.Grading
	Directed         bool
	HubDegree        int
	HubPenalty       float64
}

// PathsInput asks for paths between two ends, or two sets of ends.
type PathsInput struct {
	Mode        PathMode
	From        []graph.ID
	To          []graph.ID
	Through     []graph.ID
	AnyOrder    bool
	Within      *RouteLimits
	Since       *time.Time
	Until       *time.Time
	SameInstant bool
	First       int
}

// Paths are the paths that were found, best first.
type Paths struct {
	Mode   PathMode
	Routes []*Route
	Chain  *Trail // of TIME_RESPECTING alone
	// Count and CountOfLinks are of ALL_SHORTEST alone.
	Count, CountOfLinks *float64
	AtLeast             bool
}

// Route is a path with what it costs and what it rests on.
type Route struct {
	Path        *Path
	Cost        float64
	Reliability float64
	Hubs        []Hub
	ReliesOn    string // in words; empty where it passes no hub
	Sources     []string
	Owners      []graph.ID
	WaypointIDs []graph.ID
	RepeatedIDs []graph.ID
}

// Hub is an entity to which many others are tied.
type Hub struct {
	Entity *Entity
	Degree int
}

// ConnectInput asks for what joins several records.
type ConnectInput struct {
	Records []graph.ID
	Measure PathMeasure
	Within  *RouteLimits
}

// Connection joins several entities.
type Connection struct {
	Entities []*Entity
	Links    []ConnectionLink
	Cost     float64
	Bound    float64
	Groups   []ConnectionGroup
	Hubs     []Hub
	ReliesOn string
	Sources  []string
	Owners   []graph.ID
	graph.Derived
}

// ConnectionLink is one link of a connection.
type ConnectionLink struct {
	Link     *Link
	FromID   graph.ID // entities
	ToID     graph.ID
	Parallel int
}

// ConnectionGroup are entities that hang together.
type ConnectionGroup struct{ EntityIDs []graph.ID }

// PairInput is two records between which a path is asked for.
type PairInput struct{ From, To graph.ID }

// PathsBetweenInput asks for the best path of each of several pairs.
type PathsBetweenInput struct {
	Pairs   []PairInput
	Measure PathMeasure
	Within  *RouteLimits
}

// PairRoute is the answer to one pair; Route is nil where there is none.
type PairRoute struct {
	FromID graph.ID
	ToID   graph.ID
	Route  *Route
}

// AllPairsInput asks how far several records are from each other.
type AllPairsInput struct {
	Records []graph.ID
	Measure PathMeasure
	Within  *RouteLimits
}

// AllPairs are the distances among several entities.
type AllPairs struct {
	Entities    []*Entity
	TotalCount  int
	Unconnected int
	ByHops      []HopCount
	pairs       []PairDistance
}

// HopCount is how many pairs are so many hops apart.
type HopCount struct{ Hops, Pairs int }

// PairDistance is how far two entities are from each other; Hops and Cost are
// nil where no path is allowed.
type PairDistance struct {
	FromID graph.ID
	ToID   graph.ID
	Hops   *int
	Cost   *float64
}

// Trail is a chain of links in the order of time.
type Trail struct {
	From  *Entity
	Steps []TrailStep
	Cut   bool
	graph.Derived
}

// TrailStep is one link of a trail, the entity it leads to and when.
type TrailStep struct {
	Link *Link
	To   *Entity
	At   time.Time
}
