package casework

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"entente/audit"
	"entente/auth"
	"entente/graph"
)

// AuditQuery finds entries of the log, the newest first, and proves what it is;
// audit.Query is one.
type AuditQuery interface {
	WhoSaw(ctx context.Context, element graph.ID) ([]audit.Visit, error)
	WhatDid(ctx context.Context, officer graph.ID) ([]audit.Visit, error)
	Entry(v audit.Visit) (audit.Entry, error)
	Checkpoint(log string, from uint64) ([]byte, error)
}

// MarkedStore says which elements carry which markings, and nothing else of them.
type MarkedStore interface {
	// Marked gives those of ids whose element has one of the markings, retired
	// or not, and those under which an organisation had something that was erased.
	Marked(ctx context.Context, markings []graph.MarkingID, owner graph.ID, ids []graph.ID) (map[graph.ID]bool, error)
	// MarkingsOf gives the markings that must be in sight for each of ids to be: its own
	// first, then those of its ends or its person.
	MarkingsOf(ctx context.Context, ids []graph.ID) (map[graph.ID][]graph.Marking, error)
}

// The sight of the log. An auditor or supervisor sees the entries of their own
// organisation's officers, whole, and of everybody else's the accesses to their
// own organisation's elements: who, when and how, but neither why nor what else.
// Anything further is as if it had never been written: an id that does not
// exist, one out of sight and one nobody touched give the same empty list.

// AuditPeriod narrows a question to a time, from its beginning up to but without
// its end; nil does not narrow.
type AuditPeriod struct{ From, Until *time.Time }

func (p AuditPeriod) has(t time.Time) bool {
	return (p.From == nil || !t.Before(*p.From)) && (p.Until == nil || t.Before(*p.Until))
}

// AccessesTo is who looked at an element or changed it, the newest first.
func (e *Enquiry) AccessesTo(ctx context.Context, id graph.ID, p AuditPeriod, first int, after *string) (*AuditConnection, error) {
	ask := audit.Shape{Question: "accessesTo", First: first}
	list := e.listOf("accessesTo", id, p)
	return e.askLog(ctx, logQuestion{audit.WhoSaw, ask, list, id, p}, first, after, func(ctx context.Context) ([]audit.Visit, error) {
		ours, err := e.ourElements(ctx, []graph.ID{id})
		if err != nil {
			return nil, err
		}
		found, err := e.auditQuery.WhoSaw(ctx, id)
		return slices.DeleteFunc(found, func(v audit.Visit) bool { return (!e.ours(v) || v.Unseen) && !ours[id] }), err
	})
}

// ActionsOf is what an officer of the caller's organisation did, the newest
// first.
func (e *Enquiry) ActionsOf(ctx context.Context, officer graph.ID, p AuditPeriod, first int, after *string) (*AuditConnection, error) {
	ask := audit.Shape{Question: "actionsOf", First: first}
	list := e.listOf("actionsOf", officer, p)
	return e.askLog(ctx, logQuestion{audit.WhoDid, ask, list, officer, p}, first, after, func(ctx context.Context) ([]audit.Visit, error) {
		found, err := e.auditQuery.WhatDid(ctx, officer)
		return slices.DeleteFunc(found, func(v audit.Visit) bool { return !e.ours(v) }), err
	})
}

// logQuestion is one question to the log, as the log itself will have it.
type logQuestion struct {
	action audit.Action
	shape  audit.Shape
	list   string // what its cursors are bound to
	about  graph.ID
	period AuditPeriod
}

// askLog checks who asks and what for, finds what is in sight, cuts a page of it
// and notes the question.
func (e *Enquiry) askLog(
	ctx context.Context, q logQuestion, first int, after *string, find func(context.Context) ([]audit.Visit, error),
) (*AuditConnection, error) {
	from, err := e.mayAskLog(ctx, q, first, after)
	if err != nil {
		return nil, err
	}
	found, err := find(ctx)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", q.shape.Question, err)
	}
	found = slices.DeleteFunc(found, func(v audit.Visit) bool { return !q.period.has(v.At) })
	q.shape.Given = given(map[string]bool{"from": q.period.From != nil, "until": q.period.Until != nil})
	e.note(q.action, &q.shape, q.about)
	return e.auditPage(q, found, first, from)
}

