package demo

import "entente/graph"

func (g *generator) organisations() {
	g.northmere = g.organisation("Northmere Police (example)", "GB", graph.Police, "intelligence desk", graph.UK3x5x2, "NMP-INT")
	g.harbourgate = g.organisation("Harbourgate Border Agency (example)", "GB", graph.BorderAgency, "targeting desk", graph.UK3x5x2, "HBA")
	g.lantern = g.organisation("Lantern House Trust (example)", "GB", graph.Charity, "safeguarding lead", graph.UK3x5x2, "LHT")
	g.vest = g.organisation("Poliția Exemplu Vest", "RO", graph.Police, "biroul de informații", graph.SIENA, "PEV")
	g.frontiera = g.organisation("Poliția de Frontieră Exemplu", "RO", graph.BorderAgency, "dispecerat", graph.SIENA, "PFE")
}

func (g *generator) organisation(
	name, country string, kind graph.OrganisationKind, desk string, scheme graph.Scheme, prefix string,
) organisation {
	o := graph.Organisation{
		ID: g.id(graph.NounOrganisation), Hub: g.hub, Name: name, Country: country, Kind: kind, Contact: desk,
	}
	g.made.Organisations = append(g.made.Organisations, o)
	return organisation{Organisation: o, scheme: scheme, prefix: prefix}
}
