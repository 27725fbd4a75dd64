package demo

import "entente/graph"

// town is an invented town and where it would lie, to a tenth of a degree: no
// place of the case is known more exactly.
type town struct {
	name        string
	north, east float64
}

func ukTowns() []town {
	return []town{
		{"Northmere", 52.3, -0.3}, {"Sampleford", 52.6, -1.6}, {"Mockham", 51.4, -0.6}, {"Examplestead", 51.2, 0.3},
	}
}

func roTowns() []town {
	return []town{{"Exempleni", 44.5, 26.7}, {"Modelești", 45.4, 23.2}, {"Mostreni", 44.4, 24.1}}
}

// childrensHomes is how many of the homes in Romania children come from.
const childrensHomes = 40

// places makes the houses in the UK, the homes in Romania and the pitches at
// which the children were put to work. Towns are invented.
//
// Where a child lives, or may be brought back to, has no position. A quarter of
// the suspects' houses have none either, so that having none says nothing.
func (g *generator) places() {
	streets := []string{"Placeholder Road", "Specimen Street", "Test Lane", "Dummy Close"}
	for n := range 46 {
		in := pick(g, ukTowns())
		g.houses = append(g.houses, g.record(g.northmere, g.team(g.northmere), since(firstDay()), in.located(&graph.Place{
			Place: graph.Address, Address: flat(n) + " " + pick(g, streets), City: in.name, Country: "GB",
		})))
	}
	for n := range 64 {
		in := pick(g, roTowns())
		home := &graph.Place{Place: graph.Address, Address: "Strada Exemplu " + flat(n), City: in.name, Country: "RO"}
		if n >= childrensHomes && n%4 != 0 {
			home = in.located(home)
		}
		id := g.record(g.vest, g.team(g.vest), since(firstDay()), home)
		if n < childrensHomes {
			g.homes = append(g.homes, id)
		} else {
			g.romanianHouses = append(g.romanianHouses, id)
		}
	}
	for n := range 40 {
		in := pick(g, ukTowns())
		g.pitches = append(g.pitches, g.record(g.northmere, g.team(g.northmere), since(firstDay()), in.located(&graph.Place{
			Place: graph.Venue, Name: standIn("Pitch", n+1), City: in.name, Country: "GB",
		})))
	}
}

// located is a place with the position of its town.
func (t town) located(p *graph.Place) *graph.Place {
	p.Latitude, p.Longitude = &t.north, &t.east
	return p
}
