package casework

import (
	"context"
	"time"

	"entente/auth/policy"
	"entente/graph"
)

// RetentionStore knows how long owners keep their elements.
type RetentionStore interface {
	// Retentions are what an owner has said of elements among ids.
	Retentions(ctx context.Context, owner graph.ID, ids []graph.ID) (map[graph.ID]graph.Retention, error)
	// Reviews is a page of an owner's elements in sight to be reviewed before due,
	// the oldest first.
	Reviews(ctx context.Context, s policy.Sight, owner graph.ID, due time.Time, p graph.Page) ([]graph.Retention, []graph.Position, error)
	// ReviewsUnder is a page of an owner's elements in sight whose marking carries a
	// review before due, and which have none of their own, the oldest first.
	ReviewsUnder(ctx context.Context, s policy.Sight, owner graph.ID, due time.Time, p graph.Page) ([]graph.Retention, error)
	// ReviewsDue are up to limit reviews of any owner of which nobody was told.
	ReviewsDue(ctx context.Context, due time.Time, limit int) ([]graph.Retention, error)
	// UnderMarkings are up to limit elements under markings, by id, in nobody's sight.
	UnderMarkings(ctx context.Context, markings []graph.MarkingID, retired bool, limit int) ([]graph.ID, error)
}
