package casework

import (
	"context"

	"entente/audit"
	"entente/auth/policy"
	"entente/graph"
)

// Visibility is who sees an element of the caller's organisation now.
type Visibility struct {
	policy.Visibility
	// Teams are those of operations in which the caller's organisation has a
	// part, in the order of the marking; OtherTeams is how many more there are.
	Teams      []VisibleTeam
	OtherTeams int
}

// VisibleTeam is a joint team, with the officers who are in it at the moment.
type VisibleTeam struct {
	Operation *graph.Operation
	Members   []graph.Member // by officer id
}

// SightReason is one reason why the caller sees an element, and a sentence.
type SightReason struct {
	Reason policy.Reason
	Says   string
}

// WhoCanSee tells the owner of a record, link or involvement who sees it. Out
// of sight: NotFound; of another organisation: GateClosed.
func (e *Enquiry) WhoCanSee(ctx context.Context, id graph.ID) (*Visibility, error) {
	c, err := e.contributed(ctx, id)
	if err != nil {
		return nil, err
	}
	if c.Owner() != e.principal.Organisation {
		return nil, e.gate(ctx, "Only the organisation that contributed this may ask who sees it.", id)
	}
	e.note(audit.Read, &audit.Shape{Question: "whoCanSee"}, id)
	v := &Visibility{Visibility: policy.WhoCanSee(c.Marking, e.at)}
	teams, err := e.OperationsNamed(ctx, v.Operations)
	if err != nil {
		return nil, err
	}
	v.OtherTeams = len(v.Operations) - len(teams)
	for _, operation := range teams {
		v.Teams = append(v.Teams, VisibleTeam{Operation: operation, Members: operation.TeamAt(e.at)})
	}
	return v, nil
}

// OrganisationsSeeing are the organisations whose officers see it, by name for
// those shared with everyone, else the owner first.
func (e *Enquiry) OrganisationsSeeing(ctx context.Context, v *Visibility) ([]*graph.Organisation, error) {
	if v.Scope == graph.Everyone {
		return e.Organisations(ctx)
	}
	return e.OrganisationsNamed(ctx, v.Organisations)
}

// WhyCanISee gives every reason for which the caller sees a record, link or
// involvement. Out of sight: NotFound.
func (e *Enquiry) WhyCanISee(ctx context.Context, id graph.ID) ([]*SightReason, error) {
	c, err := e.contributed(ctx, id)
	if err != nil {
		return nil, err
	}
	e.note(audit.Read, &audit.Shape{Question: "whyCanISee"}, id)
	var out []*SightReason
	for _, reason := range policy.Decide(e.principal, e.standing.Operations, c.Marking, e.at).Reasons {
		out = append(out, &SightReason{Reason: reason, Says: reason.Says()})
	}
	return out, nil
}

// contributed is what an element in sight carries of whoever made it. Of a
// noun that nobody contributes, unknown or out of sight: NotFound.
func (e *Enquiry) contributed(ctx context.Context, id graph.ID) (graph.Contribution, error) {
	found, err := e.Node(ctx, id, nil)
	if err != nil {
		return graph.Contribution{}, err
	}
	switch element := found.(type) {
	case *Record:
		return element.Contribution, nil
	case *Link:
		return element.Contribution, nil
	case *Involvement:
		return element.Contribution, nil
	}
	return graph.Contribution{}, graph.Missing()
}
