package demo

import (
	"math/rand/v2"

	"entente/graph"
)

// Options are what a case needs to know of the hub it is made for.
type Options struct {
	// IssuerUK and IssuerRO are the OpenID issuers at which the officers of
	// each country log in; the officers' ids are derived from them.
	IssuerUK string
	IssuerRO string
	// Hub is the home hub of every element.
	Hub string
}

// Case is a whole invented case in the nouns of the graph, ready for a
// graph.Write: every element has an id and a version and passes its check.
// Elements are in the order in which they were made, so a link follows the
// records at its ends.
type Case struct {
	Organisations []graph.Organisation
	Officers      []Officer
	Operations    []graph.Operation
	Records       []graph.Record
	Links         []graph.Link
	Involvements  []graph.Involvement
	// Planted is what was put in on purpose, for tests to find again.
	Planted Planted
}

// Planted names what the generator hid in the case.
type Planted struct {
	Heron graph.ID // the joint operation
	Wren  graph.ID // the UK-only operation
	// Suspects are the 26 suspects of Heron, as the UK side records them; the
	// Organisers and the Recruiters are among them.
	Suspects   []graph.ID
	Organisers []graph.ID
	Recruiters []graph.ID
	// Victims are the 181 pseudonymous children, in order of their numbers;
	// Identities[i] is the identity of Victims[i].
	Victims    []graph.ID
	Identities []graph.ID
	// KnownToBoth are pairs of records of one thing, the UK's first, joined by a
	// SAME_AS link that the whole team sees.
	KnownToBoth [][2]graph.ID
	// Protected is a suspect who is also a victim. Only officers of the UK police
	// who are cleared for the identity of victims see that role.
	Protected graph.ID
	// Shortcuts are pairs of contacts between whom one organisation alone has a
	// shorter path.
	Shortcuts []Shortcut
}

// Shortcut is a path of two links, From - Via - To, that only the officers of
// Owner see.
type Shortcut struct {
	Owner         graph.ID
	From, Via, To graph.ID
}

// Generate makes the case. The same seed and options give the same case.
func Generate(seed uint64, options Options) Case {
	g := &generator{
		random:  rand.New(rand.NewPCG(seed, seed^0x4845524f4e)), // #nosec G404 -- a demo must repeat itself
		hub:     options.Hub,
		reports: map[graph.ID]int{},
	}
	g.organisations()
	g.officers(options)
	g.operations()
	g.groups()
	g.places()
	g.suspects()
	g.contacts()
	g.victims()
	g.vehicles()
	g.journeys()
	g.documents()
	g.phones()
	g.money()
	g.adverts()
	g.events()
	g.sharedKnowledge()
	g.shortcuts()
	g.charity()
	g.covertSource()
	g.endedSharing()
	g.wren()
	return g.made
}
