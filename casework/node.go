package casework

import (
	"context"
	"time"

	"entente/graph"
)

// Node is any one thing by its id. Unknown, malformed, of a noun without a
// type of its own, or out of sight: NotFound, always the same.
func (e *Enquiry) Node(ctx context.Context, id graph.ID, asOf *time.Time) (Node, error) {
	if _, ok := id.Bits(); !ok {
		return nil, graph.Missing()
	}
	switch graph.Noun(id[0]) {
	case graph.NounRecord:
		return node(e.Record(ctx, id, asOf))
	case graph.NounLink:
		return node(e.Link(ctx, id, asOf))
	case graph.NounInvolvement:
		return node(e.Involvement(ctx, id))
	case graph.NounOperation:
		return node(e.Operation(ctx, id))
	case graph.NounOrganisation:
		return node(e.Organisation(ctx, id))
	case graph.NounOfficer:
		return node(e.Officer(ctx, id))
	}
	return nil, graph.Missing()
}

// node keeps a nil pointer from becoming a Node that is not nil.
func node[T any](found *T, err error) (Node, error) {
	if err != nil {
		return nil, err
	}
	return found, nil
}

// Nodes are several things in the order asked, nil where Node would say
// NotFound.
func (e *Enquiry) Nodes(ctx context.Context, ids []graph.ID, asOf *time.Time) ([]Node, error) {
	if len(ids) > maxNodes {
		return nil, graph.Bad("ids", "At most 500 ids.")
	}
	if err := e.reader(); err != nil {
		return nil, err
	}
	if err := e.preload(ctx, ids, asOf); err != nil {
		return nil, err
	}
	out := make([]Node, len(ids))
	for i, id := range ids {
		found, err := e.Node(ctx, id, asOf)
		if err != nil && graph.CodeOf(err) != graph.NotFound {
			return nil, err
		}
		out[i] = found
	}
	return out, nil
}

// preload reads the records among ids in one statement.
func (e *Enquiry) preload(ctx context.Context, ids []graph.ID, asOf *time.Time) error {
	var records []graph.ID
	for _, id := range ids {
		if id.Is(graph.NounRecord) {
			records = append(records, id)
		}
	}
	_, err := e.records(ctx, records, asOf, nil)
	return err
}

// Officer is an officer the caller has a reason to know: oneself, or a member
// of an operation the caller has a part in. Anyone else: NotFound.
func (e *Enquiry) Officer(ctx context.Context, id graph.ID) (*graph.Officer, error) {
	if id == e.principal.Officer {
		return e.Me().Officer, nil
	}
	known, err := e.loaders.operations(ctx)
	if err != nil {
		return nil, err
	}
	for _, operation := range known {
		for _, member := range operation.Members {
			if member.Officer == id {
				return &graph.Officer{ID: id, Name: member.Name, Organisation: member.Organisation}, nil
			}
		}
	}
	return nil, graph.Missing()
}
