package graph

import "time"

// Comment is what an officer noted on a record, a link or a view. It is the body
// of a case object of kind COMMENT, which is about that one thing; it is told
// only to who sees the thing, and marked at least as strictly.
type Comment struct {
	On      ID     `json:"on"`
	Officer ID     `json:"officer"`
	Text    string `json:"text"`
}

// The states of a comment.
const (
	CommentMade      = "MADE"
	CommentWithdrawn = "WITHDRAWN"
)

// Check refuses an empty comment.
func (c Comment) Check() error { return required("text", c.Text, "the comment") }

// CommentOn is the marking of a comment by an organisation on something marked m:
// its classification, compartments and conditions, and for that organisation's
// officers alone. Shared it is for whoever m is for.
func CommentOn(m Marking, organisation ID, shared bool) Marking {
	c := m
	c.Owner = organisation
	if m.Audience.Scope == Officers { // named officers narrow even an organisation
		return c.Canonical()
	}
	if !shared {
		c.Audience, c.Embargo, c.Expires = Audience{Scope: Private}, time.Time{}, time.Time{}
		return c.Canonical()
	}
	c.Audience.Organisations = nil
	for _, other := range append([]ID{m.Owner}, m.Audience.Organisations...) {
		if other != organisation {
			c.Audience.Organisations = append(c.Audience.Organisations, other)
		}
	}
	switch scope := m.Audience.Scope; {
	case scope == Everyone:
		c.Audience.Organisations = nil
	case scope == JointTeams:
	case len(c.Audience.Organisations) == 0:
		c.Audience.Scope = Private
	default:
		c.Audience.Scope = Organisations
	}
	return c.Canonical()
}
