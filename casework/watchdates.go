package casework

import (
	"context"
	"fmt"
	"slices"
	"time"

	"entente/auth/policy"
	"entente/graph"
)

// What is in sight changes with time alone: a sharing begins or ends, a member's
// time is over, a proof of who one is grows old. Nobody writes then, so a
// watcher compares what was in sight when it last looked with what is now.

// dates are how far a watcher is in that.
type dates struct {
	at       time.Time    // when it last looked
	sight    policy.Sight // what was in sight then
	markings int          // how many markings there were
	// told are the elements of turned markings of which a change since has told.
	told map[graph.ID]bool
	// turns is when the caller's teams change next by date, as of a state of the
	// teams; zero is never.
	turns   time.Time
	asked   bool
	askedOf graph.Revision
}

func (d *dates) lookedAt(at time.Time, sight policy.Sight, markings int) {
	d.at, d.sight, d.markings, d.told = at, sight, markings, map[graph.ID]bool{}
}

// turned says whether a marking went into or out of sight since the last look.
func (d *dates) turned(e *Enquiry) bool { return d.sight.Key() != e.sight.Key() && len(d.all(e)) > 0 }

// all are the markings that went into or out of sight since the last look. What
// was written under one that is new since is told as a change.
func (d *dates) all(e *Enquiry) []graph.MarkingID {
	var out []graph.MarkingID
	for id := range graph.MarkingID(min(d.markings, len(e.known))) { //nolint:gosec // some hundreds
		if d.sight.Sees(id) != e.sight.Sees(id) {
			out = append(out, id)
		}
	}
	return out
}

// saw says whether the client knows an element with a marking to be in sight: as
// it was when dates were last looked at, or as it is, where a change has told since.
func (d *dates) saw(e *Enquiry, id graph.ID, m graph.MarkingID) bool {
	if int(m) >= d.markings || d.told[id] {
		return e.sight.Sees(m)
	}
	return d.sight.Sees(m)
}

// tell remembers that a change has told of an element.
func (d *dates) tell(e *Enquiry, id graph.ID, t graph.Turn) {
	for _, m := range []graph.MarkingID{t.Was, t.Is} {
		if int(m) < d.markings && d.sight.Sees(m) != e.sight.Sees(m) {
			d.told[id] = true
		}
	}
}

// maxTurned is of how many elements that time moves at once a subscriber is told
// one by one.
const maxTurned = 1000

// happened are the events of what time did since the last look.
func (d *dates) happened(ctx context.Context, e *Enquiry, within graph.ID) ([]happened, error) {
	var went, came []graph.MarkingID
	for _, m := range d.all(e) {
		switch {
		case !e.sharesWithin(m, within):
		case d.sight.Sees(m):
			went = append(went, m)
		default:
			came = append(came, m)
		}
	}
	gone, err := e.under(ctx, d.sight, went, false)
	if err != nil {
		return nil, err
	}
	appeared, err := e.under(ctx, e.sight, came, true)
	if err != nil {
		return nil, err
	}
	var out []happened
	for _, id := range appeared {
		out = append(out, happened{kind: graph.Appeared, id: id})
	}
	for _, id := range gone {
		out = append(out, happened{kind: graph.Gone, id: id})
	}
	out = slices.DeleteFunc(out, func(h happened) bool { return d.told[h.id] })
	if len(out) > maxTurned {
		return nil, readAnew(fmt.Sprintf("More than %d elements went into or out of your sight at once.", maxTurned))
	}
	inOrder(out)
	return out, nil
}

// under are the elements in a sight that stand under some markings; a role
// that goes is not told of.
func (e *Enquiry) under(ctx context.Context, sight policy.Sight, markings []graph.MarkingID, roles bool) ([]graph.ID, error) {
	if len(markings) == 0 {
		return nil, nil
	}
	found := e.engine.View().Under(sight, markings, maxTurned)
	if !roles || len(found) > maxTurned {
		return found, nil
	}
	more, err := e.store.InvolvementsUnder(ctx, sight, markings, maxTurned+1)
	if err != nil {
		return nil, fmt.Errorf("look for what came into sight: %w", err)
	}
	return append(found, more...), nil
}

// sightAt is what the caller would see at another time, in the same teams.
func (e *Enquiry) sightAt(t time.Time) policy.Sight {
	return policy.See(e.lookingAt(t), e.standing.Operations, e.known, t)
}

// movedTeams takes note that time alone has moved the caller into or out of teams.
// Where somebody moved them, the watching ends.
func (w *Watcher) movedTeams(ctx context.Context, e *Enquiry) error {
	acted := readAnew("The teams you are in have changed.")
	before, err := w.casework.store.Standing(ctx, e.principal.Officer, e.principal.Organisation, w.dates.at)
	if err != nil {
		return fmt.Errorf("watch: %w", err)
	}
	if !slices.Equal(before.Operations, w.teams) {
		return acted
	}
	moved := func(id graph.ID) bool {
		return slices.Contains(w.teams, id) != slices.Contains(e.standing.Operations, id)
	}
	for after := w.position; ; {
		changes, err := w.casework.store.Changes(ctx, after, followAtOnce)
		if err != nil {
			return fmt.Errorf("watch: %w", err)
		}
		if len(changes) == 0 {
			w.teams = e.standing.Operations
			return nil
		}
		for _, c := range changes {
			if slices.ContainsFunc(c.Operations, moved) {
				return acted
			}
			after = c.Revision
		}
	}
}

// nextDate is in how long time changes what is in sight next, by dates known now;
// never less than a moment.
func (w *Watcher) nextDate(ctx context.Context, e *Enquiry) (time.Duration, error) {
	if w.anyTeam {
		return watchBeat, nil
	}
	d := &w.dates
	if !d.asked || d.askedOf != e.standing.Narrowed || !d.turns.IsZero() && !d.turns.After(e.at) {
		turns, err := w.casework.store.StandingTurns(ctx, e.principal.Officer, e.principal.Organisation, e.at)
		if err != nil {
			return 0, fmt.Errorf("watch: %w", err)
		}
		d.turns, d.asked, d.askedOf = turns, true, e.standing.Narrowed
	}
	next := until(e.at, d.turns, watchBeat)
	for _, m := range e.known {
		next = until(e.at, m.Expires, until(e.at, m.Embargo, next))
	}
	return next, nil
}

// until is how long it lasts from now to a date, if that is in the future and
// sooner than otherwise.
func until(now, date time.Time, otherwise time.Duration) time.Duration {
	if in := date.Sub(now); !date.IsZero() && in > 0 && in < otherwise {
		return in
	}
	return otherwise
}
