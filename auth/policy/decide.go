package policy

import (
	"slices"
	"time"

	"entente/auth"
	"entente/graph"
)

// Decision is a yes or no to seeing, with all the reasons that hold, in the
// order of Reasons: those for it if Seen, otherwise those against.
type Decision struct {
	Seen    bool
	Reasons []Reason
}

// Decide says whether a caller sees elements with a marking, and why.
// memberships are the operations in whose team the caller is at that moment.
func Decide(p auth.Principal, memberships []graph.ID, m graph.Marking, at time.Time) Decision {
	if !p.Known(at) {
		return Decision{Reasons: []Reason{NobodyRecognised}}
	}
	v := viewer{principal: p, memberships: memberships, at: at}
	if against := v.against(m); len(against) > 0 {
		return Decision{Reasons: against}
	}
	return Decision{Seen: true, Reasons: v.grounds(m)}
}

// DecideAll says whether a caller sees what was derived from inputs with these
// markings: who sees them all. A derived fact never reaches an audience that
// one of its inputs does not have. Of nothing, nobody sees anything.
func DecideAll(p auth.Principal, memberships []graph.ID, inputs []graph.Marking, at time.Time) Decision {
	seen, held := len(inputs) > 0, map[bool][]Reason{}
	for _, m := range inputs {
		d := Decide(p, memberships, m, at)
		seen = seen && d.Seen
		held[d.Seen] = append(held[d.Seen], d.Reasons...)
	}
	return Decision{Seen: seen, Reasons: inOrder(held[seen])}
}

// reads says whether one of the caller's roles reads case data. Administrators
// and auditors do their work without it, first responders see referrals alone.
func reads(p auth.Principal) bool { return slices.ContainsFunc(readers(), p.Is) }

// readers are the roles that read case data.
func readers() []auth.Role { return []auth.Role{auth.Investigator, auth.Analyst, auth.Supervisor} }

type viewer struct {
	principal   auth.Principal
	memberships []graph.ID
	at          time.Time
}

// sees is Decide without its reasons.
func (v viewer) sees(m graph.Marking) bool {
	return reads(v.principal) && v.cleared(m) && (v.owns(m) || m.Holds(v.at)) && v.addressed(m)
}

// against are all the reasons why the caller does not see m; none if so.
func (v viewer) against(m graph.Marking) []Reason {
	named := m.Audience.Scope == graph.Officers
	return holding([]held{
		{NotAReader, !reads(v.principal)},
		{NotCleared, !v.cleared(m)},
		{NotNamed, named && !v.addressed(m)},
		{Embargoed, !v.owns(m) && v.at.Before(m.Embargo)},
		{SharingEnded, !v.owns(m) && m.Ended(v.at)},
		{NotInAudience, !named && !v.addressed(m)},
	})
}

// grounds are all the reasons why the caller sees m, if nothing is against it.
func (v viewer) grounds(m graph.Marking) []Reason {
	shared := m.Holds(v.at)
	return holding([]held{
		{OwnOrganisation, v.owns(m) && m.Audience.Scope != graph.Officers},
		{NamedOfficer, v.named(m)},
		{SharedWithYours, shared && v.listed(m)},
		{MemberOfTeam, shared && v.inTeam(m)},
		{SharedWithAll, shared && m.Audience.Scope == graph.Everyone},
	})
}

// addressed says whether the marking is meant for the caller, as the owner's
// officer or in the audience. Named officers narrow even the owner's own.
func (v viewer) addressed(m graph.Marking) bool {
	switch m.Audience.Scope {
	case graph.Officers:
		return v.named(m)
	case graph.Everyone:
		return true
	}
	return v.owns(m) || v.listed(m) || v.inTeam(m)
}

// owns says whether the caller acts for the owner; who acts for nobody owns
// nothing.
func (v viewer) owns(m graph.Marking) bool {
	return m.Owner != "" && m.Owner == v.principal.Organisation
}

func (v viewer) cleared(m graph.Marking) bool {
	for _, c := range m.Compartments {
		if !v.principal.Cleared(c) {
			return false
		}
	}
	return true
}

func (v viewer) named(m graph.Marking) bool {
	return m.Audience.Scope == graph.Officers && slices.Contains(m.Audience.Officers, v.principal.Officer)
}

func (v viewer) listed(m graph.Marking) bool {
	return (m.Audience.Scope == graph.Organisations || m.Audience.Scope == graph.JointTeams) &&
		slices.Contains(m.Audience.Organisations, v.principal.Organisation)
}

func (v viewer) inTeam(m graph.Marking) bool {
	return m.Audience.Scope == graph.JointTeams &&
		slices.ContainsFunc(m.Audience.Operations, func(o graph.ID) bool { return slices.Contains(v.memberships, o) })
}

// held is a reason and whether it holds.
type held struct {
	reason Reason
	holds  bool
}

// holding are the reasons that hold, in the order given.
func holding(all []held) []Reason {
	var out []Reason
	for _, h := range all {
		if h.holds {
			out = append(out, h.reason)
		}
	}
	return out
}
