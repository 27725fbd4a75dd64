package policy

import (
	"slices"
	"time"

	"entente/auth"
	"entente/graph"
)

// Action is what somebody means to do with an element; each has a gate.
type Action string

// The actions, from the least to the gravest.
const (
	ToSee          Action = "SEE"
	ToUseInProduct Action = "USE_IN_PRODUCT" // in a report or package that others read
	ToExport       Action = "EXPORT"         // take it out of the hub, in a file
	ToPassOn       Action = "PASS_ON"        // give it to an organisation that has not got it
	ToUseInCourt   Action = "USE_IN_COURT"   // disclose it in judicial proceedings
)

// Actions are all actions in order.
func Actions() []Action { return []Action{ToSee, ToUseInProduct, ToExport, ToPassOn, ToUseInCourt} }

// Permission is what an owner's release gives: one action, to one
// organisation, for a time. It concerns the element it was given for; whoever
// calls Gate hands in those of the element in question and no others.
type Permission struct {
	Action       Action
	Organisation graph.ID
	Until        time.Time // zero is open
}

// covers says whether the permission is for this, and still holds.
func (p Permission) covers(action Action, organisation graph.ID, at time.Time) bool {
	return p.Action == action && organisation != "" && p.Organisation == organisation && (p.Until.IsZero() || at.Before(p.Until))
}

// Ruling is what a gate says, with all the reasons that hold, in the order of
// Reasons: those for it if Open, otherwise those against.
type Ruling struct {
	Open    bool
	Reasons []Reason
	// Keys are what would open a closed gate: none where nothing would.
	Keys []Key
}

// Key is what opens a closed gate.
type Key string

// The keys.
const (
	Release  Key = "RELEASE"  // by the owner, for this action
	Sanitise Key = "SANITISE" // a sanitised copy goes in its place
)

// closure is one line of the table of gates: this code closes these actions,
// for this reason. What is not listed is left open by the code.
type closure struct {
	code    graph.Handling
	reason  Reason
	actions []Action
	keys    []Key
}

// closures is the table of gates; docs/access-control.md shows it, and
// testdata/gates.yaml has a case for each line.
func closures() []closure {
	further := []Action{ToUseInProduct, ToExport, ToPassOn}
	all := append(slices.Clone(further), ToUseInCourt)
	owner, either := []Key{Release}, []Key{Release, Sanitise}
	return []closure{
		{"C", OriginatorControl, further, either},
		{"H1", OriginatorControl, further, either},
		{"H2", OriginatorControl, further, either},
		{"H3", OriginatorControl, further, either},
		{"A1", CovertDevelopmentOnly, all, owner},
		{"A2", CovertUseOnly, all, owner},
		{"S1", SanitiseFirst, further, either},
		{"S2", ConsultOriginator, all, owner},
		{"H1", NotInCourt, []Action{ToUseInCourt}, owner},
		{"H2", NoDissemination, further, owner},
		{"H3", OtherRestrictions, all, owner},
	}
}

// Gate says whether the caller may do something with an element of that
// marking, and why. Who does not see it may do nothing with it, and no
// permission changes that. The owner's officers may do all with their own.
// permissions are those the owner gave for this element.
func Gate(
	p auth.Principal, memberships []graph.ID, m graph.Marking, action Action, permissions []Permission, at time.Time,
) Ruling {
	sight := Decide(p, memberships, m, at)
	switch {
	case !sight.Seen || action == ToSee:
		return Ruling{Open: sight.Seen, Reasons: sight.Reasons}
	case !slices.Contains(Actions(), action):
		return Ruling{Reasons: []Reason{UnknownAction}}
	case m.Owner != "" && m.Owner == p.Organisation:
		return Ruling{Open: true, Reasons: []Reason{OwnOrganisation}}
	}
	for _, given := range permissions {
		if given.covers(action, p.Organisation, at) {
			return Ruling{Open: true, Reasons: []Reason{ReleasedByOwner}}
		}
	}
	return closed(m.Handling, action)
}

// closed is what handling codes leave of an action without a release.
func closed(codes []graph.Handling, action Action) Ruling {
	against := unsaid(codes, action)
	sanitise := slices.Contains(codes, "S1") && len(against) == 0
	for _, c := range closures() {
		if slices.Contains(codes, c.code) && slices.Contains(c.actions, action) {
			against = append(against, c.reason)
			sanitise = sanitise && slices.Contains(c.keys, Sanitise)
		}
	}
	switch {
	case len(against) == 0:
		return Ruling{Open: true, Reasons: []Reason{LawEnforcementPurpose}}
	case sanitise:
		return Ruling{Reasons: inOrder(against), Keys: []Key{Release, Sanitise}}
	}
	return Ruling{Reasons: inOrder(against), Keys: []Key{Release}}
}

// unsaid are the reasons that come of what the codes do not say.
func unsaid(codes []graph.Handling, action Action) []Reason {
	return holding([]held{
		{NoHandlingCode, len(codes) == 0},
		{CourtNeedsOwner, action == ToUseInCourt},
		{UnknownHandling, slices.ContainsFunc(codes, func(h graph.Handling) bool { return !slices.Contains(graph.Handlings(), h) })},
	})
}