// mayAskLog lets auditors and supervisors ask, with a purpose, about something
// that could be, and opens the cursor.
func (e *Enquiry) mayAskLog(ctx context.Context, q logQuestion, first int, after *string) (from *audit.Visit, err error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	if !e.principal.Is(auth.Auditor) && !e.principal.Is(auth.Supervisor) {
		return nil, e.gate(ctx, "The log answers the auditors and supervisors of an organisation.")
	}
	if e.auditQuery == nil {
		return nil, &graph.Error{Code: graph.Internal, Message: "The log of this hub cannot be asked."}
	}
	if q.period.From != nil && q.period.Until != nil && !q.period.From.Before(*q.period.Until) {
		return nil, graph.Bad("until", "The end must be after the beginning.")
	}
	if _, ok := q.about.Bits(); !ok {
		return nil, graph.Missing()
	}
	if first < 1 || first > maxAuditPage {
		return nil, graph.Bad("first", fmt.Sprintf("A page has 1 to %d entries.", maxAuditPage))
	}
	page, err := e.page(first, after, q.list)
	if err != nil || page.After == (graph.Position{}) {
		return nil, err
	}
	return visitAt(page.After)
}

// maxAuditPage is how many entries of the log one page has.
const maxAuditPage = 100

// auditPage reads the entries of one page.
func (e *Enquiry) auditPage(q logQuestion, found []audit.Visit, first int, from *audit.Visit) (*AuditConnection, error) {
	c := &AuditConnection{TotalCount: len(found)}
	rest := found
	if from != nil {
		at, there := slices.BinarySearchFunc(found, *from, audit.CompareVisits)
		if there {
			at++
		}
		rest = found[at:]
	}
	c.PageInfo.HasNextPage = len(rest) > first
	page := &auditPageElements{enquiry: e, action: q.action}
	for _, v := range rest[:min(first, len(rest))] {
		entry, err := e.auditQuery.Entry(v)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", q.shape.Question, err)
		}
		cursor, err := e.seal.cursor(positionOf(v), q.list)
		if err != nil {
			return nil, err
		}
		page.ids = append(page.ids, entry.Elements...)
		node := e.auditEntry(entry, page)
		c.Nodes = append(c.Nodes, node)
		c.Edges = append(c.Edges, AuditEdge{Cursor: cursor, Node: node})
		c.PageInfo.EndCursor = &c.Edges[len(c.Edges)-1].Cursor
	}
	return c, nil
}

// auditEntry is what the caller may know of an entry in sight.
func (e *Enquiry) auditEntry(entry audit.Entry, page *auditPageElements) *AuditEntry {
	out := &AuditEntry{At: entry.At, Action: entry.Action, entry: entry, page: page}
	out.OfficerID, out.Refusal = orNull(entry.Officer), orNull(string(entry.Refusal))
	if entry.Organisation != e.principal.Organisation {
		return out
	}
	out.Purpose, out.Request = orNull(entry.Purpose), orNull(entry.Request)
	if entry.Query != nil {
		out.Question = orNull(entry.Query.Question)
	}
	return out
}

// orNull is a pointer to what is not empty.
func orNull[T ~string](value T) *T {
	if value == "" {
		return nil
	}
	return &value
}

// ours says whether an officer of the caller's organisation acted.
func (e *Enquiry) ours(v audit.Visit) bool {
	return v.Organisation != "" && v.Organisation == e.principal.Organisation
}

// ourElements are those of ids that the caller's organisation owns, retired and
// erased ones and those of compartments too: whoever watches over them needs no sight of
// what they say.
func (e *Enquiry) ourElements(ctx context.Context, ids []graph.ID) (map[graph.ID]bool, error) {
	return e.marked(ctx, ids, func(_ graph.MarkingID, m graph.Marking) bool {
		return m.Owner != "" && m.Owner == e.principal.Organisation
	})
}

// marked are those of ids whose marking is chosen, and what was erased of the
// caller's organisation: whose it was is all that is left of that.
func (e *Enquiry) marked(ctx context.Context, ids []graph.ID, chosen func(graph.MarkingID, graph.Marking) bool) (map[graph.ID]bool, error) {
	known, err := e.markings.upTo(ctx, e.standing.Markings)
	if err != nil {
		return nil, err
	}
	var wanted []graph.MarkingID
	for i, m := range known {
		if id := graph.MarkingID(i); chosen(id, m) { //nolint:gosec // some hundreds
			wanted = append(wanted, id)
		}
	}
	return e.store.Marked(ctx, wanted, e.principal.Organisation, ids)
}

