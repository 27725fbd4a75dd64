package casework

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"entente/audit"
	"entente/graph"
	"entente/graph/engine"
)

// maxDescribed is how many records may be read to describe communities.
const maxDescribed = 20_000

// division are communities that were found together and are described together.
type division struct {
	enquiry     *Enquiry
	view        *engine.View
	links       graph.LinkFilter
	communities []*Community
	described   func(context.Context) (map[graph.ID]*CommunityDescription, error)
}

func (e *Enquiry) division(view *engine.View, links graph.LinkFilter) *division {
	d := &division{enquiry: e, view: view, links: links}
	d.described = once(d.describe)
	return d
}

// community is one of the division, with what it consists of.
func (d *division) community(found engine.Community) *Community {
	kinds := map[graph.RecordKind]int{}
	for _, entity := range d.view.Entities(d.enquiry.sight, found.Members) {
		kinds[entity.Kind]++
	}
	out := &Community{
		ID: found.Members[0], Size: len(found.Members), MemberIDs: found.Members, Kinds: kindCounts(kinds), described: d.described,
	}
	d.communities = append(d.communities, out)
	return out
}

// Description is what a community is made of. Those of one answer are read
// together; if they have too many records: LimitExceeded, with the number.
func (c *Community) Description(ctx context.Context) (*CommunityDescription, error) {
	all, err := c.described(ctx)
	if err != nil {
		return nil, err
	}
	return all[c.ID], nil
}

func (d *division) describe(ctx context.Context) (map[graph.ID]*CommunityDescription, error) {
	members := make([][]graph.ID, len(d.communities))
	var ids []graph.ID
	for i, c := range d.communities {
		members[i] = c.MemberIDs
		for _, entity := range d.view.Entities(d.enquiry.sight, c.MemberIDs) {
			ids = append(ids, entity.Records...)
		}
	}
	if len(ids) > maxDescribed {
		return nil, &graph.Error{
			Code:    graph.LimitExceeded,
			Message: fmt.Sprintf("These communities have %d records, and at most %d are described at once: ask for fewer communities.", len(ids), maxDescribed),
		}
	}
	about, err := d.enquiry.labelled(ctx, distinctIDs(ids))
	if err != nil {
		return nil, err
	}
	found, err := d.view.Describe(ctx, d.enquiry.sight, members, engine.DescriptionOptions{Links: d.links, Roles: about.roles, Countries: about.countries})
	if err != nil {
		return nil, fmt.Errorf("describe communities: %w", err)
	}
	out := map[graph.ID]*CommunityDescription{}
	for i, c := range d.communities {
		if out[c.ID], err = d.description(ctx, c, found[i], about); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// labels are what is known of records, from what is in sight alone.
type labels struct {
	records          map[graph.ID]*Record
	roles, countries map[graph.ID][]string
}

// labelled reads records and roles in one statement each.
func (e *Enquiry) labelled(ctx context.Context, ids []graph.ID) (labels, error) {
	out := labels{records: map[graph.ID]*Record{}, roles: map[graph.ID][]string{}, countries: map[graph.ID][]string{}}
	records, err := e.records(ctx, ids, nil, nil)
	if err != nil {
		return out, err
	}
	for _, r := range records {
		out.records[r.ID], out.countries[r.ID] = r, countriesOf(r.Details)
	}
	found, err := e.loaders.involvementsOf(nil).loadAll(ctx, ids, nil)
	if err != nil {
		return out, fmt.Errorf("read roles: %w", err)
	}
	for _, i := range slices.Concat(found...) {
		if e.knowsOperation(ctx, i.Operation) {
			out.roles[i.Involvement.Person] = append(out.roles[i.Involvement.Person], string(i.Role))
			e.note(audit.Read, nil, i.ID)
		}
	}
	return out, nil
}

func (d *division) description(ctx context.Context, c *Community, found engine.Description, about labels) (*CommunityDescription, error) {
	out := &CommunityDescription{Records: found.Records, Inner: found.Inner, Outer: found.Outer}
	for _, l := range found.Roles {
		out.Roles = append(out.Roles, LabelCount{l.Label, l.Entities})
	}
	for _, l := range found.Countries {
		out.Countries = append(out.Countries, LabelCount{l.Label, l.Entities})
	}
	var brokers []graph.ID
	for _, b := range found.Brokers {
		brokers = append(brokers, b.Entity)
	}
	named := d.enquiry.entitiesNamed(d.view, brokers)
	for _, b := range found.Brokers {
		out.Brokers = append(out.Brokers, CommunityBroker{named[b.Entity], b.Outside, b.Participation})
	}
	owners, gradings := map[graph.ID]int{}, []graph.Grading{}
	for _, entity := range d.view.Entities(d.enquiry.sight, c.MemberIDs) {
		for _, id := range entity.Records {
			if r, ok := about.records[id]; ok {
				owners[r.Owner()]++
				gradings = append(gradings, r.Record.Grading)
			}
		}
	}
	for owner, n := range owners {
		out.Organisations = append(out.Organisations, OrganisationCount{owner, n})
	}
	slices.SortFunc(out.Organisations, func(a, b OrganisationCount) int {
		return cmp.Or(cmp.Compare(b.Records, a.Records), cmp.Compare(a.OrganisationID, b.OrganisationID))
	})
	var err error
	out.Derived, err = d.enquiry.derivedOf(ctx, d.view, c.MemberIDs, gradings)
	return out, err
}
