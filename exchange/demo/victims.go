package demo

import (
	"entente/graph"
)

// childCount is how many children Operation Golf identified.
const childCount = 181

// child is a victim: the record the team sees and the one that says who it is.
type child struct {
	id       graph.ID
	identity graph.ID
	owner    organisation // of the identity
}

// victims makes the children. The team sees "Child HERON-017", what was done
// and by whom; the name, birth date, family and papers are records of their
// own in the compartments VICTIM_IDENTITY and CHILD, joined by SAME_AS links in
// the same compartments.
func (g *generator) victims() {
	for n := range childCount {
		c := child{owner: g.northmere}
		if n%3 != 0 {
			c.owner = g.vest
		}
		c.id = g.record(g.northmere, g.team(g.northmere), since(firstDay()), &graph.Person{
			Name: "Child HERON-" + padded(n+1, 3), Nationality: []string{"RO"}, Pseudonymous: true, Child: true,
		})
		g.involve(g.northmere, g.team(g.northmere), g.made.Planted.Heron, c.id, graph.Victim)
		c.identity = g.identityOf(n, c)
		g.exploit(c)
		g.children = append(g.children, c)
		g.made.Planted.Victims = append(g.made.Planted.Victims, c.id)
		g.made.Planted.Identities = append(g.made.Planted.Identities, c.identity)
	}
	g.siblings()
}

// identityOf is who a child is, and where the child comes from.
func (g *generator) identityOf(n int, c child) graph.ID {
	born := firstDay().AddDate(-7-g.random.IntN(9), 0, -g.random.IntN(360))
	secret := g.identity(c.owner)
	id := g.record(c.owner, secret, since(born), &graph.Person{
		Name: childName(n), BirthDate: date(born), BirthPlace: "Exempleni", Gender: pick(g, []graph.Gender{graph.Female, graph.Male}),
		Nationality: []string{"RO"}, Child: true,
	})
	g.link(c.owner, secret, graph.Interval{}, graph.SameAs, c.id, id, nil)
	g.link(c.owner, secret, since(born), graph.LivesAt, id, pick(g, g.homes), nil)
	return id
}

// exploit ties a child to those who recruited, moved, housed and controlled it.
func (g *generator) exploit(c child) {
	day := g.day().AddDate(0, -4, 0)
	link := func(kind graph.LinkKind, actor graph.ID, after, days int, details graph.LinkDetails) {
		owner := g.northmere
		if kind == graph.Recruited && g.chance(50) {
			owner = g.vest
		}
		g.link(owner, g.team(owner), while(day.AddDate(0, 0, after), days), kind, actor, c.id, details)
	}
	link(graph.Recruited, pick(g, g.withRole("RECRUITER")).id, 0, 10, &graph.Recruitment{
		Method: pick(g, []graph.RecruitmentMethod{"FAMILY", "FRIENDS", "SCHOOL", "OTHER"}),
	})
	link(graph.Transported, pick(g, g.withRole("TRANSPORTER")).id, 20, 3, nil)
	if g.chance(70) {
		link(graph.Escorted, pick(g, g.helpers), 20, 3, nil)
	}
	link(graph.Harboured, pick(g, g.withRole("HARBOURER")).id, 23, 120, nil)
	link(graph.Harboured, pick(g, g.houses), 23, 120, nil)
	link(graph.Controls, pick(g, g.withRole("EXPLOITER", "HARBOURER", "ORGANISER")).id, 23, 150, &graph.ControlHeld{
		Controls: some(g, 2, []graph.Control{"TAKES_EARNINGS", "THREATS_TO_FAMILY", "DEBT_BONDAGE", "PHYSICAL_ABUSE", "WITHHOLDS_DOCUMENTS"}),
	})
	if g.chance(40) {
		link(graph.HeldDocumentOf, pick(g, g.withRole("HARBOURER")).id, 25, 140, nil)
	}
}

// siblings ties identities of one family, in the compartments.
func (g *generator) siblings() {
	for i := 0; i+1 < len(g.children); i += 3 {
		a, b := g.children[i], g.children[i+1]
		g.link(a.owner, g.identity(a.owner), graph.Interval{}, graph.FamilyOf, a.identity, b.identity, &graph.Relationship{Relationship: "sibling"})
	}
}
