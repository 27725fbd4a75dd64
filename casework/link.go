package casework

import (
	"context"
	"fmt"
	"time"

	"entente/audit"
	"entente/auth/policy"
	"entente/graph"
)

// LinkStore reads links under a sight: a link is visible if it and both its
// ends are.
type LinkStore interface {
	// Links are the visible ones among ids.
	Links(ctx context.Context, s policy.Sight, ids []graph.ID, asOf *time.Time) (map[graph.ID]graph.Link, error)
	// LinksOf is a page of each record's links, by id, in one statement.
	LinksOf(ctx context.Context, s policy.Sight, records []graph.ID, f graph.LinkFilter, p graph.Page, asOf *time.Time) (map[graph.ID][]graph.Link, error)
	// CountLinksOf counts each record's links on all pages, in one statement.
	CountLinksOf(ctx context.Context, s policy.Sight, records []graph.ID, f graph.LinkFilter, asOf *time.Time) (map[graph.ID]int, error)
}

// From is the record at which a link begins.
func (e *Enquiry) From(ctx context.Context, l *Link) (*Record, error) {
	return e.recordAmong(ctx, l.Link.From, l.AsOf, l.ends)
}

// To is the record at which a link ends.
func (e *Enquiry) To(ctx context.Context, l *Link) (*Record, error) {
	return e.recordAmong(ctx, l.Link.To, l.AsOf, l.ends)
}

// Link is a link by its id. Unknown, malformed, of another noun, or it or one
// of its ends out of sight: NotFound.
func (e *Enquiry) Link(ctx context.Context, id graph.ID, asOf *time.Time) (*Link, error) {
	found, err := e.links(ctx, []graph.ID{id}, asOf)
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, graph.Missing()
	}
	return found[0], nil
}

// links are the visible ones among ids, in the order of ids.
func (e *Enquiry) links(ctx context.Context, ids []graph.ID, asOf *time.Time) ([]*Link, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	found, err := e.store.Links(ctx, e.sight, ids, asOf)
	if err != nil {
		return nil, fmt.Errorf("read links: %w", err)
	}
	ends := &siblings{}
	out := make([]*Link, 0, len(found))
	for _, id := range ids {
		if link, ok := found[id]; ok {
			out = append(out, &Link{Link: link, AsOf: asOf, ends: ends})
			ends.ids = append(ends.ids, link.From, link.To)
			e.note(audit.Read, nil, id)
		}
	}
	return out, nil
}

// LinksOf is a page of a record's links in sight, by id.
func (e *Enquiry) LinksOf(ctx context.Context, r *Record, in *LinkFilter, first int, after *string) (*LinkConnection, error) {
	filter, err := in.filter()
	if err != nil {
		return nil, err
	}
	list := e.listOf("links", r.ID, r.AsOf, filter)
	page, err := e.page(first, after, list)
	if err != nil {
		return nil, err
	}
	question := linkQuestion{Filter: filter, Page: page, AsOf: r.AsOf}
	found, err := e.loaders.linksOf(question).load(ctx, r.ID, r.kin)
	if err != nil {
		return nil, fmt.Errorf("read the links of a record: %w", err)
	}
	connection, err := e.linkConnection(found, first, list)
	if err != nil {
		return nil, err
	}
	totals := linkQuestion{Filter: filter, AsOf: r.AsOf}
	connection.total = func(ctx context.Context) (int, error) { return e.loaders.linkTotal(totals).load(ctx, r.ID, r.kin) }
	return connection, nil
}

func (e *Enquiry) linkConnection(found []*Link, first int, list string) (*LinkConnection, error) {
	c := &LinkConnection{PageInfo: PageInfo{HasNextPage: len(found) > first}}
	for i, link := range found[:min(len(found), first)] {
		cursor, err := e.seal.cursor(graph.Position{ID: link.ID}, list)
		if err != nil {
			return nil, err
		}
		c.Nodes = append(c.Nodes, link)
		c.Edges = append(c.Edges, LinkEdge{Cursor: cursor, Node: link})
		c.PageInfo.EndCursor = &c.Edges[i].Cursor
		e.note(audit.Read, nil, link.ID, link.From, link.To)
	}
	return c, nil
}

// LinkVersions are the versions of a link that the caller may see, newest first.
func (e *Enquiry) LinkVersions(ctx context.Context, l *Link) ([]*Link, error) {
	found, err := e.store.LinkVersions(ctx, e.sight, l.ID)
	if err != nil {
		return nil, fmt.Errorf("read the versions of a link: %w", err)
	}
	var out []*Link
	for _, version := range found {
		if l.AsOf == nil || !version.KnownFrom.After(*l.AsOf) {
			out = append(out, &Link{Link: version, AsOf: versionTime(version.Contribution)})
		}
	}
	return out, nil
}

// wholeNeighbourhood bounds what is read to count a record's links by kind.
const wholeNeighbourhood = 100_000

// LinkCounts are how many links of each kind a record has in sight, in the
// order of the kinds; kinds without any are left out.
func (e *Enquiry) LinkCounts(ctx context.Context, r *Record) ([]LinkCount, error) {
	e.note(audit.Read, nil, r.ID)
	if r.AsOf == nil {
		return e.presentLinkCounts(r.ID), nil
	}
	question := linkQuestion{Page: graph.Page{Limit: wholeNeighbourhood}, AsOf: r.AsOf}
	found, err := e.loaders.linksOf(question).load(ctx, r.ID, r.kin)
	if err != nil {
		return nil, fmt.Errorf("count the links of a record: %w", err)
	}
	counts := map[graph.LinkKind]int{}
	for _, link := range found {
		counts[link.Kind]++
	}
	return linkCounts(counts), nil
}

func linkCounts(counts map[graph.LinkKind]int) []LinkCount {
	var out []LinkCount
	for _, kind := range graph.LinkKinds() {
		if counts[kind] > 0 {
			out = append(out, LinkCount{Kind: kind, Count: counts[kind]})
		}
	}
	return out
}

func (f *LinkFilter) filter() (graph.LinkFilter, error) {
	if f == nil {
		return graph.LinkFilter{}, nil
	}
	out := graph.LinkFilter{Kinds: f.Kinds, Direction: f.Direction, At: f.At}
	weakness, err := weakest(f.LeastGrading, "filter.leastGrading")
	out.WeakestGrading = weakness
	return out, err
}

// weakest is the weakness that a least grading allows, nil for none.
func weakest(least *graph.Grading, field string) (*int, error) {
	if least == nil {
		return nil, nil //nolint:nilnil // no bound is an answer
	}
	if err := least.Check(field); err != nil {
		return nil, err
	}
	weakness := least.Weakness()
	return &weakness, nil
}
