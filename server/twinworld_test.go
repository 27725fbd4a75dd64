package server_test

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"time"

	"pgregory.net/rapid"

	"entente/auth"
	"entente/auth/policy"
	"entente/casework"
	"entente/exchange/demo"
	"entente/graph"
)

// The cast of the worlds at one place: three organisations and their officers.
// What they may see is drawn for each world. At every place officers of one
// rank, their place among the names, have the same role and clearances.
type cast struct {
	slot          int
	organisations []graph.Organisation
	officers      []graph.Officer
	known         callers
	names         []string // of officers, in order
	palette       map[graph.ID][]graph.Marking
}

func twinID(noun graph.Noun, name string) graph.ID {
	sum := sha256.Sum256([]byte("twin " + name))
	return graph.IDOf(noun, [16]byte(sum[:16]))
}

// nobodyHere is an officer who is never asked: what is for this officer alone
// is out of everybody's sight.
func nobodyHere() graph.ID { return twinID(graph.NounOfficer, "nobody") }

// named is an id of the cast's own.
func (c *cast) named(noun graph.Noun, name string) graph.ID {
	return twinID(noun, fmt.Sprintf("%s in %d", name, c.slot))
}

func newCast(slot int) cast {
	c := cast{slot: slot, known: callers{}}
	all := graph.Compartments()
	roles := [][]auth.Role{{auth.Investigator}, {auth.Supervisor, auth.TeamAdministrator}, {auth.Analyst}}
	for i, country := range []string{"GB", "RO", "BG"} {
		id := c.named(graph.NounOrganisation, country)
		c.organisations = append(c.organisations, graph.Organisation{
			ID: id, Hub: "hub.test.example", Name: "Police of " + country, Country: country, Kind: "POLICE", Contact: "desk@" + country + ".example",
		})
		for j, clearances := range [][]graph.Compartment{nil, all, all[i : i+1]} {
			name := fmt.Sprintf("%s%d.%d", country, j, slot)
			officer := c.named(graph.NounOfficer, name)
			c.officers = append(c.officers, graph.Officer{ID: officer, Name: "Officer " + name, Organisation: id})
			c.names = append(c.names, name)
			c.known[name] = auth.Principal{
				Officer: officer, Name: "Officer " + name, Subject: name, Organisation: id, Roles: roles[j],
				Clearances: clearances, Purpose: "twins", Expires: theDay().Add(48 * time.Hour),
			}
		}
	}
	c.drawPalette()
	return c
}

// stock are details to draw from, by kind: few, so that records of different
// owners have the same names and numbers.
type stock struct {
	records map[graph.RecordKind][]graph.RecordDetails
	links   map[graph.LinkKind][]graph.LinkDetails
}

func newStock() stock {
	made := demo.Generate(7, demo.Options{IssuerUK: "https://uk.test.example", IssuerRO: "https://ro.test.example", Hub: "hub.test.example"})
	s := stock{records: map[graph.RecordKind][]graph.RecordDetails{}, links: map[graph.LinkKind][]graph.LinkDetails{}}
	for _, d := range fullDetails() {
		s.records[d.Kind()] = append(s.records[d.Kind()], d)
	}
	for _, d := range fullLinkDetails() {
		for _, kind := range graph.LinkKinds() {
			if d.Fits(kind) {
				s.links[kind] = append(s.links[kind], d)
			}
		}
	}
	for _, r := range made.Records {
		if kind := r.Details.Kind(); len(s.records[kind]) < 5 {
			s.records[kind] = append(s.records[kind], r.Details)
		}
	}
	for _, l := range made.Links {
		if len(s.links[l.Kind]) < 3 && l.Details != nil {
			s.links[l.Kind] = append(s.links[l.Kind], l.Details)
		}
	}
	return s
}

// twinWorld is a small hub, as the steps in which it was written: each gives
// whole new versions of elements.
type twinWorld struct {
	cast       cast
	operations []graph.Operation
	steps      []twinStep
	// present is the last version of each element.
	records      map[graph.ID]graph.Record
	links        map[graph.ID]graph.Link
	involvements map[graph.ID]graph.Involvement
	order        []graph.ID // of elements, as they were made
	drawn        int
}

func (w *twinWorld) id(noun graph.Noun) graph.ID {
	w.drawn++
	return w.cast.named(noun, fmt.Sprintf("element %d of %d", w.drawn, noun))
}

