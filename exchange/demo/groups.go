package demo

import "entente/graph"

// groups makes the main crime group as each side maps it, and the recruiters
// it buys in.
func (g *generator) groups() {
	activities := []graph.Exploitation{graph.CriminalExploitation, graph.LabourExploitation}
	g.heronGroup = g.record(g.northmere, g.team(g.northmere), since(firstDay()), &graph.CrimeGroup{
		Name: "Heron main group (example)", Alias: []string{"the Stilts"}, Country: []string{"GB", "RO"}, Activities: activities,
	})
	g.romanianGroup = g.record(g.vest, g.team(g.vest), since(firstDay()), &graph.CrimeGroup{
		Name: "Clanul Exemplu", Country: []string{"RO"}, Activities: activities[:1],
	})
	g.recruitGroup = g.record(g.vest, g.team(g.vest), since(firstDay()), &graph.CrimeGroup{
		Name: "Recrutorii Exemplu", Country: []string{"RO"}, Activities: activities,
	})
	g.sameThing(g.heronGroup, g.romanianGroup)
	g.link(g.vest, g.team(g.vest), since(firstDay()), graph.AssociateOf, g.recruitGroup, g.romanianGroup, &graph.Relationship{Relationship: "works for"})
}

// sameThing records the team's judgement that a record of the UK side and one
// of the Romanian are one thing.
func (g *generator) sameThing(british, romanian graph.ID) {
	g.link(g.northmere, g.team(g.northmere), graph.Interval{}, graph.SameAs, british, romanian, nil)
	g.made.Planted.KnownToBoth = append(g.made.Planted.KnownToBoth, [2]graph.ID{british, romanian})
}
