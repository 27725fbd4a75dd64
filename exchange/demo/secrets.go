package demo

import (
	"time"

	"entente/graph"
)

// charity makes the charity's own clients, and the one whom the UK police have
// recognised as one of their suspects: a recruiter who was trafficked first.
func (g *generator) charity() {
	var known graph.ID
	for n := range 12 {
		m := g.own(g.lantern)
		if n == 0 {
			m = g.with(g.lantern, g.northmere.ID)
		}
		id := g.record(g.lantern, m, since(g.day()), &graph.Person{Name: standIn("Client LANTERN", n+1), Pseudonymous: true})
		if n == 0 {
			known = id
		}
	}
	recruiters := g.made.Planted.Recruiters
	suspect := recruiters[len(recruiters)-1]
	secret := g.own(g.northmere, graph.VictimIdentity)
	g.link(g.northmere, secret, graph.Interval{}, graph.SameAs, suspect, known, nil)
	g.involve(g.northmere, secret, g.made.Planted.Heron, suspect, graph.Victim)
	g.made.Planted.Protected = suspect
}

// covertSource makes what a covert source told the UK police.
func (g *generator) covertSource() {
	secret := g.own(g.northmere, graph.CovertSource)
	for n := range 5 {
		id := g.record(g.northmere, secret, since(g.day()), &graph.Person{Name: standIn("Person named by the source", n+1)})
		for _, s := range some(g, 3, g.people) {
			g.link(g.northmere, secret, since(g.day()), graph.AssociateOf, id, s.id, &graph.Relationship{Relationship: "named together"})
		}
	}
}

// endedSharing makes what the Romanian police shared until the middle of 2010
// only: since then their own officers alone see it.
func (g *generator) endedSharing() {
	m := until(g.team(g.vest), time.Date(2010, 6, 30, 0, 0, 0, 0, time.UTC))
	for n := range 10 {
		id := g.record(g.vest, m, while(firstDay(), 600), &graph.Company{Name: standIn("Firma Exemplu", n+1), Country: "RO", Sector: "transport"})
		g.link(g.vest, m, while(firstDay(), 600), graph.Owns, pick(g, g.romanians()), id, nil)
	}
}
