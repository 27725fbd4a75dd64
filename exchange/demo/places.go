package demo

import "entente/graph"

// places makes the houses in the UK, the homes in Romania and the pitches at
// which the children were put to work. Towns are invented.
func (g *generator) places() {
	ukTowns := []string{"Northmere", "Sampleford", "Mockham", "Examplestead"}
	roTowns := []string{"Exempleni", "Modelești", "Mostreni"}
	streets := []string{"Placeholder Road", "Specimen Street", "Test Lane", "Dummy Close"}
	for n := range 46 {
		town := pick(g, ukTowns)
		g.houses = append(g.houses, g.record(g.northmere, g.team(g.northmere), since(firstDay()), &graph.Place{
			Place: graph.Address, Address: flat(n) + " " + pick(g, streets), City: town, Country: "GB",
		}))
	}
	for n := range 64 {
		g.homes = append(g.homes, g.record(g.vest, g.team(g.vest), since(firstDay()), &graph.Place{
			Place: graph.Address, Address: "Strada Exemplu " + flat(n), City: pick(g, roTowns), Country: "RO",
		}))
	}
	for n := range 40 {
		g.pitches = append(g.pitches, g.record(g.northmere, g.team(g.northmere), since(firstDay()), &graph.Place{
			Place: graph.Venue, Name: standIn("Pitch", n+1), City: pick(g, ukTowns), Country: "GB",
		}))
	}
}
