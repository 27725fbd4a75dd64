package demo

import "entente/graph"

// sharedKnowledge makes what both sides know: phones, cars and a house of which
// each has a record of its own, and the true identity of two organisers, which
// the Romanian police keep to themselves.
func (g *generator) sharedKnowledge() {
	for n, s := range g.people {
		if s.romanian == "" || n%2 != 0 {
			continue
		}
		phone := g.record(g.vest, g.team(g.vest), since(firstDay()), &graph.Phone{Number: ukMobile(3 * n)})
		g.link(g.vest, g.team(g.vest), since(firstDay()), graph.Uses, s.romanian, phone, nil)
		g.sameThing(s.phones[0], phone)
	}
	for n := range 8 {
		car := g.record(g.vest, g.team(g.vest), since(firstDay()), &graph.Vehicle{RegistrationNumber: ukPlate(3*n + 1), Country: "GB"})
		g.sameThing(g.vans[3*n+1], car)
		g.link(g.vest, g.own(g.vest), since(g.day()), graph.Uses, pick(g, g.romanians()), car, nil)
	}
	for i, s := range g.withRole("ORGANISER") {
		if s.romanian == "" {
			continue
		}
		alias := g.record(g.vest, g.own(g.vest), since(firstDay()), &graph.Person{
			Name: "Întâiul Fictescu-Exemplu " + padded(i+1, 2), BirthDate: "1961", Nationality: []string{"RO"},
		})
		g.link(g.vest, g.own(g.vest), graph.Interval{}, graph.SameAs, s.romanian, alias, nil)
		g.link(g.vest, g.own(g.vest), since(firstDay()), graph.Owns, alias, pick(g, g.romanianHouses), nil)
	}
}

// romanians are the Romanian police's records of suspects.
func (g *generator) romanians() []graph.ID {
	var out []graph.ID
	for _, s := range g.people {
		if s.romanian != "" {
			out = append(out, s.romanian)
		}
	}
	return out
}

// shortcuts gives each side a pair of contacts who are at least three links
// apart for the team, and two for the side that keeps a phone to itself.
func (g *generator) shortcuts() {
	for n, owner := range []organisation{g.northmere, g.vest} {
		ends := [2]graph.ID{}
		for i := range ends {
			ends[i] = g.record(owner, g.team(owner), since(firstDay()), &graph.Person{Name: standIn("Distant Contact", 2*n+i+1)})
			g.link(owner, g.team(owner), since(firstDay()), graph.AssociateOf, g.people[5*n+11*i].id, ends[i], &graph.Relationship{Relationship: "contact"})
		}
		number := ukMobile(900 + n)
		if owner.Country == "RO" {
			number = romanianMobile(900 + n)
		}
		via := g.record(owner, g.own(owner), since(firstDay()), &graph.Phone{Number: number})
		for _, end := range ends {
			g.link(owner, g.own(owner), while(g.day(), 90), graph.Uses, end, via, nil)
		}
		g.made.Planted.Shortcuts = append(g.made.Planted.Shortcuts, Shortcut{Owner: owner.ID, From: ends[0], Via: via, To: ends[1]})
	}
}