func drawWorld(t *rapid.T, c cast, s stock) *twinWorld {
	w := &twinWorld{
		cast: c, records: map[graph.ID]graph.Record{}, links: map[graph.ID]graph.Link{}, involvements: map[graph.ID]graph.Involvement{},
		drawn: rapid.IntRange(0, 1<<20).Draw(t, "ids"),
	}
	w.drawOperations(t)
	first := casework.Case{}
	for range rapid.IntRange(2, 12).Draw(t, "records") {
		kind := rapid.SampledFrom(append(graph.RecordKinds(), graph.KindPerson, graph.KindPerson, graph.KindPerson, graph.KindBankAccount)).Draw(t, "kind")
		r := graph.Record{Contribution: w.contribution(t, graph.NounRecord), Details: rapid.SampledFrom(s.records[kind]).Draw(t, "details")}
		first.Records = append(first.Records, r)
	}
	for range rapid.IntRange(0, 25).Draw(t, "links") {
		if l, ok := w.drawLink(t, s, first.Records); ok {
			first.Links = append(first.Links, l)
		}
	}
	for _, r := range first.Records {
		if r.Details.Kind() == graph.KindPerson && rapid.Bool().Draw(t, "involved") {
			first.Involvements = append(first.Involvements, graph.Involvement{
				Contribution: w.contribution(t, graph.NounInvolvement), Person: r.ID,
				Operation: rapid.SampledFrom(w.operations).Draw(t, "operation").ID,
				Role:      rapid.SampledFrom([]graph.InvolvementRole{graph.Suspect, graph.Victim, graph.Witness}).Draw(t, "role"),
			})
		}
	}
	w.add(twinStep{Case: first})
	w.drawMatter(t)
	for range rapid.IntRange(0, maxSteps-1).Draw(t, "amendments") {
		w.add(twinStep{Case: w.amendment(t, s)})
	}
	return w
}

func (w *twinWorld) add(step twinStep) {
	w.steps = append(w.steps, step)
	for _, r := range step.Records {
		w.records[r.ID] = r
		w.order = append(w.order, r.ID)
	}
	for _, l := range step.Links {
		w.links[l.ID] = l
		w.order = append(w.order, l.ID)
	}
	for _, i := range step.Involvements {
		w.involvements[i.ID] = i
		w.order = append(w.order, i.ID)
	}
}

// drawOperations makes two operations whose parties and teams differ.
func (w *twinWorld) drawOperations(t *rapid.T) {
	for _, name := range []string{"Heron", "Wren"} {
		o := graph.Operation{
			ID: w.cast.named(graph.NounOperation, name), Hub: "hub.test.example", Name: "Operation " + name, Version: w.cast.named(graph.NounVersion, name),
			Agreement: graph.Agreement{LegalBasis: "an invented agreement", Purpose: "to test", Signed: "2010-01-01", From: "2010-01-01", Until: "2011-01-01"},
		}
		for i, organisation := range w.cast.organisations {
			if i > 0 && !rapid.Bool().Draw(t, "party") {
				continue
			}
			party := graph.Party{Organisation: organisation.ID, From: theDay().Add(-time.Hour)}
			if rapid.IntRange(0, 5).Draw(t, "leaves") == 0 {
				party.Until = theDay().Add(time.Duration(rapid.SampledFrom([]int{-1, 60}).Draw(t, "minutes")) * time.Minute)
			}
			o.Parties = append(o.Parties, party)
			for _, officer := range w.cast.officers {
				if officer.Organisation == organisation.ID && rapid.Bool().Draw(t, "member") {
					m := graph.Member{Officer: officer.ID, Name: officer.Name, Organisation: organisation.ID, Role: graph.TeamAnalyst, From: theDay().Add(-time.Hour)}
					if rapid.IntRange(0, 4).Draw(t, "left") == 0 {
						m.Until = theDay().Add(-time.Minute)
					}
					o.Members = append(o.Members, m)
				}
			}
		}
		if rapid.IntRange(0, 5).Draw(t, "ended") == 0 {
			o.Ended = theDay().Add(time.Duration(rapid.SampledFrom([]int{-1, 60}).Draw(t, "ends in")) * time.Minute)
		}
		w.operations = append(w.operations, o)
	}
}

