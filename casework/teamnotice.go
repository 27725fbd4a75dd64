package casework

import (
	"context"
	"fmt"
	"slices"
	"time"

	"entente/graph"
)

// tellParties are the notices to all other organisations that have a part in an
// operation.
func (e *Enquiry) tellParties(o graph.Operation, detail string) ([]graph.CaseObject, error) {
	return e.tellEach(o, e.concerned(o), e.principal.Organisation, detail)
}

// tellChange are the notices of a change of an operation, to all other
// organisations that had or have a part in it: of the act, and of the parties that came, went,
// or ended it by the last signature.
func (e *Enquiry) tellChange(former, o graph.Operation, detail string) ([]graph.CaseObject, error) {
	concerned := distinct(append(e.concerned(former), e.concerned(o)...))
	out, err := e.tellEach(o, concerned, e.principal.Organisation, detail)
	if err != nil {
		return nil, err
	}
	tell := func(from graph.ID, detail string) {
		if err == nil {
			var more []graph.CaseObject
			more, err = e.tellEach(o, concerned, from, detail)
			out = append(out, more...)
		}
	}
	before, after := former.PartiesAt(e.at), o.PartiesAt(e.at)
	for _, party := range after {
		if !slices.Contains(before, party) {
			tell(party, "PARTY_ADDED")
		}
	}
	for _, party := range before {
		if !slices.Contains(after, party) && party != e.principal.Organisation { // who withdraws tells so
			tell(party, "PARTY_REMOVED")
		}
	}
	if former.Ended.IsZero() && !o.Ended.IsZero() {
		tell(e.principal.Organisation, "ENDED")
	}
	return out, err
}

// concerned are the organisations that have a part in an operation, or are asked to.
func (e *Enquiry) concerned(o graph.Operation) []graph.ID {
	ids := o.PartiesAt(e.at)
	if o.Proposal != nil {
		ids = append(ids, o.Proposal.Parties...)
	}
	return distinct(ids)
}

// tellEach are notices to organisations but the caller's own.
func (e *Enquiry) tellEach(o graph.Operation, to []graph.ID, from graph.ID, detail string) ([]graph.CaseObject, error) {
	var out []graph.CaseObject
	for _, organisation := range to {
		if organisation == e.principal.Organisation {
			continue
		}
		n, err := e.noticeTo(organisation, graph.Notice{Kind: graph.NoticeTeam, From: from, Operation: o.ID, Detail: detail}, o.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, nil
}

// endsSoon is how long before its last day the parties are told that a team ends.
const endsSoon = 30 * 24 * time.Hour

// tellTeams tells each party once of what dates do to its joint teams: that one
// ends soon, that it has ended, and that its evaluation is due.
func (c *Casework) tellTeams(ctx context.Context, by graph.ID) error {
	organisations, err := c.store.Organisations(ctx)
	if err != nil {
		return fmt.Errorf("tell of joint teams: %w", err)
	}
	ids := make([]graph.ID, len(organisations))
	for i, o := range organisations {
		ids[i] = o.ID
	}
	now := c.clock()
	operations, err := c.store.OperationsOf(ctx, ids, now)
	if err != nil {
		return fmt.Errorf("tell of joint teams: %w", err)
	}
	filed, err := c.evaluated(ctx, by, operations, now)
	if err != nil {
		return fmt.Errorf("tell of joint teams: %w", err)
	}
	for _, o := range operations {
		for _, party := range o.PartiesAt(now) {
			if err := c.tellTeam(ctx, party, o, filed[o.ID][party], now); err != nil {
				return fmt.Errorf("tell of joint teams: %w", err)
			}
		}
	}
	return nil
}

func (c *Casework) tellTeam(ctx context.Context, party graph.ID, o graph.Operation, filed bool, now time.Time) error {
	last := o.Agreement.Until.End()
	details := []string{}
	switch o.StateAt(now) {
	case graph.OperationRunning:
		if !last.IsZero() && !now.Before(last.Add(-endsSoon)) {
			details = append(details, "ENDS_SOON")
		}
	case graph.OperationEnded:
		if o.Ended.IsZero() {
			details = append(details, "ENDED") // where somebody ended it, that act told so
		}
		if !filed {
			details = append(details, "EVALUATION_DUE")
		}
	}
	for _, detail := range details {
		n, err := c.noticeTo(party, graph.Notice{Kind: graph.NoticeTeam, Operation: o.ID, Detail: detail}, o.ID)
		if err != nil {
			return err
		}
		if err := c.onceFor(ctx, fmt.Sprintf("team %s %s %s %s", detail, party, o.ID, o.Agreement.Until), n); err != nil {
			return err
		}
	}
	return nil
}

// evaluated says, of the operations that have ended, which organisations have filed
// their evaluation.
func (c *Casework) evaluated(ctx context.Context, by graph.ID, operations []graph.Operation, now time.Time) (map[graph.ID]map[graph.ID]bool, error) {
	filed := map[graph.ID]map[graph.ID]bool{}
	filter := graph.CaseFilter{Kinds: []graph.CaseKind{graph.CaseEvaluation}}
	for _, o := range operations {
		if o.StateAt(now) == graph.OperationEnded {
			filed[o.ID] = map[graph.ID]bool{}
			filter.About = append(filter.About, o.ID)
		}
	}
	if len(filter.About) == 0 {
		return filed, nil
	}
	whole, err := c.wholeSight(ctx, by)
	if err != nil {
		return nil, err
	}
	for page := (graph.Page{Limit: maxPage}); ; {
		found, places, err := c.store.CaseObjects(ctx, whole, filter, page)
		if err != nil {
			return nil, fmt.Errorf("read evaluations: %w", err)
		}
		for _, object := range found {
			for _, id := range object.About {
				if filed[id] != nil {
					filed[id][object.Marking.Owner] = true
				}
			}
		}
		if len(found) < page.Limit {
			return filed, nil
		}
		page.After = places[len(places)-1]
	}
}
