package casework

import (
	"encoding/json"
	"fmt"

	"entente/graph"
)

// noticeTo is a notice for all of an organisation, to be stored with the write
// that it tells of, so that there is never one without the other.
func (c *Casework) noticeTo(organisation graph.ID, n graph.Notice, about ...graph.ID) (graph.CaseObject, error) {
	return c.notice(graph.OwnOrganisationOnly(organisation), n, about)
}

// noticeToOfficer is a notice for one officer alone.
func (c *Casework) noticeToOfficer(organisation, officer graph.ID, n graph.Notice, about ...graph.ID) (graph.CaseObject, error) {
	m := graph.OwnOrganisationOnly(organisation)
	m.Audience = graph.Audience{Scope: graph.Officers, Officers: []graph.ID{officer}}
	return c.notice(m, n, about)
}

func (c *Casework) notice(m graph.Marking, n graph.Notice, about []graph.ID) (graph.CaseObject, error) {
	if err := n.Check(); err != nil {
		return graph.CaseObject{}, err
	}
	id, err := c.newID(graph.NounCaseObject)
	if err != nil {
		return graph.CaseObject{}, err
	}
	body, err := json.Marshal(n)
	if err != nil {
		return graph.CaseObject{}, fmt.Errorf("encode a notice: %w", err)
	}
	return graph.CaseObject{ID: id, Hub: c.hub, Kind: graph.CaseNotice, Marking: m, About: about, Body: body}, nil
}