func (w *twinWorld) contribution(t *rapid.T, noun graph.Noun) graph.Contribution {
	owner := rapid.SampledFrom(w.cast.organisations).Draw(t, "owner").ID
	c := graph.Contribution{
		ID: w.id(noun), Hub: "hub.test.example", Source: fmt.Sprintf("INT-%d", rapid.IntRange(1, 3).Draw(t, "source")),
		Marking: w.marking(t, owner), Version: w.id(graph.NounVersion),
		Grading: rapid.SampledFrom([]graph.Grading{{}, {Scheme: graph.UK3x5x2, Value: "1B"}, {Scheme: graph.SIENA, Value: "B3"}}).Draw(t, "grading"),
	}
	if rapid.Bool().Draw(t, "dated") {
		c.Validity = graph.Interval{From: "2009-03", Until: "2010-09-05"}
	}
	return c
}

func (w *twinWorld) marking(t *rapid.T, owner graph.ID) graph.Marking {
	return rapid.SampledFrom(w.cast.palette[owner]).Draw(t, "marking")
}

// palette are the markings that worlds of this place draw from, some for each
// owner: hubs keep every marking for ever, and lists take time for each that is
// seen.
func (c *cast) drawPalette() {
	c.palette = map[graph.ID][]graph.Marking{}
	for i, organisation := range c.organisations {
		generator := rapid.Custom(func(t *rapid.T) graph.Marking { return c.drawMarking(t, organisation.ID) })
		for n := range 8 {
			c.palette[organisation.ID] = append(c.palette[organisation.ID], generator.Example(1000*c.slot+100*i+n))
		}
	}
}

func (c *cast) drawMarking(t *rapid.T, owner graph.ID) graph.Marking {
	m := graph.OwnOrganisationOnly(owner)
	switch rapid.IntRange(0, 6).Draw(t, "scope") {
	case 1, 2:
		m.Audience = graph.Audience{Scope: graph.Everyone}
	case 3:
		m.Audience = graph.Audience{Scope: graph.Organisations, Organisations: []graph.ID{rapid.SampledFrom(c.organisations).Draw(t, "with").ID}}
	case 4, 5:
		m.Audience = graph.Audience{Scope: graph.JointTeams, Operations: []graph.ID{c.named(graph.NounOperation, rapid.SampledFrom([]string{"Heron", "Wren"}).Draw(t, "team"))}}
	case 6:
		m.Audience = graph.Audience{Scope: graph.Officers, Officers: []graph.ID{rapid.SampledFrom(c.officers).Draw(t, "named").ID}}
	}
	if rapid.IntRange(0, 5).Draw(t, "compartment") == 0 {
		m.Compartments = []graph.Compartment{rapid.SampledFrom(graph.Compartments()).Draw(t, "which")}
	}
	if rapid.IntRange(0, 5).Draw(t, "handled") == 0 {
		m.Handling = []graph.Handling{rapid.SampledFrom([]graph.Handling{"P", "H0", "H1", "H3"}).Draw(t, "handling")}
		if m.Handling[0] == "H3" {
			m.Restrictions = "an invented restriction"
		}
	}
	if rapid.IntRange(0, 5).Draw(t, "reviewed") == 0 {
		m.Review = theDay().Add(time.Duration(rapid.SampledFrom([]int{-3, 30}).Draw(t, "review hours")) * time.Hour)
	}
	if rapid.IntRange(0, 7).Draw(t, "embargo") == 0 {
		m.Embargo = theDay().Add(time.Duration(rapid.SampledFrom([]int{-2, 2}).Draw(t, "embargo hours")) * time.Hour)
		return m.Canonical()
	}
	if rapid.IntRange(0, 6).Draw(t, "expires") == 0 {
		m.Expires = theDay().Add(time.Duration(rapid.SampledFrom([]int{-1, 24}).Draw(t, "hours")) * time.Hour)
	}
	return m.Canonical()
}

func (w *twinWorld) drawLink(t *rapid.T, s stock, among []graph.Record) (graph.Link, bool) {
	from, to := rapid.SampledFrom(among).Draw(t, "from"), rapid.SampledFrom(among).Draw(t, "to")
	l := graph.Link{Contribution: w.contribution(t, graph.NounLink), From: from.ID, To: to.ID}
	var fitting []graph.LinkKind
	for _, kind := range graph.LinkKinds() {
		l.Kind = kind
		if l.Check(from.Details.Kind(), to.Details.Kind()) == nil {
			fitting = append(fitting, kind)
		}
	}
	if len(fitting) == 0 {
		return l, false
	}
	l.Kind = rapid.SampledFrom(fitting).Draw(t, "link kind")
	if details := s.links[l.Kind]; len(details) > 0 {
		l.Details = rapid.SampledFrom(details).Draw(t, "link details")
	}
	return l, true
}

