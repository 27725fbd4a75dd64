package demo

import (
	"slices"

	"entente/graph"
)

// suspect is somebody under investigation, with what later subjects hang on.
type suspect struct {
	id       graph.ID // the UK's record
	romanian graph.ID // the Romanian police's record, empty where they have none
	role     graph.ChainRole
	account  graph.ID
	phones   []graph.ID
}

// roster says how many of the 26 suspects do what.
func roster() []graph.ChainRole {
	var out []graph.ChainRole
	for _, r := range []struct {
		role graph.ChainRole
		n    int
	}{
		{"ORGANISER", 3},
		{"RECRUITER", 6},
		{"TRANSPORTER", 5},
		{"HARBOURER", 5},
		{"EXPLOITER", 2},
		{"DOCUMENT_FORGER", 2},
		{"LAUNDERER", 3},
	} {
		out = append(out, slices.Repeat([]graph.ChainRole{r.role}, r.n)...)
	}
	return out
}

func (g *generator) suspects() {
	for n, role := range roster() {
		s := suspect{role: role}
		s.id = g.record(g.northmere, g.team(g.northmere), since(firstDay()), &graph.Person{
			Name: suspectName(n), Nationality: []string{"RO"}, Gender: pick(g, []graph.Gender{graph.Female, graph.Male}),
		})
		g.involve(g.northmere, g.team(g.northmere), g.made.Planted.Heron, s.id, graph.Suspect)
		if n%3 != 2 {
			s.romanian = g.romanianSuspect(n)
			g.sameThing(s.id, s.romanian)
		}
		g.join(s)
		g.people = append(g.people, s)
		g.plantSuspect(s)
	}
	g.hierarchy()
}

func (g *generator) plantSuspect(s suspect) {
	p := &g.made.Planted
	p.Suspects = append(p.Suspects, s.id)
	switch s.role {
	case "ORGANISER":
		p.Organisers = append(p.Organisers, s.id)
	case "RECRUITER":
		p.Recruiters = append(p.Recruiters, s.id)
	}
}

// romanianSuspect is what the Romanian police know: more than the UK's name. A
// part of it they keep to themselves.
func (g *generator) romanianSuspect(n int) graph.ID {
	born := firstDay().AddDate(-24-g.random.IntN(30), 0, -g.random.IntN(360))
	id := g.record(g.vest, g.team(g.vest), since(firstDay()), &graph.Person{
		Name: suspectName(n), Alias: []string{"zis " + givenNames()[(n+7)%len(givenNames())]},
		BirthDate: date(born), BirthPlace: pick(g, []string{"Exempleni", "Modelești", "Mostreni"}), Nationality: []string{"RO"},
	})
	g.involve(g.vest, g.team(g.vest), g.made.Planted.Heron, id, graph.Suspect)
	g.link(g.vest, g.own(g.vest), since(firstDay()), graph.LivesAt, id, pick(g, g.romanianHouses), nil)
	return id
}

// join puts a suspect in the groups, in the role that suits.
func (g *generator) join(s suspect) {
	g.link(g.northmere, g.team(g.northmere), while(g.day(), 400), graph.MemberOf, s.id, g.heronGroup, &graph.Membership{Role: s.role})
	if s.romanian == "" {
		return
	}
	group := g.romanianGroup
	if s.role == "RECRUITER" {
		group = g.recruitGroup
	}
	g.link(g.vest, g.team(g.vest), since(firstDay()), graph.MemberOf, s.romanian, group, &graph.Membership{Role: s.role})
	g.link(g.northmere, g.team(g.northmere), since(firstDay()), graph.LivesAt, s.id, pick(g, g.houses), nil)
}

// hierarchy ties each suspect to one organiser, and some to each other.
func (g *generator) hierarchy() {
	organisers := g.withRole("ORGANISER")
	for i, s := range g.people {
		if s.role != "ORGANISER" {
			boss := organisers[i%len(organisers)]
			g.link(g.northmere, g.team(g.northmere), since(firstDay()), graph.AssociateOf, boss.id, s.id, &graph.Relationship{Relationship: "gives orders to", Strength: 5})
		}
		for _, other := range some(g, 2, g.people) {
			if other.id != s.id {
				g.link(g.northmere, g.team(g.northmere), while(g.day(), 90), graph.AssociateOf, s.id, other.id, &graph.Relationship{Relationship: "seen together"})
			}
		}
	}
}

// withRole are the suspects who do one thing.
func (g *generator) withRole(roles ...graph.ChainRole) []suspect {
	var out []suspect
	for _, s := range g.people {
		if slices.Contains(roles, s.role) {
			out = append(out, s)
		}
	}
	return out
}
