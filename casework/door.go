package casework

import (
	"context"
	"fmt"
	"sync"
	"time"

	"entente/audit"
	"entente/auth"
	"entente/graph"
)

// Door writes logins and what else happens at the door into the audit log. It
// is the Journal of auth/oidc, which knows no log. Each method returns once its
// entry is durable.
type Door struct {
	log     audit.Log
	request func(context.Context) string

	mu     sync.Mutex
	clock  func() time.Time
	filled time.Time
	left   float64
}

// Strangers are written down one by one up to a burst, and then at a steady
// rate: whoever floods the door with bad tokens must not fill the disk, which
// would close the hub to everybody.
const (
	strangersBurst     = 100
	strangersPerSecond = 2
)

// NewDoor writes to log; request names the call in a context.
func NewDoor(log audit.Log, request func(context.Context) string, clock func() time.Time) *Door {
	return &Door{log: log, request: request, clock: clock, filled: clock(), left: strangersBurst}
}

// SignedIn writes a login down, or that an officer has proved themselves anew.
func (d *Door) SignedIn(ctx context.Context, officer auth.Principal, again bool) error {
	if again {
		return d.record(ctx, audit.Entry{Action: audit.StepUp}, officer)
	}
	return d.record(ctx, audit.Entry{Action: audit.Login}, officer)
}

// SignedOut writes a logout down.
func (d *Door) SignedOut(ctx context.Context, officer auth.Principal) error {
	return d.record(ctx, audit.Entry{Action: audit.Logout}, officer)
}

// Ended writes the end of a session down that nobody ended.
func (d *Door) Ended(ctx context.Context, officer auth.Principal) error {
	return d.record(ctx, audit.Entry{Action: audit.SessionEnd}, officer)
}

// Refused writes a refused login or credential down; of a stranger, only while
// strangers do not come in crowds.
func (d *Door) Refused(ctx context.Context, officer auth.Principal) error {
	if officer.Officer == "" && !d.admits() {
		return nil
	}
	return d.record(ctx, audit.Entry{Action: audit.Refuse, Refusal: graph.Unauthenticated}, officer)
}

// admits takes one of the entries that strangers may cause, if one is left.
func (d *Door) admits() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	now := d.clock()
	d.left = min(strangersBurst, d.left+now.Sub(d.filled).Seconds()*strangersPerSecond)
	d.filled = now
	if d.left < 1 {
		return false
	}
	d.left--
	return true
}

func (d *Door) record(ctx context.Context, entry audit.Entry, officer auth.Principal) error {
	entry.Officer, entry.Organisation = officer.Officer, officer.Organisation
	entry.Purpose, entry.Request = officer.Purpose, d.request(ctx)
	if _, err := d.log.Record(ctx, entry); err != nil {
		return fmt.Errorf("log %s: %w", entry.Action, err)
	}
	return nil
}
