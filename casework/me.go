package casework

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"entente/audit"
	"entente/graph"
)

// Me is the caller, with the purpose of the session.
func (e *Enquiry) Me() *Me {
	p := e.principal
	me := &Me{
		Officer:      &graph.Officer{ID: p.Officer, Name: p.Name, Organisation: p.Organisation},
		Organisation: p.Organisation, Roles: p.Roles, Clearances: p.Clearances,
		StepUp: e.stepUp(),
	}
	if p.Purpose != "" {
		me.Purpose = &p.Purpose
	}
	return me
}

// The limits of a purpose; the log takes no more bytes.
const (
	purposeLimit = 200 // characters
	purposeBytes = 500
)

// SetPurpose states the purpose of a browser session and logs that it was.
func (e *Enquiry) SetPurpose(ctx context.Context, purpose string) (*Me, error) {
	purpose = strings.TrimSpace(purpose)
	if purpose == "" || utf8.RuneCountInString(purpose) > purposeLimit || len(purpose) > purposeBytes || strings.ContainsAny(purpose, "\r\n") {
		return nil, graph.Bad("purpose", "Say the purpose in one line of 1 to 200 characters.")
	}
	if e.principal.Session == "" || e.purposes == nil {
		return nil, graph.Bad("purpose", "An access token has no session: send the purpose in the header Entente-Purpose.")
	}
	e.principal.Purpose = purpose
	if err := e.record(ctx, audit.Entry{Action: audit.State}); err != nil {
		return nil, err
	}
	if err := e.purposes.SetPurpose(ctx, e.principal.Session, purpose); err != nil {
		return nil, fmt.Errorf("set the purpose: %w", err)
	}
	return e.Me(), nil
}
