package graph

import "slices"

// Notice tells an organisation or an officer of something that concerns what
// they own or asked for. It is a case object of kind NOTICE, marked for its
// reader alone; the elements concerned are what it is About, as far as its
// reader may know of them.
type Notice struct {
	Kind NoticeKind `json:"kind"`
	// From is the organisation whose act it tells of.
	From ID `json:"from,omitempty"`
	// Officer is whose act it was, where the reader may know; else empty.
	Officer ID `json:"officer,omitempty"`
	// Operation is the joint team it is about; empty where it is about none.
	Operation ID `json:"operation,omitempty"`
	// Matter is the case object it is about, a release, a certificate or a view.
	Matter ID `json:"matter,omitempty"`
	// Detail is a word of the API's own that says more: a scheme, an action, a
	// state. Never anything that somebody typed.
	Detail string `json:"detail,omitempty"`
}

// NoticeKind is what a notice tells of.
type NoticeKind string

// The kinds of notices.
const (
	NoticeShared           NoticeKind = "SHARED"            // something was shared with the reader
	NoticeRecalled         NoticeKind = "RECALLED"          // what was shared with the reader is shared no longer
	NoticeHit              NoticeKind = "HIT"               // another organisation asked for an identifier that the reader made discoverable
	NoticeHitMade          NoticeKind = "HIT_MADE"          // a search of the reader's organisation hit what another one holds
	NoticeBroker           NoticeKind = "BROKER"            // a partner's question would have found more through what the reader withholds
	NoticeReleaseRequested NoticeKind = "RELEASE_REQUESTED" // somebody asks the reader for a release
	NoticeReleaseDecided   NoticeKind = "RELEASE_DECIDED"   // a release that the reader asked for was decided
	NoticeSafeguard        NoticeKind = "SAFEGUARD"         // somebody was told to speak to the reader first, about a person to safeguard
	NoticeTeam             NoticeKind = "TEAM"              // a joint team changed, began or ended
	NoticeReview           NoticeKind = "REVIEW"            // a review date has come
	NoticeJointPlan        NoticeKind = "JOINT_PLAN"        // a joint plan with the reader was proposed, decided or withdrawn
	NoticeViewShared       NoticeKind = "VIEW_SHARED"       // the reader may open a view of the canvas that somebody else made
)

// NoticeKinds are all kinds in order.
func NoticeKinds() []NoticeKind {
	return []NoticeKind{
		NoticeShared, NoticeRecalled, NoticeHit, NoticeHitMade, NoticeBroker,
		NoticeReleaseRequested, NoticeReleaseDecided, NoticeSafeguard, NoticeTeam, NoticeReview, NoticeJointPlan,
		NoticeViewShared,
	}
}

// Check refuses a kind that is not on the list.
func (n Notice) Check() error {
	if !slices.Contains(NoticeKinds(), n.Kind) {
		return Bad("kind", "A notice is one of "+list(NoticeKinds())+".")
	}
	return nil
}
