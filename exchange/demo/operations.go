package demo

import (
	"cmp"
	"slices"
	"time"

	"entente/graph"
)

// operations makes the joint operation and the UK-only one. Both agreements
// are open-ended, so that the demo works on whatever day it is looked at.
func (g *generator) operations() {
	heron := graph.Operation{
		ID: g.id(graph.NounOperation), Hub: g.hub, Name: "Operation Heron",
		Agreement: graph.Agreement{
			LegalBasis: "Council Framework Decision 2002/465/JHA on joint investigation teams (demo agreement)",
			Purpose:    "Investigate the trafficking of children from Romania to the United Kingdom",
			Signed:     "2008-08-18", From: "2008-09-01",
		},
		Parties: parties(g.northmere, g.harbourgate, g.vest, g.frontiera),
	}
	wren := graph.Operation{
		ID: g.id(graph.NounOperation), Hub: g.hub, Name: "Operation Wren",
		Agreement: graph.Agreement{
			LegalBasis: "Memorandum of understanding between UK forces (demo agreement)",
			Purpose:    "Investigate forced labour in car washes",
			Signed:     "2009-11-02", From: "2009-11-02",
		},
		Parties: parties(g.northmere, g.harbourgate),
	}
	heron.Members = g.members(func(o Officer) bool { return o.TeamRole != "" }, heron)
	wren.Members = g.members(func(o Officer) bool { return o.TeamRole == graph.TeamInvestigator || o.TeamRole == graph.TeamLeader }, wren)
	g.made.Operations = []graph.Operation{heron, wren}
	g.made.Planted.Heron, g.made.Planted.Wren = heron.ID, wren.ID
}

func parties(of ...organisation) []graph.Party {
	var out []graph.Party
	for _, o := range of {
		out = append(out, graph.Party{Organisation: o.ID, From: firstDay()})
	}
	slices.SortFunc(out, func(a, b graph.Party) int { return cmp.Compare(a.Organisation, b.Organisation) })
	return out
}

// members are the chosen officers of the operation's parties.
func (g *generator) members(chosen func(Officer) bool, of graph.Operation) []graph.Member {
	var out []graph.Member
	for _, o := range g.made.Officers {
		if chosen(o) && of.PartyAt(o.Organisation, time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC)) {
			out = append(out, graph.Member{
				Officer: o.ID(), Name: o.Name, Organisation: o.Organisation, Role: o.TeamRole, From: of.Agreement.From.Begin(),
			})
		}
	}
	slices.SortFunc(out, func(a, b graph.Member) int { return cmp.Compare(a.Officer, b.Officer) })
	return out
}
