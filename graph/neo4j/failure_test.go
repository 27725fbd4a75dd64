package neo4j_test

import (
	"context"
	"errors"
	"testing"

	"entente/graph/neo4j"
)

// The database ends a transaction at the caller's time limit, and may do so a moment
// before the caller's own clock says so: it is the limit all the same, and no fault of the hub.
func TestWhatTheDatabaseEndsTookTooLong(t *testing.T) {
	err := open(t, neo4j.Options{}).Slow(t.Context())
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("ended by the database: %v", err)
	}
}
