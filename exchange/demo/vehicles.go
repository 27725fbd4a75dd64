package demo

import "entente/graph"

// vehicles makes the cars and vans of the group and of its helpers.
func (g *generator) vehicles() {
	for n := range 60 {
		owner, plate, country := g.northmere, ukPlate(n), "GB"
		if n%3 == 0 {
			owner, plate, country = g.vest, romanianPlate(n), "RO"
		}
		id := g.record(owner, g.team(owner), since(firstDay()), &graph.Vehicle{
			RegistrationNumber: plate, Country: country, Make: "Exemplar", Model: pick(g, []string{"Van", "Estate", "Minibus"}),
			Colour: pick(g, []string{"white", "grey", "blue"}),
		})
		g.vans = append(g.vans, id)
		g.link(owner, g.team(owner), while(g.day(), 300), graph.Owns, pick(g, g.helpers), id, nil)
		for _, s := range some(g, 2, g.withRole("TRANSPORTER", "HARBOURER")) {
			g.link(owner, g.team(owner), while(g.day(), 60), graph.Uses, s.id, id, nil)
		}
	}
}
