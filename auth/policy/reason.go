package policy

import "slices"

// Reason is one ground of a decision: why an element is seen or not, or why
// something may be done with it or not. Reasons gives each a sentence.
type Reason string

// The reasons of seeing, and of doing something with what is seen.
const (
	NobodyRecognised Reason = "NOBODY_RECOGNISED" // no valid credential
	NotAReader       Reason = "NOT_A_READER"      // the caller's roles do not read case data
	NotCleared       Reason = "NOT_CLEARED"       // a compartment the caller is not cleared for
	NotNamed         Reason = "NOT_NAMED"         // only named officers see it
	Embargoed        Reason = "EMBARGOED"         // the sharing does not hold yet
	SharingEnded     Reason = "SHARING_ENDED"     // the expiry of the marking has passed
	NotInAudience    Reason = "NOT_IN_AUDIENCE"   // the audience does not include the caller
	OwnOrganisation  Reason = "OWN_ORGANISATION"  // the caller's organisation owns it
	NamedOfficer     Reason = "NAMED_OFFICER"     // the caller is named
	SharedWithYours  Reason = "SHARED_WITH_YOURS" // shared with the caller's organisation
	MemberOfTeam     Reason = "MEMBER_OF_TEAM"    // the caller is a member of the joint team
	SharedWithAll    Reason = "SHARED_WITH_ALL"   // shared with everyone on the hub

	UnknownAction         Reason = "UNKNOWN_ACTION"          // no action the hub knows
	UnknownHandling       Reason = "UNKNOWN_HANDLING"        // a code the hub does not know
	NoHandlingCode        Reason = "NO_HANDLING_CODE"        // the owner did not say what may be done
	OriginatorControl     Reason = "ORIGINATOR_CONTROL"      // C, H1 to H3: it came with a condition
	CovertDevelopmentOnly Reason = "COVERT_DEVELOPMENT_ONLY" // A1
	CovertUseOnly         Reason = "COVERT_USE_ONLY"         // A2
	SanitiseFirst         Reason = "SANITISE_FIRST"          // S1
	ConsultOriginator     Reason = "CONSULT_ORIGINATOR"      // S2
	NotInCourt            Reason = "NOT_IN_COURT"            // H1
	NoDissemination       Reason = "NO_DISSEMINATION"        // H2
	OtherRestrictions     Reason = "OTHER_RESTRICTIONS"      // H3
	CourtNeedsOwner       Reason = "COURT_NEEDS_OWNER"       // intelligence is not evidence
	ReleasedByOwner       Reason = "RELEASED_BY_OWNER"       // the owner released it for this
	LawEnforcementPurpose Reason = "LAW_ENFORCEMENT_PURPOSE" // P, H0, A3: no condition closes it
)

// Meaning is a reason in a sentence that an officer understands.
type Meaning struct {
	Reason Reason
	Says   string
}

// Reasons are all reasons in the order in which decisions list them. None of
// the sentences carries anything of a record.
func Reasons() []Meaning {
	return []Meaning{
		{NobodyRecognised, "Nobody is signed in, or the sign-in has ended."},
		{NotAReader, "None of your roles reads case data."},
		{NotCleared, "It is in a compartment for which you are not cleared."},
		{NotNamed, "Only the officers it names see it, and you are not named."},
		{Embargoed, "It is shared from a later moment on; until then only its owner's officers see it."},
		{SharingEnded, "The sharing has ended; only its owner's officers see it."},
		{NotInAudience, "It is not shared with you, your organisation or a team you are in."},
		{OwnOrganisation, "Your organisation contributed it."},
		{NamedOfficer, "You are one of the officers it names."},
		{SharedWithYours, "It is shared with your organisation."},
		{MemberOfTeam, "It is shared with a joint team, and you are a member of it now."},
		{SharedWithAll, "It is shared with every officer on the hub."},
		{UnknownAction, "The hub does not know this action."},
		{UnknownHandling, "It carries a handling code that the hub does not know: ask its owner."},
		{NoHandlingCode, "Its owner has given no handling code, so nobody said what may be done with it: ask its owner."},
		{OriginatorControl, "It came with a condition, so it goes no further without its owner's release."},
		{CovertDevelopmentOnly, "A1: it may be developed covertly, and not used."},
		{CovertUseOnly, "A2: it may be used covertly, and not openly."},
		{SanitiseFirst, "S1: it may go further once it is sanitised; you may sanitise it by delegated authority."},
		{ConsultOriginator, "S2: the originator must be consulted before any further use."},
		{NotInCourt, "H1: it must not be disclosed in judicial proceedings without its provider's permission."},
		{NoDissemination, "H2: it must not be disseminated without its provider's permission."},
		{OtherRestrictions, "H3: it is under restrictions that its provider put into words; read them and consult the provider."},
		{CourtNeedsOwner, "Intelligence is not evidence: its owner must release it before a court hears of it."},
		{ReleasedByOwner, "Its owner has released it to your organisation for this."},
		{LawEnforcementPurpose, "No condition stands against it; it may be used to prevent and combat crime, and for nothing else."},
	}
}

// Says is the sentence of a reason; empty for one that is not of the list.
func (r Reason) Says() string {
	for _, m := range Reasons() {
		if m.Reason == r {
			return m.Says
		}
	}
	return ""
}

// inOrder sorts reasons as Reasons lists them, each once.
func inOrder(some []Reason) []Reason {
	var out []Reason
	for _, m := range Reasons() {
		if slices.Contains(some, m.Reason) {
			out = append(out, m.Reason)
		}
	}
	return out
}
