package demo

import "entente/graph"

// events makes the times and the places at which children were put to work.
func (g *generator) events() {
	for n := range 560 {
		day := g.day()
		id := g.record(g.northmere, g.team(g.northmere), on(day), &graph.ExploitationEvent{
			Exploitation: graph.CriminalExploitation, Controls: []graph.Control{"TAKES_EARNINGS"},
			Summary: standIn("Forced begging or theft, report", n+1), Country: "GB",
		})
		for _, c := range some(g, 1+g.random.IntN(3), g.children) {
			g.link(g.northmere, g.team(g.northmere), on(day), graph.ExploitedAt, c.id, id, nil)
		}
	}
	for _, c := range g.children {
		for _, p := range some(g, 2, g.pitches) {
			g.link(g.northmere, g.team(g.northmere), while(g.day(), 30), graph.ExploitedAt, c.id, p, nil)
		}
	}
}
