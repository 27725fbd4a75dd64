package casework

import (
	"context"
	"fmt"

	"entente/audit"
	"entente/auth"
	"entente/graph"
)

// Limited writes down that an officer asked for more than the hub gives one at
// once, before any question was read. It returns once that is durable.
func (c *Casework) Limited(ctx context.Context, p auth.Principal, request string) error {
	entry := audit.Entry{
		Action: audit.Refuse, Refusal: graph.RateLimited,
		Officer: p.Officer, Organisation: p.Organisation, Purpose: p.Purpose, Request: request,
	}
	if _, err := c.audit.Record(ctx, entry); err != nil {
		return fmt.Errorf("log %s: %w", entry.Action, err)
	}
	return nil
}
