package casework

import (
	"context"
	"fmt"
	"slices"

	"entente/graph"
)

// jobSight is what was in sight of a job's officer when it began.
type jobSight struct {
	markings int            // how many the hub had
	visible  []int64        // those of them in sight, in ascending order
	looked   graph.Revision // up to here nothing that was in sight had left it
}

// jobSight is that of a job which begins now.
func (e *Enquiry) jobSight() jobSight {
	return jobSight{markings: len(e.known), visible: e.sight.Visible(), looked: e.standing.Narrowed}
}

// stillSeen says whether the caller sees all that was in sight when a job began,
// and no more of the markings that the hub had then. What others lose is not the
// caller's to learn: it outdates nothing.
func (e *Enquiry) stillSeen(ctx context.Context, then jobSight) (bool, error) {
	now := e.sight.Visible()
	known, _ := slices.BinarySearch(now, int64(then.markings))
	if !slices.Equal(now[:known], then.visible) {
		return false, nil
	}
	for at := then.looked; at < e.standing.Narrowed; {
		changes, err := e.store.Changes(ctx, at, followAtOnce)
		if err != nil {
			return false, fmt.Errorf("look for what left the sight of a job: %w", err)
		}
		if len(changes) == 0 {
			return true, nil
		}
		for _, c := range changes {
			if lost, err := e.loses(ctx, c); lost || err != nil {
				return false, err
			}
		}
		at = changes[len(changes)-1].Revision
	}
	return true, nil
}

// loses says whether a change took something out of the caller's sight. A role
// counts by its own marking.
func (e *Enquiry) loses(ctx context.Context, c graph.Change) (bool, error) {
	if !c.Narrowed {
		return false, nil
	}
	w := &Watcher{}
	events, err := w.happenings(ctx, e, c)
	if err != nil {
		return false, err
	}
	events = append(events, w.turned(e, c.Involvements, c.InvolvementTurns)...)
	return slices.ContainsFunc(events, func(h happened) bool { return h.kind == graph.Gone }), nil
}
