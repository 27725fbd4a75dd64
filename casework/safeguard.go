package casework

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"entente/audit"
	"entente/auth/policy"
	"entente/graph"
)

// SafeguardStore knows whom to safeguard, whoever sees it.
type SafeguardStore interface {
	// SafeguardsOf are all roles of VICTIM of the entities of records, and all their
	// records that show a child. It takes no sight, and is asked in this file alone.
	SafeguardsOf(ctx context.Context, records []graph.ID, child graph.Childhood) ([]graph.Safeguard, error)
}

// safeguarded refuses to act on records where somebody to safeguard is among
// them of whom the caller does not know: the one deliberate disclosure of what
// is out of sight. It names whom to speak to first, and nothing else; it is
// logged before it is answered, and the owner is told.
func (e *Enquiry) safeguarded(ctx context.Context, records []graph.ID) error {
	found, err := e.store.SafeguardsOf(ctx, records, graph.ChildhoodAt(e.at, e.known))
	if err != nil {
		return fmt.Errorf("look for whom to safeguard: %w", err)
	}
	hidden, _, err := e.splitBySight(ctx, found)
	if err != nil || len(hidden) == 0 {
		return err
	}
	return e.speakFirst(ctx, hidden)
}

// gives refuses, as safeguarded does, to give elements to somebody who has not got
// them: only where an audience or its time grows is anything acted on. A new
// element was nobody's before: the zero marking. The records must be in the caller's sight.
func (e *Enquiry) gives(ctx context.Context, before, after graph.Marking, records ...graph.ID) error {
	others, err := e.namesOthers(ctx, before.Audience, after.Audience)
	if err != nil || !others && !widens(before, after) {
		return err
	}
	return e.safeguarded(ctx, records)
}

// widens says whether organisations or teams get what they did not have, or for longer.
func widens(before, after graph.Marking) bool {
	if !after.Audience.Shared() || !before.Audience.Shared() {
		return after.Audience.Shared()
	}
	wider := before
	wider.Audience = before.Audience.With(after.Audience)
	return !wider.Canonical().Same(before.Canonical()) || longer(before, after) || after.Embargo.Before(before.Embargo)
}

// people are the records that a selection is about: itself, the ends of its
// links, and whose roles it holds.
func (s *selection) people() []graph.ID {
	ids := recordIDsOf(s.records)
	for _, l := range s.links {
		ids = append(ids, l.From, l.To)
	}
	for _, i := range s.involvements {
		ids = append(ids, i.Involvement.Person)
	}
	return distinct(ids)
}

// secondDecision says whether a person whom the caller sees to be a victim in
// an operation would become a suspect in it. Of a victim whom the caller does
// not see to be one, it refuses as safeguarded does.
func (e *Enquiry) secondDecision(ctx context.Context, i graph.Involvement) (bool, error) {
	if i.Role != graph.Suspect {
		return false, nil
	}
	found, err := e.store.SafeguardsOf(ctx, []graph.ID{i.Person}, graph.ChildhoodAt(e.at, e.known))
	if err != nil {
		return false, fmt.Errorf("look for whom to safeguard: %w", err)
	}
	found = slices.DeleteFunc(found, func(s graph.Safeguard) bool { return !s.Child() && s.Operation != i.Operation })
	hidden, seen, err := e.splitBySight(ctx, found)
	if err != nil {
		return false, err
	}
	if len(hidden) > 0 {
		return false, e.speakFirst(ctx, hidden)
	}
	return slices.ContainsFunc(seen, func(s graph.Safeguard) bool { return !s.Child() }), nil
}

// splitBySight tells the roles and children that the caller does not see from
// those seen. A child is seen where one record of it shows that to the caller.
func (e *Enquiry) splitBySight(ctx context.Context, found []graph.Safeguard) (hidden, seen []graph.Safeguard, err error) {
	var roles, persons []graph.ID
	for _, s := range found {
		if s.Child() {
			persons = append(persons, s.Person)
		} else {
			roles = append(roles, s.Involvement)
		}
	}
	visible, err := e.store.InvolvementsByID(ctx, e.sight, roles)
	if err != nil {
		return nil, nil, fmt.Errorf("look for whom to safeguard: %w", err)
	}
	records, err := e.store.Records(ctx, e.sight, persons, nil)
	if err != nil {
		return nil, nil, fmt.Errorf("look for whom to safeguard: %w", err)
	}
	children := map[graph.ID]bool{} // by the record asked about
	for _, s := range found {
		if _, ok := records[s.Person]; ok && s.Child() {
			children[s.Asked] = true
		}
	}
	for _, s := range found {
		known := children[s.Asked]
		if !s.Child() {
			_, known = visible[s.Involvement]
			known = known && e.knowsOperation(ctx, s.Operation)
		}
		if known {
			seen = append(seen, s)
		} else {
			hidden = append(hidden, s)
		}
	}
	return hidden, seen, nil
}

