package demo

import (
	"time"

	"entente/graph"
)

// trip is a journey to the UK and the day it began.
type trip struct {
	id   graph.ID
	day  time.Time
	mode graph.TravelMode
}

// journeys makes coaches, flights and drives. A coach has some forty
// passengers, most of them of no interest: hubs that a search must get round.
func (g *generator) journeys() {
	for n := range 90 {
		g.trips = append(g.trips, g.journey(n, graph.ByCoach, "Mock Coaches", "XC", 44*time.Hour))
	}
	for n := range 60 {
		g.trips = append(g.trips, g.journey(n, graph.ByAir, "Sample Air", "XS", 3*time.Hour))
	}
	for _, c := range g.children {
		g.bring(c)
	}
	for _, t := range g.trips {
		g.fill(t)
	}
	g.drives()
}

func (g *generator) journey(n int, mode graph.TravelMode, carrier, code string, lasts time.Duration) trip {
	day := g.day()
	departs := g.moment(day)
	from, to := "ROOTP", "GBLUT"
	if mode == graph.ByCoach {
		from, to = "ROTSR", "GBDVR"
	}
	owner := g.harbourgate
	if n%2 == 0 {
		owner = g.frontiera
	}
	id := g.record(owner, g.team(owner), on(day), &graph.Journey{
		Mode: mode, Carrier: carrier, Number: code + padded(100+n%40, 3), From: from, To: to, Departs: departs, Arrives: departs.Add(lasts),
	})
	return trip{id: id, day: day, mode: mode}
}

// bring puts a child and the transporter on one journey, under one booking.
func (g *generator) bring(c child) {
	t := pick(g, g.trips)
	booking := "DEMO" + padded(g.random.IntN(100000), 5)
	g.travel(g.harbourgate, c.id, t, booking)
	g.travel(g.harbourgate, pick(g, g.withRole("TRANSPORTER")).id, t, booking)
	if g.chance(30) {
		g.travel(g.frontiera, pick(g, g.helpers), t, booking)
	}
}

// fill adds the other passengers.
func (g *generator) fill(t trip) {
	passengers := 6
	if t.mode == graph.ByCoach {
		passengers = 14 + g.random.IntN(8)
	}
	for _, p := range some(g, passengers, g.travellers) {
		g.travel(g.frontiera, p, t, "")
	}
}

func (g *generator) travel(owner organisation, who graph.ID, t trip, booking string) {
	g.link(owner, g.team(owner), on(t.day), graph.TravelledOn, who, t.id, &graph.Travel{
		Booking: booking, Seat: flat(g.random.IntN(52)),
	})
}

// drives are trips by van inside the UK, seen by number plate cameras. The UK
// organisations keep them to themselves.
func (g *generator) drives() {
	for range 70 {
		day := g.day()
		british := g.with(g.northmere, g.harbourgate.ID)
		id := g.record(g.northmere, british, on(day), &graph.Journey{
			Mode: graph.ByCar, From: "GBDVR", To: "GBLON", Departs: g.moment(day),
		})
		g.link(g.northmere, british, on(day), graph.TravelledOn, pick(g, g.vans), id, nil)
		for _, s := range some(g, 2, g.withRole("TRANSPORTER", "HARBOURER")) {
			g.link(g.northmere, british, on(day), graph.TravelledOn, s.id, id, nil)
		}
	}
}