// amendment is a new version of some element: other details, another marking,
// or retired.
func (w *twinWorld) amendment(t *rapid.T, s stock) casework.Case {
	id := rapid.SampledFrom(w.order).Draw(t, "amended")
	if r, ok := w.records[id]; ok {
		r.Contribution = w.anew(t, r.Contribution)
		r.Details = rapid.SampledFrom(s.records[r.Details.Kind()]).Draw(t, "details anew")
		return casework.Case{Records: []graph.Record{r}}
	}
	if i, ok := w.involvements[id]; ok {
		if w.records[i.Person].Retired {
			return casework.Case{}
		}
		i.Contribution = w.anew(t, i.Contribution)
		return casework.Case{Involvements: []graph.Involvement{i}}
	}
	l := w.links[id]
	if w.records[l.From].Retired || w.records[l.To].Retired {
		return casework.Case{}
	}
	l.Contribution = w.anew(t, l.Contribution)
	return casework.Case{Links: []graph.Link{l}}
}

func (w *twinWorld) anew(t *rapid.T, c graph.Contribution) graph.Contribution {
	former := c
	c.Version, c.Source = w.id(graph.NounVersion), c.Source+"a"
	c.Retired = rapid.IntRange(0, 5).Draw(t, "retired") == 0
	if rapid.Bool().Draw(t, "marked anew") {
		c.Marking = w.marking(t, former.Owner())
	}
	return c
}

// viewer is an officer with the teams of one world.
type viewer struct {
	auth.Principal
	teams []graph.ID
}

func (w *twinWorld) viewer(rank int) viewer {
	v := viewer{Principal: w.cast.known[w.cast.names[rank]]}
	for _, o := range w.operations {
		if o.InTeam(v.Officer, v.Organisation, theDay()) {
			v.teams = append(v.teams, o.ID)
		}
	}
	return v
}

func (v viewer) sees(m graph.Marking) bool {
	return policy.Decide(v.Principal, v.teams, m, theDay()).Seen
}

// knows are the operations of a world that an officer knows of.
func (w *twinWorld) knows(v viewer) []graph.Operation {
	return slices.DeleteFunc(slices.Clone(w.operations), func(o graph.Operation) bool { return !o.PartyAt(v.Organisation, theDay()) })
}

// The elements of a world that an officer sees, by their last versions.
func (w *twinWorld) seesRecord(v viewer, id graph.ID) bool { return v.sees(w.records[id].Marking) }

func (w *twinWorld) seesLink(v viewer, l graph.Link) bool {
	return v.sees(w.links[l.ID].Marking) && w.seesRecord(v, l.From) && w.seesRecord(v, l.To)
}

func (w *twinWorld) seesInvolvement(v viewer, i graph.Involvement) bool {
	known := func(o graph.Operation) bool { return o.ID == i.Operation }
	return v.sees(w.involvements[i.ID].Marking) && w.seesRecord(v, i.Person) && slices.ContainsFunc(w.knows(v), known)
}

// whole is the world as the steps of its loading.
func (w *twinWorld) whole() []twinStep {
	steps := slices.Clone(w.steps)
	steps[0].Organisations, steps[0].Officers, steps[0].Operations = w.cast.organisations, w.cast.officers, w.operations
	return steps
}

// twin is the world from which everything is removed that an officer does not
// see; a version out of sight of an element in sight is replaced by nothing in
// particular, which is as much out of sight.
func (w *twinWorld) twin(v viewer) []twinStep {
	var steps []twinStep
	for i, step := range w.steps {
		seen := w.matterInSight(v, step)
		if i == 0 {
			seen.Organisations, seen.Officers, seen.Operations = w.cast.organisations, w.cast.officers, w.knows(v)
		}
		for _, r := range step.Records {
			if w.seesRecord(v, r.ID) {
				if !v.sees(r.Marking) {
					r.Contribution, r.Details = w.nothing(r.Contribution), nothingIn(r.Details)
				}
				seen.Records = append(seen.Records, r)
			}
		}
		for _, l := range step.Links {
			if w.seesLink(v, l) {
				if !v.sees(l.Marking) {
					l.Contribution = w.nothing(l.Contribution)
				}
				seen.Links = append(seen.Links, l)
			}
		}
		for _, judged := range step.Involvements {
			if w.seesInvolvement(v, judged) {
				if !v.sees(judged.Marking) {
					judged.Contribution = w.nothing(judged.Contribution)
				}
				seen.Involvements = append(seen.Involvements, judged)
			}
		}
		steps = append(steps, seen)
	}
	return steps
}