func (e *Enquiry) speakFirst(ctx context.Context, hidden []graph.Safeguard) error {
	var owners, elements []graph.ID
	var concerned []markedElement
	for _, s := range hidden {
		owners, elements = append(owners, s.Marking.Owner), append(elements, s.Asked, s.Person)
		if !s.Child() {
			elements = append(elements, s.Involvement)
		}
		concerned = append(concerned, markedElement{s.Person, s.Marking})
	}
	entry := audit.Entry{Action: audit.Disclose, Query: &audit.Shape{Question: "safeguard"}, Elements: distinct(elements), Unseen: true}
	if err := e.record(ctx, entry); err != nil {
		return err
	}
	n := graph.Notice{Kind: graph.NoticeSafeguard, From: e.principal.Organisation, Officer: e.principal.Officer}
	if err := e.tellOnceADay(ctx, n, concerned); err != nil {
		return err
	}
	contacts, err := e.OrganisationsNamed(ctx, distinct(owners))
	if err != nil {
		return err
	}
	var names []string
	for _, o := range contacts {
		names = append(names, o.Name+", "+o.Contact)
	}
	return e.gate(ctx, "Speak to this contact first: "+strings.Join(names, "; ")+".")
}

// markedElement is an element by its id and marking.
type markedElement struct {
	ID      graph.ID
	Marking graph.Marking
}

// ownersOnly is the marking of what is told to those of an element's owner who
// may know of the element: of all of several markings, the first of which says whose it is.
func ownersOnly(all ...graph.Marking) graph.Marking {
	told := graph.OwnOrganisationOnly(all[0].Owner)
	for _, m := range all {
		told.Compartments = append(told.Compartments, m.Compartments...)
		switch {
		case m.Audience.Scope != graph.Officers:
		case told.Audience.Scope != graph.Officers:
			told.Audience = m.Audience
		default:
			told.Audience.Officers = slices.DeleteFunc(slices.Clone(told.Audience.Officers), func(id graph.ID) bool {
				return !slices.Contains(m.Audience.Officers, id)
			})
		}
	}
	return told.Canonical()
}

// forNobody says whether a marking names officers, and none is left.
func forNobody(m graph.Marking) bool {
	return m.Audience.Scope == graph.Officers && len(m.Audience.Officers) == 0
}

// noticesToOwners are notices to the owners of elements, each to those who may
// know of the elements that it is about, and about at most maxAbout.
func (c *Casework) noticesToOwners(n graph.Notice, about []markedElement) ([]graph.CaseObject, error) {
	groups := map[string][]graph.ID{}
	markings := map[string]graph.Marking{}
	var order []string
	for _, one := range about {
		m := ownersOnly(one.Marking)
		if forNobody(m) {
			continue
		}
		encoded, err := json.Marshal(m)
		if err != nil {
			return nil, fmt.Errorf("encode a marking: %w", err)
		}
		if key := string(encoded); groups[key] == nil {
			order = append(order, key)
			markings[key] = m
		}
		groups[string(encoded)] = append(groups[string(encoded)], one.ID)
	}
	var out []graph.CaseObject
	for _, key := range order {
		for ids := range slices.Chunk(distinct(groups[key]), maxAbout) {
			object, err := c.notice(markings[key], n, ids)
			if err != nil {
				return nil, err
			}
			out = append(out, object)
		}
	}
	return out, nil
}

// tellOnceADay writes notices to owners; the same to the same about the same is
// written once a day.
func (c *Casework) tellOnceADay(ctx context.Context, n graph.Notice, about []markedElement) error {
	for _, one := range about {
		notices, err := c.noticesToOwners(n, []markedElement{one})
		if err != nil {
			return err
		}
		now := c.clock()
		key := fmt.Sprintf("notice %s %s %s %s %s", n.Kind, n.From, n.Operation, one.ID, now.UTC().Format(time.DateOnly))
		w := graph.Write{
			At: now, CaseObjects: notices, Outcome: []byte("{}"),
			Key: graph.WriteKey{Officer: c.itself(), Key: key, Digest: sha256.Sum256([]byte(key))},
		}
		if _, err := c.store.Write(ctx, policy.Sight{}, w); err != nil {
			return fmt.Errorf("tell an owner: %w", err)
		}
	}
	c.nudge()
	return nil
}
