package casework

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"entente/audit"
	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
)

// Notice is a notice as its reader sees it.
type Notice struct {
	graph.Notice
	ID      graph.ID
	AboutID []graph.ID // elements and operations it is about, by id only
	At      time.Time
}

// Matter is the case object it is about, nil for none.
func (n *Notice) Matter() *graph.ID { return idOrNil(n.Notice.Matter) }

func idOrNil(id graph.ID) *graph.ID {
	if id == "" {
		return nil
	}
	return &id
}

// NoticeEdge is one notice in a list.
type NoticeEdge struct {
	Cursor string
	Node   *Notice
}

// NoticeConnection is a page of notices, newest first.
type NoticeConnection struct {
	Edges    []NoticeEdge
	Nodes    []*Notice
	PageInfo PageInfo
	total    total
}

// TotalCount is how many notices in sight are of the kinds, on all pages.
func (c *NoticeConnection) TotalCount(ctx context.Context) (int, error) { return c.total(ctx) }

// Notices is a page of the notices for the caller or the caller's organisation;
// no kinds are all kinds.
func (e *Enquiry) Notices(ctx context.Context, kinds []graph.NoticeKind, first int, after *string) (*NoticeConnection, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	list := e.listOf("notices", kinds)
	page, err := e.page(first, after, list)
	if err != nil {
		return nil, err
	}
	sight, kinds := e.noticesFor(kinds)
	filter := graph.CaseFilter{Kinds: []graph.CaseKind{graph.CaseNotice}, Reader: e.principal.Officer}
	for _, kind := range kinds {
		filter.States = append(filter.States, string(kind))
	}
	found, places, err := e.store.CaseObjects(ctx, sight, filter, page)
	if err != nil {
		return nil, fmt.Errorf("list notices: %w", err)
	}
	c := &NoticeConnection{PageInfo: PageInfo{HasNextPage: len(found) > first}}
	c.total = func(ctx context.Context) (int, error) { return e.store.CountCaseObjects(ctx, sight, filter) }
	for i, object := range found[:min(len(found), first)] {
		if err := e.addNotice(c, object, places[i], list); err != nil {
			return nil, err
		}
	}
	return c, nil
}

func (e *Enquiry) addNotice(c *NoticeConnection, object graph.CaseObject, place graph.Position, list string) error {
	n, err := noticeIn(object)
	if err != nil {
		return err
	}
	cursor, err := e.seal.cursor(place, list)
	if err != nil {
		return err
	}
	c.Nodes, c.Edges = append(c.Nodes, n), append(c.Edges, NoticeEdge{Cursor: cursor, Node: n})
	c.PageInfo.EndCursor = &c.Edges[len(c.Edges)-1].Cursor
	e.note(audit.List, nil, n.ID)
	return nil
}

// noticesFor are the sight in which the caller's notices of some kinds lie, and the
// kinds; none are all kinds. A team administrator who reads no case data reads of
// joint teams alone.
func (e *Enquiry) noticesFor(kinds []graph.NoticeKind) (policy.Sight, []graph.NoticeKind) {
	if !e.sight.Blind() || !e.principal.Is(auth.TeamAdministrator) {
		return e.sight, kinds
	}
	if len(kinds) > 0 && !slices.Contains(kinds, graph.NoticeTeam) {
		return policy.Sight{}, kinds
	}
	return policy.Administering(e.principal, e.known), []graph.NoticeKind{graph.NoticeTeam}
}

// noticeIn reads a case object as a notice.
func noticeIn(object graph.CaseObject) (*Notice, error) {
	n := &Notice{ID: object.ID, AboutID: object.About, At: object.Made}
	return n, decode(object, &n.Notice)
}

// noticeTo is a notice for all of an organisation, to be stored with the write
// that it tells of, so that there is never one without the other.
func (c *Casework) noticeTo(organisation graph.ID, n graph.Notice, about ...graph.ID) (graph.CaseObject, error) {
	return c.notice(graph.OwnOrganisationOnly(organisation), n, about)
}

func (c *Casework) notice(m graph.Marking, n graph.Notice, about []graph.ID) (graph.CaseObject, error) {
	if err := n.Check(); err != nil {
		return graph.CaseObject{}, err
	}
	id, err := c.newID(graph.NounCaseObject)
	if err != nil {
		return graph.CaseObject{}, err
	}
	body, err := json.Marshal(n)
	if err != nil {
		return graph.CaseObject{}, fmt.Errorf("encode a notice: %w", err)
	}
	return graph.CaseObject{ID: id, Hub: c.hub, Kind: graph.CaseNotice, State: string(n.Kind), Marking: m, About: about, Body: body}, nil
}
