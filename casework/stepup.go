package casework

import (
	"context"
	"slices"
	"strings"
	"time"

	"entente/audit"
	"entente/auth"
	"entente/graph"
)

// StepUp is what the caller's issuer asks before the gravest actions, and
// whether the present sign-in is that.
type StepUp struct {
	Proved    bool
	AcrValues []string
	Methods   []string
	MaxAge    *int // seconds since the officer proved who they are; nil is any
	// Withheld says that the caller is cleared for victim identities and sees
	// none of them until they have stepped up.
	Withheld bool
}

// stepUp says how the caller stands.
func (e *Enquiry) stepUp() *StepUp {
	p := e.principal
	s := &StepUp{Proved: p.Proved(e.at), AcrValues: p.Proof.ACR, Methods: p.Proof.AMR}
	if p.Proof.MaxAge > 0 {
		seconds := int(p.Proof.MaxAge / time.Second)
		s.MaxAge = &seconds
	}
	s.Withheld = !s.Proved && p.Cleared(graph.VictimIdentity)
	return s
}

// proved lets through whose sign-in is what their issuer's entry asks before the
// gravest actions, and logs who was sent to step up.
func (e *Enquiry) proved(ctx context.Context, elements ...graph.ID) error {
	if e.principal.Proved(e.at) {
		return nil
	}
	if err := e.record(ctx, audit.Entry{Action: audit.Refuse, Refusal: graph.StepUpRequired, Elements: elements}); err != nil {
		return err
	}
	return stepUpRequired(e.principal.Proof)
}

func stepUpRequired(asked auth.Proof) error {
	message := "Prove once more who you are: sign in again at /login/step-up, or with an access token from such a sign-in."
	if len(asked.ACR) > 0 {
		message += " Needed: acr " + strings.Join(asked.ACR, " or ") + "."
	}
	return &graph.Error{Code: graph.StepUpRequired, Message: message}
}

// looking is the caller as they see just now: without a fresh proof, somebody
// cleared for victim identities sees none.
func (e *Enquiry) looking() auth.Principal { return e.lookingAt(e.at) }

func (e *Enquiry) lookingAt(t time.Time) auth.Principal {
	p := e.principal
	if p.Proved(t) {
		return p
	}
	p.Clearances = slices.DeleteFunc(slices.Clone(p.Clearances), func(c graph.Compartment) bool { return c == graph.VictimIdentity })
	return p
}
