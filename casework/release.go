package casework

import (
	"context"
	"fmt"
	"slices"
	"time"

	"entente/audit"
	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
)

// Release is a request to an owner, as one of the two organisations sees it.
type Release struct {
	graph.Release
	object  graph.CaseObject
	State   graph.ReleaseState
	Expired bool
}

// ID is the release's own.
func (r *Release) ID() graph.ID { return r.object.ID }

// Version names this state of it.
func (r *Release) Version() graph.ID { return r.object.Version }

// Asked is when it was asked for.
func (r *Release) Asked() time.Time { return r.object.Made }

// Use is what it is asked for.
func (r *Release) Use() policy.Action { return policy.Action(r.Action) }

// AskingID is the organisation that asks.
func (r *Release) AskingID() graph.ID { return r.object.Marking.Owner }

// UntilOrNone is when it ends; nil is never.
func (r *Release) UntilOrNone() *time.Time { return timeOrNone(r.Until) }

// DecidedOrNone is when it was decided; nil while it is open.
func (r *Release) DecidedOrNone() *time.Time { return timeOrNone(r.Decided) }

// ReasonOrNone is why it was decided so; nil for no words.
func (r *Release) ReasonOrNone() *string {
	if r.Reason == "" {
		return nil
	}
	return &r.Reason
}