// nothing is what stands in place of a version out of sight.
func (w *twinWorld) nothing(c graph.Contribution) graph.Contribution {
	hidden := graph.OwnOrganisationOnly(c.Owner())
	hidden.Audience = graph.Audience{Scope: graph.Officers, Officers: []graph.ID{nobodyHere()}}
	return graph.Contribution{ID: c.ID, Hub: c.Hub, Source: "INT-0", Marking: hidden, Version: twinID(graph.NounVersion, "nothing of "+string(c.Version)), Retired: c.Retired}
}

// nothingIn are details of the same kind that say nothing.
func nothingIn(d graph.RecordDetails) graph.RecordDetails {
	if d.Kind() == graph.KindPerson {
		return &graph.Person{Name: "Nobody"}
	}
	return d
}

// inSight are the ids of records that an officer sees now, in order.
func (w *twinWorld) inSight(v viewer) []graph.ID {
	var ids []graph.ID
	for id, r := range w.records {
		if !r.Retired && v.sees(r.Marking) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// fullDetails have a value in every field that the demo leaves empty.
func fullDetails() []graph.RecordDetails {
	latitude, longitude := 51.5, -0.1
	return []graph.RecordDetails{
		&graph.Person{Name: "Ana Mock", Alias: []string{"A. Mock"}, BirthDate: "1990-02", BirthPlace: "Mocktown", Gender: "FEMALE", Nationality: []string{"RO"}},
		&graph.CrimeGroup{Name: "Mock Group", Alias: []string{"The Mocks"}, Country: []string{"RO"}, Activities: []graph.Exploitation{"LABOUR"}},
		&graph.Company{Name: "Mock Ltd", Alias: []string{"Mocks"}, RegistrationNumber: "MOCK0001", Country: "GB", Sector: "cleaning"},
		&graph.BankAccount{AccountNumber: "00000001", BankName: "Mock Bank", BIC: "MOCKGB22", Holder: "Ana Mock", Country: "GB", Currency: "GBP"},
		&graph.PaymentInstrument{Instrument: "CARD", Number: "XCARD0001", Issuer: "Mock Bank", Holder: "Ana Mock", Currency: "GBP"},
		&graph.Place{Place: "ADDRESS", Name: "Mock House", Address: "1 Mock Street", City: "Mocktown", PostalCode: "MK1 1MK", Country: "GB", Locode: "GBDVR", Latitude: &latitude, Longitude: &longitude},
		&graph.TravelDocument{
			Document: "PASSPORT", Number: "MOCK00001", Country: "RO", Holder: "Ana Mock", BirthDate: "1990-02-03", Issued: "2008-01-01", Expires: "2018-01-01",
			Authenticity: graph.Forged,
		},
		&graph.Vehicle{RegistrationNumber: "XX07MOK", Country: "GB", VIN: "MOCKVIN0000000001", Make: "Mock", Model: "One", Colour: "grey"},
		&graph.Phone{Number: "+40700900124", IMEI: "490154203237518", IMSI: "226010000000001", Network: "Mock Mobile"},
		&graph.OnlineProfile{Profile: graph.UserAccount, Platform: "Mockbook", Username: "ana.mock", URL: "https://mock.example/ana", Title: "Ana"},
		&graph.ExploitationEvent{Exploitation: "LABOUR", Controls: []graph.Control{"DEBT_BONDAGE"}, Summary: "invented", Country: "GB"},
	}
}

func fullLinkDetails() []graph.LinkDetails {
	return []graph.LinkDetails{
		&graph.Call{At: theDay().Add(-1000 * time.Hour), Duration: 60, Count: 2},
		&graph.Travel{Booking: "MOCK1", Document: "MOCK00001", Seat: "12"},
		&graph.Membership{Role: "RECRUITER"},
		&graph.Relationship{Relationship: "friend", Strength: 2},
		&graph.Recruitment{Method: "SCHOOL"},
		&graph.ControlHeld{Controls: []graph.Control{"DEBT_BONDAGE"}},
	}
}

// has says whether an organisation is of this cast.
func (c *cast) has(organisation graph.ID) bool {
	return slices.ContainsFunc(c.organisations, func(o graph.Organisation) bool { return o.ID == organisation })
}
