package demo

import "entente/graph"

// adverts makes the online profiles: job offers by recruiters, and accounts
// under which the suspects talk to each other.
func (g *generator) adverts() {
	recruiters := g.withRole("RECRUITER")
	for n := range 60 {
		id := g.record(g.vest, g.team(g.vest), since(g.day()), &graph.OnlineProfile{
			Profile: graph.Advert, Platform: "mockads.example", Title: standIn("Work abroad, good pay", n+1),
			URL: "https://mockads.example/" + padded(n+1, 4),
		})
		g.link(g.vest, g.team(g.vest), since(firstDay()), graph.Uses, pick(g, recruiters).id, id, nil)
		g.link(g.vest, g.team(g.vest), since(firstDay()), graph.Advertised, id, pick(g, g.fronts), nil)
	}
	for n, s := range g.people {
		id := g.record(g.northmere, g.team(g.northmere), since(firstDay()), &graph.OnlineProfile{
			Profile: graph.UserAccount, Platform: "sampletalk.example", Username: standIn("heron", n+1),
		})
		g.link(g.northmere, g.team(g.northmere), since(firstDay()), graph.Uses, s.id, id, nil)
	}
}