// AuditElements are the elements an entry names that the caller may know of: of
// the caller's organisation, or in the caller's sight. What is handed out is
// noted in turn.
func (e *Enquiry) AuditElements(ctx context.Context, a *AuditEntry, first int) ([]graph.ID, error) {
	if first < 1 || first > maxPage {
		return nil, graph.Bad("first", fmt.Sprintf("Ask for 1 to %d elements.", maxPage))
	}
	known, err := a.page.known(ctx)
	if err != nil {
		return nil, err
	}
	var out []graph.ID
	for _, id := range a.entry.Elements {
		if len(out) < first && (known[id] || e.knowsOfElement(ctx, id)) {
			out = append(out, id)
		}
	}
	e.note(a.page.action, nil, out...)
	return out, nil
}

// knowsOfElement decides of what carries no marking.
func (e *Enquiry) knowsOfElement(ctx context.Context, id graph.ID) bool {
	switch graph.Noun(id[0]) {
	case graph.NounOperation:
		return e.knowsOperation(ctx, id)
	case graph.NounOrganisation:
		return true
	case graph.NounOfficer:
		_, err := e.Officer(ctx, id)
		return err == nil
	}
	return false
}

// AuditOfficer is who acted, nil for an officer the caller has no reason to know
// by name.
func (e *Enquiry) AuditOfficer(ctx context.Context, a *AuditEntry) (*graph.Officer, error) {
	return orNil(e.Officer(ctx, a.entry.Officer))
}

// AuditOrganisation is for whom it was done, nil for a stranger and for the hub
// itself.
func (e *Enquiry) AuditOrganisation(ctx context.Context, a *AuditEntry) (*graph.Organisation, error) {
	return orNil(e.Organisation(ctx, a.entry.Organisation))
}

// AuditOperation is what it was done for, nil for one the caller has no part in.
func (e *Enquiry) AuditOperation(ctx context.Context, a *AuditEntry) (*graph.Operation, error) {
	return orNil(e.Operation(ctx, a.entry.Operation))
}

// orNil makes what is not found nothing.
func orNil[T any](found *T, err error) (*T, error) {
	if graph.CodeOf(err) == graph.NotFound {
		return nil, nil //nolint:nilnil // the schema says null
	}
	return found, err
}

// auditPageElements are the elements of all entries of one page: which of them
// the caller may know of is asked once.
type auditPageElements struct {
	enquiry *Enquiry
	action  audit.Action
	ids     []graph.ID
	once    sync.Once
	found   map[graph.ID]bool
	err     error
}

func (p *auditPageElements) known(ctx context.Context) (map[graph.ID]bool, error) {
	p.once.Do(func() {
		slices.Sort(p.ids)
		p.found, p.err = p.enquiry.marked(ctx, slices.Compact(p.ids), func(id graph.MarkingID, m graph.Marking) bool {
			return p.enquiry.sight.Sees(id) || m.Owner != "" && m.Owner == p.enquiry.principal.Organisation
		})
	})
	return p.found, p.err
}

// positionOf is the place of a visit in a list, to be sealed.
func positionOf(v audit.Visit) graph.Position {
	return graph.Position{Key: fmt.Sprintf("%d %d %s", v.At.UnixMicro(), v.Index, v.Log)}
}

func visitAt(p graph.Position) (*audit.Visit, error) {
	var micros int64
	var v audit.Visit
	if _, err := fmt.Fscanf(strings.NewReader(p.Key), "%d %d %s", &micros, &v.Index, &v.Log); err != nil {
		return nil, fmt.Errorf("a place in the log: %w", err)
	}
	v.At = time.UnixMicro(micros).UTC()
	return &v, nil
}

// Checkpoint is the last signed checkpoint of one of the hub's logs with the
// proof that it continues its first `from` entries, for auditors to hold; that
// it was taken is logged before. A log that is not there: NotFound.
func (e *Enquiry) Checkpoint(ctx context.Context, log string, from uint64) ([]byte, error) {
	if !e.principal.Is(auth.Auditor) {
		return nil, e.gate(ctx, "Checkpoints are for auditors.")
	}
	if e.auditQuery == nil {
		return nil, graph.Missing()
	}
	if err := e.record(ctx, audit.Entry{Action: audit.Witness}); err != nil {
		return nil, err
	}
	return e.auditQuery.Checkpoint(log, from)
}
