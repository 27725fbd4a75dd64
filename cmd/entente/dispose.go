package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"entente/auth"
	"entente/graph"
)

// disposeCommand erases what two supervisors have decided to erase.
type disposeCommand struct{ desk }

// Run carries out the disposals that were confirmed, and tells owners of reviews
// that have come. Interrupted and run again it goes on.
func (c *disposeCommand) Run(ctx context.Context, term *terminal) (err error) {
	hub, closeDesk, err := c.openDesk(ctx, term, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeDesk()) }()
	done, err := hub.CarryOutDisposals(ctx, disposer())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(term.out, "%d disposals carried out\n", done)
	return err
}

// disposer is who carries out disposals, in the log.
func disposer() graph.ID { return auth.OfficerID("entente:command-line", "dispose") }

// disposeEvery is how often a serving hub carries out what was decided.
const disposeEvery = 24 * time.Hour

// disposeDaily carries out disposals when the hub starts and once a day.
func (h *hub) disposeDaily(ctx context.Context) {
	clock := time.NewTicker(disposeEvery)
	defer clock.Stop()
	for {
		if _, err := h.casework.CarryOutDisposals(ctx, disposer()); err != nil && ctx.Err() == nil {
			h.term.log.WarnContext(ctx, "disposals were not carried out", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-clock.C:
		}
	}
}
