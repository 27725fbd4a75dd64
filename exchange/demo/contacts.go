package demo

import "entente/graph"

// contacts makes the people around the suspects: helpers who lend a phone, an
// account or a room, and coach passengers who have nothing to do with it but
// make every coach a hub.
func (g *generator) contacts() {
	for n := range 150 {
		id := g.record(g.northmere, g.team(g.northmere), since(firstDay()), &graph.Person{Name: standIn("Contact", n+1)})
		g.helpers = append(g.helpers, id)
		for _, s := range some(g, 1+g.random.IntN(2), g.people) {
			g.link(g.northmere, g.team(g.northmere), while(g.day(), 200), graph.AssociateOf, s.id, id, &graph.Relationship{Relationship: "contact"})
		}
		if g.chance(60) {
			g.link(g.northmere, g.team(g.northmere), while(g.day(), 300), graph.LivesAt, id, pick(g, g.houses), nil)
		}
	}
	for _, id := range some(g, 24, g.helpers) {
		g.involve(g.northmere, g.team(g.northmere), g.made.Planted.Heron, id, graph.Associate)
	}
	for n := range 520 {
		g.travellers = append(g.travellers, g.record(g.frontiera, g.team(g.frontiera), since(firstDay()), &graph.Person{
			Name: standIn("Passenger", n+1), Nationality: []string{"RO"},
		}))
	}
}
