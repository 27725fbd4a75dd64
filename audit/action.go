package audit

import "slices"

// Action is what was done. The list is closed: a log is read for many years,
// and a name never changes its meaning.
type Action string

// The actions. The comment behind each is the kind of processing of section
// 62 of the Data Protection Act 2018, where it is one.
const (
	Login       Action = "LOGIN"
	Logout      Action = "LOGOUT"
	StepUp      Action = "STEP_UP"     // proved themselves anew within a session
	SessionEnd  Action = "SESSION_END" // by its time, its issuer or the next login
	State       Action = "STATE"       // stated the purpose of a session
	Read        Action = "READ"        // consultation
	Search      Action = "SEARCH"      // consultation
	List        Action = "LIST"        // consultation
	Expand      Action = "EXPAND"      // consultation
	Path        Action = "PATH"        // consultation
	Communities Action = "COMMUNITIES" // consultation
	Disruption  Action = "DISRUPTION"  // consultation
	Subscribe   Action = "SUBSCRIBE"   // consultation
	Create      Action = "CREATE"      // collection
	Import      Action = "IMPORT"      // collection
	Amend       Action = "AMEND"       // alteration
	Retire      Action = "RETIRE"      // alteration
	Combine     Action = "COMBINE"     // combination: a SAME_AS judgement
	Erase       Action = "ERASE"       // erasure
	Share       Action = "SHARE"       // disclosure
	Recall      Action = "RECALL"      // disclosure, taken back
	Release     Action = "RELEASE"     // disclosure
	Disclose    Action = "DISCLOSE"    // disclosure
	Export      Action = "EXPORT"      // disclosure
	Refuse      Action = "REFUSE"
	Administer  Action = "ADMINISTER"
	WhoSaw      Action = "WHO_SAW" // asked the log about an element
	WhoDid      Action = "WHO_DID" // asked the log about an officer
	Witness     Action = "WITNESS" // took a checkpoint to hold
)

// Actions are all actions in the order of the list above.
func Actions() []Action {
	return []Action{
		Login, Logout, StepUp, SessionEnd, State, Read, Search, List, Expand, Path, Communities, Disruption, Subscribe,
		Create, Import, Amend, Retire, Combine, Erase, Share, Recall, Release, Disclose, Export,
		Refuse, Administer, WhoSaw, WhoDid, Witness,
	}
}

// known says whether a is of the list.
func (a Action) known() bool { return slices.Contains(Actions(), a) }

// needsPurpose says whether an entry of this action must give one. An officer
// logs in before choosing a purpose, and may be refused for not having one.
func (a Action) needsPurpose() bool { return !a.atTheDoor() && a != Refuse && a != Witness }

// atTheDoor says whether this is about a session rather than about case data.
func (a Action) atTheDoor() bool {
	return a == Login || a == Logout || a == StepUp || a == SessionEnd
}
