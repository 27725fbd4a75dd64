package casework

import (
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
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
