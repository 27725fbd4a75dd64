package demo

import "entente/graph"

// wren makes the second operation: forced labour in car washes, of which the
// Romanian side knows nothing. It meets Heron in one company.
func (g *generator) wren() {
	m := g.marking(g.northmere, graph.Audience{Scope: graph.JointTeams, Operations: []graph.ID{g.made.Planted.Wren}}, nil)
	var washes, bosses []graph.ID
	for n := range 6 {
		washes = append(washes, g.record(g.northmere, m, since(firstDay()), &graph.Company{
			Name: standIn("Wren Hand Car Wash", n+1), Country: "GB", Sector: "car wash",
		}))
	}
	for n := range 9 {
		bosses = append(bosses, g.wrenSuspect(m, n, pick(g, washes)))
	}
	for n := range 60 {
		g.wrenWorker(m, n, pick(g, washes), pick(g, bosses))
	}
	both := g.marking(g.northmere, graph.Audience{
		Scope: graph.JointTeams, Operations: []graph.ID{g.made.Planted.Heron, g.made.Planted.Wren},
	}, nil)
	g.link(g.northmere, both, graph.Interval{}, graph.SameAs, g.fronts[0], washes[0], nil)
}

func (g *generator) wrenSuspect(m graph.Marking, n int, wash graph.ID) graph.ID {
	id := g.record(g.northmere, m, since(firstDay()), &graph.Person{Name: standIn("Wren Suspect", n+1)})
	g.involve(g.northmere, m, g.made.Planted.Wren, id, graph.Suspect)
	g.link(g.northmere, m, since(firstDay()), graph.Owns, id, wash, nil)
	phone := g.record(g.northmere, m, since(firstDay()), &graph.Phone{Number: ukMobile(950 + n)})
	g.link(g.northmere, m, since(firstDay()), graph.Uses, id, phone, nil)
	return id
}

func (g *generator) wrenWorker(m graph.Marking, n int, wash, boss graph.ID) {
	day := g.day()
	id := g.record(g.northmere, m, since(day), &graph.Person{Name: standIn("Worker WREN", n+1), Pseudonymous: true})
	g.involve(g.northmere, m, g.made.Planted.Wren, id, graph.Victim)
	g.link(g.northmere, m, while(day, 100), graph.ExploitedAt, id, wash, nil)
	g.link(g.northmere, m, while(day, 100), graph.Controls, boss, id, &graph.ControlHeld{Controls: []graph.Control{"TAKES_EARNINGS", "EXCESSIVE_HOURS"}})
}
