package casework

import (
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"math"
	"slices"
	"time"

	"entente/auth/policy"
	"entente/graph"
)

// A marking may say when what carries it must be reviewed. Whatever was said of an
// element itself goes before that.

// ReviewOf is when what carries a marking must be reviewed: its owner's business,
// nil for everybody else.
func (e *Enquiry) ReviewOf(m *graph.Marking) *time.Time {
	if m.Review.IsZero() || m.Owner != e.principal.Organisation {
		return nil
	}
	return &m.Review
}

// futureReview refuses a marking by which a review would have been long ago. What
// is stored may be overdue.
func (e *Enquiry) futureReview(m graph.Marking) error {
	if !m.Review.IsZero() && !m.Review.After(e.at) {
		return graph.Bad("review", "A review lies in the future.")
	}
	return nil
}

// reviewPlace is the place of a review in their list.
func reviewPlace(t graph.Retention) graph.Position {
	return graph.Position{Key: t.Review.UTC().Format(reviewTime), ID: t.Of}
}

// reviewTime writes the sort key of a review, as the store does.
const reviewTime = "2006-01-02T15:04:05.000000000Z"

// markedReviews are the next reviews that markings of the caller's organisation ask for,
// in the caller's sight, after a place: the oldest first, then by id, and at
// most limit of them.
func (e *Enquiry) markedReviews(ctx context.Context, due time.Time, page graph.Page) ([]graph.Retention, error) {
	var out []graph.Retention
	for _, at := range e.markedDates(due) {
		if key := at.review.Format(reviewTime); key < page.After.Key {
			continue
		}
		ids, err := e.carrying(ctx, at.markings)
		if err != nil {
			return nil, err
		}
		ids = slices.DeleteFunc(ids, func(id graph.ID) bool {
			return reviewPlace(graph.Retention{Of: id, Review: at.review}).Key == page.After.Key && id <= page.After.ID
		})
		for chunk := range slices.Chunk(ids, maxRetained) {
			own, err := e.store.Retentions(ctx, e.principal.Organisation, chunk)
			if err != nil {
				return nil, fmt.Errorf("read retentions: %w", err)
			}
			for _, id := range chunk {
				t := own[id]
				if !t.Review.IsZero() {
					continue
				}
				t.Of, t.Owner, t.Review = id, e.principal.Organisation, at.review
				out = append(out, t)
			}
			if len(out) >= page.Limit {
				return out[:page.Limit], nil
			}
		}
	}
	return out, nil
}

// carrying are the elements in sight that carry one of some markings, by id.
func (e *Enquiry) carrying(ctx context.Context, markings []graph.MarkingID) ([]graph.ID, error) {
	ids := e.engine.View().Under(e.sight, markings, math.MaxInt)
	roles, err := e.store.InvolvementsUnder(ctx, e.sight, markings, math.MaxInt32)
	if err != nil {
		return nil, fmt.Errorf("read involvements: %w", err)
	}
	for _, id := range roles {
		if _, err := e.Involvement(ctx, id); err == nil { // of an operation that the caller knows of
			ids = append(ids, id)
		} else if graph.CodeOf(err) != graph.NotFound {
			return nil, err
		}
	}
	slices.Sort(ids)
	return ids, nil
}

// markedDate is a review date, and the markings that have it.
type markedDate struct {
	review   time.Time
	markings []graph.MarkingID
}

// markedDates are the review dates before due of the markings of the caller's
// organisation in sight, in order.
func (e *Enquiry) markedDates(due time.Time) []markedDate {
	byDate := map[time.Time]*markedDate{}
	var out []*markedDate
	for i, m := range e.known {
		id := graph.MarkingID(i) //nolint:gosec // some hundreds
		if m.Owner != e.principal.Organisation || m.Review.IsZero() || !m.Review.Before(due) || !e.sight.Sees(id) {
			continue
		}
		at := byDate[m.Review.UTC()]
		if at == nil {
			at = &markedDate{review: m.Review.UTC()}
			byDate[at.review], out = at, append(out, at)
		}
		at.markings = append(at.markings, id)
	}
	slices.SortFunc(out, func(a, b *markedDate) int { return a.review.Compare(b.review) })
	dates := make([]markedDate, len(out))
	for i, at := range out {
		dates[i] = *at
	}
	return dates
}

// merged are two pages of reviews as one of at most limit.
func merged(limit int, pages ...[]graph.Retention) []graph.Retention {
	all := slices.Concat(pages...)
	slices.SortFunc(all, func(a, b graph.Retention) int { return cmp.Or(a.Review.Compare(b.Review), compareIDs(a.Of, b.Of)) })
	return all[:min(limit, len(all))]
}

// tellMarkedReviews tells owners of the review dates of their markings that have
// come, once each, about the elements that then carried the marking: the first of them by
// id, to those who may know of them.
func (c *Casework) tellMarkedReviews(ctx context.Context, by graph.ID) error {
	now := c.clock()
	standing, err := c.store.Standing(ctx, by, "", now)
	if err != nil {
		return fmt.Errorf("tell of reviews: %w", err)
	}
	known, err := c.markings.upTo(ctx, standing.Markings)
	if err != nil {
		return err
	}
	for i, m := range known {
		if m.Review.IsZero() || m.Review.After(now) {
			continue
		}
		ids, err := c.store.UnderMarkings(ctx, []graph.MarkingID{graph.MarkingID(i)}, false, maxAbout) //nolint:gosec // some hundreds
		if err != nil {
			return fmt.Errorf("tell of reviews: %w", err)
		}
		if len(ids) == 0 {
			continue
		}
		about, err := c.elementsMarked(ctx, ids)
		if err != nil {
			return err
		}
		notices, err := c.noticesToOwners(graph.Notice{Kind: graph.NoticeReview}, about)
		if err != nil {
			return err
		}
		if err := c.onceFor(ctx, fmt.Sprintf("review of marking %d", i), notices...); err != nil {
			return err
		}
	}
	return nil
}

// onceFor writes notices under a name, and never again under the same one: by
// whichever process, and whatever ended in between.
func (c *Casework) onceFor(ctx context.Context, name string, notices ...graph.CaseObject) error {
	key := graph.WriteKey{Officer: c.itself(), Key: name, Digest: sha256.Sum256([]byte(name))}
	if _, done, err := c.store.Written(ctx, key); err != nil || done {
		return err
	}
	if _, err := c.store.Write(ctx, policy.Sight{}, graph.Write{At: c.clock(), Key: key, CaseObjects: notices, Outcome: []byte("{}")}); err != nil {
		return fmt.Errorf("tell once: %w", err)
	}
	c.nudge()
	return nil
}
