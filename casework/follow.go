package casework

import (
	"context"
	"fmt"
	"time"

	"entente/graph"
	"entente/graph/engine"
)

// ChangeStore tells what was written since.
type ChangeStore interface {
	// Changes are the changes after a revision in order, at most limit of them.
	Changes(ctx context.Context, after graph.Revision, limit int) ([]graph.Change, error)
	// FirstTurns are the markings that records had before the first write of each at
	// a revision or later; a record that was not written since is not among them.
	FirstTurns(ctx context.Context, from graph.Revision, records []graph.ID) (map[graph.ID]graph.MarkingID, error)
	// Revision is the revision of the last write.
	Revision(ctx context.Context) (graph.Revision, error)
	// Narrowed is the revision of the last write after which somebody may see less.
	Narrowed(ctx context.Context) (graph.Revision, error)
}

// EngineStore feeds the engine: alone of all reads it takes no sight, and what
// it gives goes nowhere but into the engine.
type EngineStore interface {
	// EngineNodes streams the present state of the records among ids, of all for nil.
	EngineNodes(ctx context.Context, ids []graph.ID, each func(engine.Node) error) error
	// EngineLinks streams the present state of the links among ids, of all for nil.
	EngineLinks(ctx context.Context, ids []graph.ID, each func(engine.Edge) error) error
	// EngineTravel streams the present state of the links to journeys, whose times
	// they have.
	EngineTravel(ctx context.Context, journeys []graph.ID, each func(engine.Edge) error) error
}

// Load builds the engine's snapshot from the store. Writes made meanwhile are
// caught up by Follow, because the revision is read first.
func (c *Casework) Load(ctx context.Context) error {
	revision, err := c.store.Revision(ctx)
	if err != nil {
		return fmt.Errorf("load the engine: %w", err)
	}
	builder := engine.NewBuilder(c.clock)
	if err := c.store.EngineNodes(ctx, nil, builder.AddNode); err != nil {
		return fmt.Errorf("load the engine: %w", err)
	}
	if err := c.store.EngineLinks(ctx, nil, builder.AddEdge); err != nil {
		return fmt.Errorf("load the engine: %w", err)
	}
	c.engine.Load(builder.Build(revision))
	return nil
}

// Follow carries every committed change into the engine, those of other hub
// processes too, until ctx ends; then the jobs under way are stopped. While the
// store does not answer it retries.
func (c *Casework) Follow(ctx context.Context) {
	defer c.jobs.stop()
	for ctx.Err() == nil {
		more, err := c.catchUp(ctx)
		wait := c.rhythm.pause(c.clock())
		switch {
		case err != nil && ctx.Err() == nil:
			c.log.WarnContext(ctx, "the engine cannot follow the store", "error", err)
			wait = followRetry
		case more:
			continue
		}
		select {
		case <-ctx.Done():
		case <-c.written:
		case <-time.After(wait):
		}
	}
}

// nudge tells Follow that this process has written.
func (c *Casework) nudge() {
	select {
	case c.written <- struct{}{}:
	default:
	}
}

// catchUp applies the next changes; more says that there may be further ones.
func (c *Casework) catchUp(ctx context.Context) (more bool, err error) {
	changes, err := c.store.Changes(ctx, c.engine.Revision(), followAtOnce)
	if err != nil || len(changes) == 0 {
		return false, err
	}
	var records, links []graph.ID
	for _, change := range changes {
		records, links = append(records, change.Records...), append(links, change.Links...)
	}
	var nodes []engine.Node
	if len(records) > 0 {
		err = c.store.EngineNodes(ctx, records, func(n engine.Node) error { nodes = append(nodes, n); return nil })
	}
	if err != nil {
		return false, fmt.Errorf("read changed records: %w", err)
	}
	edges, err := c.changedEdges(ctx, links, nodes)
	if err != nil {
		return false, fmt.Errorf("read changed links: %w", err)
	}
	nodes = append(nodes, erasedNodes(records, nodes)...)
	edges = append(edges, erasedEdges(links, edges)...)
	return len(changes) == followAtOnce, c.engine.Apply(changes[len(changes)-1].Revision, nodes, edges)
}

// erasedNodes are the changed records that are there no longer.
func erasedNodes(changed []graph.ID, there []engine.Node) []engine.Node {
	return missing(changed, there, func(n engine.Node) graph.ID { return n.ID }, engine.ErasedNode)
}

// erasedEdges are the changed links that are there no longer.
func erasedEdges(changed []graph.ID, there []engine.Edge) []engine.Edge {
	return missing(changed, there, func(e engine.Edge) graph.ID { return e.ID }, engine.ErasedEdge)
}

func missing[T any](changed []graph.ID, there []T, idOf func(T) graph.ID, erased func(graph.ID) T) []T {
	known := make(map[graph.ID]bool, len(there))
	for _, t := range there {
		known[idOf(t)] = true
	}
	var out []T
	for _, id := range changed {
		if !known[id] {
			known[id] = true
			out = append(out, erased(id))
		}
	}
	return out
}

// changedEdges reads the links that were written, and those whose times are of
// a journey that was.
func (c *Casework) changedEdges(ctx context.Context, links []graph.ID, nodes []engine.Node) (edges []engine.Edge, err error) {
	add := func(e engine.Edge) error { edges = append(edges, e); return nil }
	if len(links) > 0 {
		if err := c.store.EngineLinks(ctx, links, add); err != nil {
			return nil, err //nolint:wrapcheck // the caller says what was read
		}
	}
	var journeys []graph.ID
	for _, n := range nodes {
		if n.Kind == graph.KindJourney {
			journeys = append(journeys, n.ID)
		}
	}
	if len(journeys) > 0 {
		err = c.store.EngineTravel(ctx, journeys, add)
	}
	return edges, err
}
