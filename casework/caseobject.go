package casework

import (
	"context"
	"encoding/json"
	"fmt"

	"entente/auth/policy"
	"entente/graph"
)

// CaseStore reads case objects under a sight.
type CaseStore interface {
	// CaseObject is one in sight, else graph.Missing.
	CaseObject(ctx context.Context, s policy.Sight, id graph.ID) (graph.CaseObject, error)
	// CaseObjects is a page, newest first, with the position of each.
	CaseObjects(ctx context.Context, s policy.Sight, f graph.CaseFilter, p graph.Page) ([]graph.CaseObject, []graph.Position, error)
	// CountCaseObjects counts what the filter keeps on all pages.
	CountCaseObjects(ctx context.Context, s policy.Sight, f graph.CaseFilter) (int, error)
}

// caseObject is a case object of one kind by its id, its body read into body.
// Out of sight or of another kind: NotFound.
func (e *Enquiry) caseObject(ctx context.Context, kind graph.CaseKind, id graph.ID, body any) (graph.CaseObject, error) {
	if err := e.reader(); err != nil {
		return graph.CaseObject{}, err
	}
	found, err := e.store.CaseObject(ctx, e.sight, id)
	if err != nil {
		return graph.CaseObject{}, fmt.Errorf("read a case object: %w", err)
	}
	if found.Kind != kind {
		return graph.CaseObject{}, graph.Missing()
	}
	return found, decode(found, body)
}

// decode reads the body of a case object.
func decode(c graph.CaseObject, body any) error {
	if err := json.Unmarshal(c.Body, body); err != nil {
		return fmt.Errorf("read the body of a case object: %w", err)
	}
	return nil
}

// newCaseObject is a case object of the caller's organisation, known to the
// organisations named beside it.
func (e *Enquiry) newCaseObject(kind graph.CaseKind, body any, knownTo ...graph.ID) (graph.CaseObject, error) {
	id, err := e.newID(graph.NounCaseObject)
	if err != nil {
		return graph.CaseObject{}, err
	}
	encoded, err := json.Marshal(body)
	if err != nil {
		return graph.CaseObject{}, fmt.Errorf("encode a case object: %w", err)
	}
	return graph.CaseObject{
		ID: id, Hub: e.hub, Kind: kind, Marking: betweenOrganisations(e.principal.Organisation, knownTo...), Body: encoded,
	}, nil
}

// betweenOrganisations is the marking of what is known to its maker and to some others.
func betweenOrganisations(owner graph.ID, others ...graph.ID) graph.Marking {
	m := graph.OwnOrganisationOnly(owner)
	for _, other := range others {
		if other != owner && other != "" {
			m.Audience.Scope = graph.Organisations
			m.Audience.Organisations = append(m.Audience.Organisations, other)
		}
	}
	return m.Canonical()
}
