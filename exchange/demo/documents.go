package demo

import "entente/graph"

// documents makes the papers: genuine ones of the children, which say who they
// are and so lie in the compartments; forged ones in false names, which the
// team sees; and those of suspects and passengers.
func (g *generator) documents() {
	for n, c := range g.children {
		if n%2 == 0 {
			g.childsCard(n, c)
		}
		if n%3 == 0 {
			g.forgery(n, c)
		}
	}
	for n, s := range g.people {
		id := g.record(g.vest, g.team(g.vest), since(firstDay()), &graph.TravelDocument{
			Document: graph.IdentityCard, Number: documentNumber("XS", n), Country: "RO", Holder: suspectName(n),
			Issued: "2007-05-01", Expires: "2017-05-01", Authenticity: graph.Genuine,
		})
		g.link(g.vest, g.team(g.vest), since(firstDay()), graph.Owns, s.id, id, nil)
	}
	for n, p := range g.travellers {
		if n%3 == 0 {
			id := g.record(g.frontiera, g.team(g.frontiera), graph.Interval{}, &graph.TravelDocument{
				Document: graph.IdentityCard, Number: documentNumber("XP", n), Country: "RO",
			})
			g.link(g.frontiera, g.team(g.frontiera), graph.Interval{}, graph.Owns, p, id, nil)
		}
	}
}

func (g *generator) childsCard(n int, c child) {
	id := g.record(c.owner, g.identity(c.owner), graph.Interval{From: "2008"}, &graph.TravelDocument{
		Document: graph.IdentityCard, Number: documentNumber("XC", n), Country: "RO", Holder: childName(n), Authenticity: graph.Genuine,
	})
	g.link(c.owner, g.identity(c.owner), graph.Interval{From: "2008"}, graph.Owns, c.identity, id, nil)
}

// forgery is a passport in a false name that a child was made to use.
func (g *generator) forgery(n int, c child) {
	day := g.day()
	id := g.record(g.harbourgate, g.team(g.harbourgate), since(day), &graph.TravelDocument{
		Document: graph.Passport, Number: documentNumber("XF", n), Country: "RO", Holder: standIn("False Name", n+1),
		Issued: date(day), Expires: date(day.AddDate(5, 0, 0)), Authenticity: pick(g, []graph.Authenticity{graph.Forged, graph.Fraudulent}),
	})
	g.link(g.harbourgate, g.team(g.harbourgate), since(day), graph.ForgedDocument, pick(g, g.withRole("DOCUMENT_FORGER")).id, id, nil)
	g.link(g.harbourgate, g.team(g.harbourgate), since(day), graph.Uses, c.id, id, nil)
}