func timeOrNone(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

// ReleaseEdge is one release in a list.
type ReleaseEdge struct {
	Cursor string
	Node   *Release
}

// ReleaseConnection is a page of releases, newest first.
type ReleaseConnection struct {
	Edges    []ReleaseEdge
	Nodes    []*Release
	PageInfo PageInfo
	total    total
}

// TotalCount is how many the filter keeps, on all pages.
func (c *ReleaseConnection) TotalCount(ctx context.Context) (int, error) { return c.total(ctx) }

// ReleaseFilter narrows a list of releases.
type ReleaseFilter struct {
	States  []graph.ReleaseState
	Element *graph.ID
}

// Releases are those that the caller's organisation asked for or is asked for,
// newest first.
func (e *Enquiry) Releases(ctx context.Context, in *ReleaseFilter, first int, after *string) (*ReleaseConnection, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	filter := in.filter()
	list := e.listOf("releases", filter)
	page, err := e.page(first, after, list)
	if err != nil {
		return nil, err
	}
	found, places, err := e.store.CaseObjects(ctx, e.sight, filter, page)
	if err != nil {
		return nil, fmt.Errorf("list releases: %w", err)
	}
	c := &ReleaseConnection{PageInfo: PageInfo{HasNextPage: len(found) > first}}
	for i, object := range found[:min(len(found), first)] {
		release, err := e.release(object)
		if err != nil {
			return nil, err
		}
		cursor, err := e.seal.cursor(places[i], list)
		if err != nil {
			return nil, err
		}
		c.Nodes, c.Edges = append(c.Nodes, release), append(c.Edges, ReleaseEdge{Cursor: cursor, Node: release})
		c.PageInfo.EndCursor = &c.Edges[i].Cursor
		e.note(audit.Read, nil, object.ID)
	}
	c.total = func(ctx context.Context) (int, error) { return e.store.CountCaseObjects(ctx, e.sight, filter) }
	return c, nil
}

func (f *ReleaseFilter) filter() graph.CaseFilter {
	out := graph.CaseFilter{Kinds: []graph.CaseKind{graph.CaseRelease}}
	if f == nil {
		return out
	}
	for _, state := range f.States {
		out.States = append(out.States, string(state))
	}
	if f.Element != nil {
		out.About = []graph.ID{*f.Element}
	}
	return out
}

// release reads a case object as a release. Whoever asked learns of a
// sanitised copy only where the owner says so.
func (e *Enquiry) release(object graph.CaseObject) (*Release, error) {
	r := &Release{object: object, State: graph.ReleaseState(object.State)}
	if err := decode(object, &r.Release); err != nil {
		return nil, err
	}
	if r.Owner != e.principal.Organisation && !r.Told {
		r.Copy = ""
	}
	granted := r.State == graph.ReleaseOpen || r.State == graph.ReleaseGranted
	r.Expired = granted && r.Release.Expired(e.at)
	return r, nil
}

// Release is one by its id, or NotFound.
func (e *Enquiry) Release(ctx context.Context, id graph.ID) (*Release, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	var body graph.Release
	object, err := e.caseObject(ctx, graph.CaseRelease, id, &body)
	if err != nil {
		return nil, err
	}
	e.note(audit.Read, nil, id)
	return e.release(object)
}

// ReleasedElement is what a release is about; nil where the caller does not see it.
func (e *Enquiry) ReleasedElement(ctx context.Context, r *Release) (Node, error) {
	found, err := e.Node(ctx, r.Element, nil)
	if graph.CodeOf(err) == graph.NotFound {
		return nil, nil //nolint:nilnil // officers of one organisation see different things
	}
	return found, err
}

// RequestReleaseInput asks an owner for leave.
type RequestReleaseInput struct {
	IdempotencyKey string
	Element        graph.ID
	Action         policy.Action
	To             []graph.ID
	Why            string
	Until          *time.Time
}

// WithdrawReleaseInput takes a request back.
type WithdrawReleaseInput struct {
	IdempotencyKey string
	ID             graph.ID
	Version        graph.ID
}

// ReleasePayload is a release as it now is; Revision is sealed.
type ReleasePayload struct {
	Release  *Release
	Revision string
}

// RequestRelease asks the owner of an element in sight for leave to do one
// thing with it. Out of sight: NotFound.
func (e *Enquiry) RequestRelease(ctx context.Context, in RequestReleaseInput) (*ReleasePayload, error) {
	a, err := e.attempt(ctx, "requestRelease", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	if a.done {
		return e.releasePayload(ctx, a.before.ID, a.revision)
	}
	if err := e.proved(ctx, in.Element); err != nil {
		return nil, err
	}
	release, marking, err := e.newRelease(ctx, in)
	if err != nil {
		return nil, err
	}
	object, err := e.newCaseObject(graph.CaseRelease, release, release.Owner)
	if err != nil {
		return nil, err
	}
	object.Marking.Compartments = marking.Compartments
	object.About, object.State = []graph.ID{release.Element}, string(graph.ReleaseOpen)
	return e.putRelease(ctx, a.key, object, graph.Write{}, e.asksFor(release, object))
}

// newRelease checks what is asked for.
func (e *Enquiry) newRelease(ctx context.Context, in RequestReleaseInput) (graph.Release, graph.Marking, error) {
	c, err := e.contributed(ctx, in.Element)
	if err != nil {
		return graph.Release{}, graph.Marking{}, graph.At("input.element", err)
	}
	r := graph.Release{
		Element: in.Element, Owner: c.Owner(), AskedBy: e.principal.Officer, Action: string(in.Action), To: in.To, Why: in.Why,
	}
	if in.Until != nil {
		r.Until = *in.Until
	}
	if r.Owner == e.principal.Organisation {
		return r, c.Marking, graph.Bad("input.element", "Your own organisation contributed this: it needs nobody's leave.")
	}
	if err := r.Check(e.at); err != nil {
		return r, c.Marking, graph.Under("input", err)
	}
	return r, c.Marking, e.checkRelease(ctx, in)
}

func (e *Enquiry) checkRelease(ctx context.Context, in RequestReleaseInput) error {
	passes := in.Action == policy.ToPassOn
	switch {
	case in.Action == policy.ToSee:
		return graph.Bad("input.action", "You see it already.")
	case passes && len(in.To) == 0:
		return graph.Bad("input.to", "Say to which organisations it would be passed on.")
	case !passes && len(in.To) > 0:
		return graph.Bad("input.to", "Only PASS_ON names organisations: leave them out.")
	case passes && in.Until != nil:
		return graph.Bad("input.until", "What was passed on is not taken back by a date: leave it out.")
	}
	named, err := e.OrganisationsNamed(ctx, in.To)
	if err == nil && len(named) != len(in.To) {
		return graph.At("input.to", graph.Missing())
	}
	return err
}

// asksFor makes the notice to an owner.
func (e *Enquiry) asksFor(r graph.Release, object graph.CaseObject) func() ([]graph.CaseObject, error) {
	return func() ([]graph.CaseObject, error) {
		n := graph.Notice{Kind: graph.NoticeReleaseRequested, From: e.principal.Organisation, Matter: object.ID, Detail: r.Action}
		return e.noticeUnder(r.Owner, object.Marking.Compartments, n, r.Element)
	}
}

// noticeUnder is a notice to those of an organisation with clearances.
func (c *Casework) noticeUnder(organisation graph.ID, compartments []graph.Compartment, n graph.Notice, about ...graph.ID) ([]graph.CaseObject, error) {
	m := graph.OwnOrganisationOnly(organisation)
	m.Compartments = compartments
	object, err := c.notice(m.Canonical(), n, about)
	return []graph.CaseObject{object}, err
}

// putRelease logs and writes a release together with w and its notices.
func (e *Enquiry) putRelease(
	ctx context.Context, key graph.WriteKey, object graph.CaseObject, w graph.Write, notices func() ([]graph.CaseObject, error),
) (*ReleasePayload, error) {
	told, err := notices()
	if err != nil {
		return nil, err
	}
	base, err := e.writeOf(key, object.ID)
	if err != nil {
		return nil, err
	}
	w.Key, w.At, w.Outcome = base.Key, base.At, base.Outcome
	w.CaseObjects = append(append(w.CaseObjects, object), told...)
	elements := append(slices.Clone(object.About), object.ID)
	for _, r := range w.Records {
		elements = append(elements, r.ID)
	}
	if err := e.record(ctx, audit.Entry{Action: audit.Release, Elements: elements}); err != nil {
		return nil, err
	}
	written, revision, err := e.settle(ctx, w)
	if err != nil {
		return nil, err
	}
	return e.releasePayload(ctx, written.ID, revision)
}

func (e *Enquiry) releasePayload(ctx context.Context, id graph.ID, revision graph.Revision) (*ReleasePayload, error) {
	token, err := e.seal.revision(revision)
	if err != nil {
		return nil, err
	}
	release, err := e.Release(ctx, id)
	return &ReleasePayload{Release: release, Revision: token}, err
}

// WithdrawRelease takes back what the caller's organisation asked for and
// nobody has decided yet.
func (e *Enquiry) WithdrawRelease(ctx context.Context, in WithdrawReleaseInput) (*ReleasePayload, error) {
	a, err := e.attempt(ctx, "withdrawRelease", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	if a.done {
		return e.releasePayload(ctx, a.before.ID, a.revision)
	}
	r, err := e.openRelease(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	if r.AskingID() != e.principal.Organisation {
		return nil, e.gate(ctx, "Only the organisation that asked may withdraw what it asked for.", in.ID)
	}
	object := r.object
	object.State, object.Version = string(graph.ReleaseWithdrawn), ""
	w := graph.Write{Expect: map[graph.ID]graph.ID{object.ID: in.Version}}
	return e.putRelease(ctx, a.key, object, w, func() ([]graph.CaseObject, error) { return nil, nil })
}

// openRelease is a release that may still be moved on.
func (e *Enquiry) openRelease(ctx context.Context, id graph.ID) (*Release, error) {
	r, err := e.Release(ctx, id)
	if err != nil {
		return nil, graph.At("input.id", err)
	}
	if r.State != graph.ReleaseOpen || r.Expired {
		return nil, &graph.Error{Code: graph.Conflict, Field: "input.id", Message: "This release is not open any more: read it again."}
	}
	return r, nil
}

// supervisor lets through who decides for an organisation.
func (e *Enquiry) supervisor(ctx context.Context, about ...graph.ID) error {
	if !e.principal.Is(auth.Supervisor) {
		return e.gate(ctx, "A supervisor decides this.", about...)
	}
	return e.proved(ctx, about...)
}
