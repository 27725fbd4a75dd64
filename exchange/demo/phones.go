package demo

import (
	"slices"

	"entente/graph"
)

// line is a phone and how many calls it makes.
type line struct {
	id   graph.ID
	busy int
}

// phones makes lines, who uses them, and the calls between them, summed by
// month as call data comes.
func (g *generator) phones() {
	var lines []line
	for i := range g.people {
		for k := range 3 {
			id := g.phone(len(lines), k == 2, g.people[i].id)
			g.people[i].phones = append(g.people[i].phones, id)
			lines = append(lines, line{id: id, busy: 7})
		}
	}
	for _, h := range g.helpers {
		if g.chance(85) {
			lines = append(lines, line{id: g.phone(len(lines), g.chance(30), h), busy: 3})
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int { return b.busy - a.busy })
	for _, l := range lines {
		g.calls(l, lines)
	}
}

func (g *generator) phone(n int, romanian bool, user graph.ID) graph.ID {
	owner, number := g.northmere, ukMobile(n)
	if romanian {
		owner, number = g.vest, romanianMobile(n)
	}
	id := g.record(owner, g.team(owner), since(firstDay()), &graph.Phone{Number: number, Network: "Sample Mobile"})
	g.link(owner, g.team(owner), while(g.day(), 240), graph.Uses, user, id, nil)
	return id
}

// calls makes the calls of one line to some others. Suspects' lines come first
// in lines and are called most.
func (g *generator) calls(from line, lines []line) {
	for range from.busy {
		to := lines[g.random.IntN(1+g.random.IntN(len(lines)))]
		if to.id == from.id {
			continue
		}
		for range 1 + g.random.IntN(4) {
			at := g.moment(g.day())
			count := 1 + g.random.IntN(12)
			g.link(g.northmere, g.team(g.northmere), on(at), graph.Called, from.id, to.id, &graph.Call{
				At: at, Count: count, Duration: count * (20 + g.random.IntN(300)),
			})
		}
	}
}
