package casework

import (
	"time"

	"entente/audit"
	"entente/auth"
	"entente/graph"
)

// Node is anything with an id: *Record, *Link, *graph.Operation,
// *graph.Organisation, *graph.Officer or *Involvement.
type Node any

// Record is a record as one caller sees it, now or as of an earlier instant.
type Record struct {
	graph.Record
	AsOf *time.Time // nil is now; what hangs on the record is shown as of then too
	kin  *siblings  // the records it came with
}

// Kind is what the record is about.
func (r *Record) Kind() graph.RecordKind { return r.Details.Kind() }

// Label is the short text that lists and the canvas show.
func (r *Record) Label() string { return r.Details.Label() }

// Grading is nil where the record is not graded.
func (r *Record) Grading() *graph.Grading { return graded(r.Record.Grading) }

// Link is a link as one caller sees it, now or as of an earlier instant.
type Link struct {
	graph.Link
	AsOf *time.Time
	ends *siblings // the ends of all links it came with
}

// FromID is the id of the record at which the link begins.
func (l *Link) FromID() graph.ID { return l.From }

// ToID is the id of the record at which the link ends.
func (l *Link) ToID() graph.ID { return l.To }

// Grading is nil where the link is not graded.
func (l *Link) Grading() *graph.Grading { return graded(l.Link.Grading) }

// Involvement is a role in an operation as one caller sees it.
type Involvement struct {
	graph.Involvement
	AsOf    *time.Time
	persons *siblings // the persons of all involvements it came with
}

// Grading is nil where the judgement is not graded.
func (i *Involvement) Grading() *graph.Grading { return graded(i.Involvement.Grading) }

func graded(g graph.Grading) *graph.Grading {
	if g == (graph.Grading{}) {
		return nil
	}
	return &g
}

// PageInfo says where a page of a list ends.
type PageInfo struct {
	HasNextPage bool
	EndCursor   *string
}

// RecordEdge is one record in a list.
type RecordEdge struct {
	Cursor string
	Node   *Record
}

// RecordConnection is a page of records, in the order of the list.
type RecordConnection struct {
	Edges    []RecordEdge
	Nodes    []*Record
	PageInfo PageInfo
	total    total
}

// LinkEdge is one link in a list.
type LinkEdge struct {
	Cursor string
	Node   *Link
}

// LinkConnection is a page of links, by id.
type LinkConnection struct {
	Edges    []LinkEdge
	Nodes    []*Link
	PageInfo PageInfo
	total    total
}

// InvolvementEdge is one involvement in a list.
type InvolvementEdge struct {
	Cursor string
	Node   *Involvement
}

// InvolvementConnection is a page of involvements, by id.
type InvolvementConnection struct {
	Edges    []InvolvementEdge
	Nodes    []*Involvement
	PageInfo PageInfo
	total    total
}

// LinkCount is how many links of one kind are in sight.
type LinkCount struct {
	Kind  graph.LinkKind
	Count int
}

// KindCount is how many entities of one kind there are.
type KindCount struct {
	Kind  graph.RecordKind
	Count int
}

// Subgraph is records with the links among them, both by id.
type Subgraph struct {
	Records []*Record
	Links   []*Link
}

// Conditions are how the whole must be handled: the strictest of its records and
// links, and the weakest grading of all of these. Of nothing, it is Official and free.
func (s *Subgraph) Conditions() *graph.Derived {
	markings := make([]graph.Marking, 0, len(s.Records)+len(s.Links))
	gradings := make([]graph.Grading, 0, cap(markings))
	for _, r := range s.Records {
		markings, gradings = append(markings, r.Marking), append(gradings, r.Contribution.Grading)
	}
	for _, l := range s.Links {
		markings, gradings = append(markings, l.Marking), append(gradings, l.Link.Grading)
	}
	derived := graph.Derive(markings, gradings)
	return &derived
}

// Entity is one thing as one caller sees it: the visible records joined over
// the visible SAME_AS links.
type Entity struct {
	ID      graph.ID   // the smallest of Members
	Members []graph.ID // in order
	AsOf    *time.Time
	kin     *siblings // the members of all entities it came with
}

// Me is the caller.
type Me struct {
	Officer      *graph.Officer
	Organisation graph.ID
	Roles        []auth.Role
	Clearances   []graph.Compartment
	Purpose      *string
	StepUp       *StepUp
}

// Path is a path of fewest hops, from end to end.
type Path struct {
	Hops     int
	Entities []*Entity
	Steps    []PathStep
	graph.Derived
}

// PathStep is one link of a path.
type PathStep struct {
	Link     *Link
	Parallel int // how many visible links lie here, this one included
	Reversed bool
}

// AuditEntry is one entry of the log as far as the caller may know it.
type AuditEntry struct {
	At        time.Time
	Action    audit.Action
	OfficerID *graph.ID
	Refusal   *string
	Purpose   *string
	Question  *string
	Request   *string
	entry     audit.Entry
	page      *auditPageElements
}

// AuditEdge is one entry of the log in a list.
type AuditEdge struct {
	Cursor string
	Node   *AuditEntry
}

// AuditConnection is a page of entries of the log, the newest first.
type AuditConnection struct {
	Edges      []AuditEdge
	Nodes      []*AuditEntry
	PageInfo   PageInfo
	TotalCount int
}
