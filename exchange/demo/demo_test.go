package demo_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/auth"
	"entente/exchange/demo"
	"entente/graph"
	"entente/graph/identifier"
)

func generate() demo.Case {
	return demo.Generate(1, demo.Options{IssuerUK: "https://uk.example", IssuerRO: "https://ro.example", Hub: "demo"})
}

func TestTheSameSeedGivesTheSameCase(t *testing.T) {
	if diff := cmp.Diff(generate(), generate()); diff != "" {
		t.Error(diff)
	}
	other := demo.Generate(2, demo.Options{})
	for _, r := range generate().Records {
		if slices.ContainsFunc(other.Records, func(o graph.Record) bool { return o.ID == r.ID }) {
			t.Fatal("another seed gave the same id")
		}
	}
}

func TestTheIssuersChangeNothingButTheOfficers(t *testing.T) {
	here, there := generate(), demo.Generate(1, demo.Options{IssuerUK: "a", IssuerRO: "b", Hub: "demo"})
	if diff := cmp.Diff(here.Records, there.Records); diff != "" {
		t.Error(diff)
	}
	if here.Officers[0].ID() != auth.OfficerID("https://uk.example", here.Officers[0].Subject) || here.Officers[0].ID() == there.Officers[0].ID() {
		t.Error("an officer's id is not derived from the issuer")
	}
}

func TestHowMuchThereIs(t *testing.T) {
	c := generate()
	got := map[string]int{
		"records": len(c.Records), "links": len(c.Links), "involvements": len(c.Involvements), "organisations": len(c.Organisations),
		"officers": len(c.Officers), "operations": len(c.Operations),
		"suspects": len(c.Planted.Suspects), "organisers": len(c.Planted.Organisers), "victims": len(c.Planted.Victims),
		"identities": len(c.Planted.Identities), "known to both": len(c.Planted.KnownToBoth),
	}
	want := map[string]int{
		"records": 2996, "links": 12398, "involvements": 319, "organisations": 5, "officers": 15, "operations": 2,
		"suspects": 26, "organisers": 3, "victims": 181, "identities": 181, "known to both": 36,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, kind := range graph.RecordKinds() {
		if !slices.ContainsFunc(c.Records, func(r graph.Record) bool { return r.Details.Kind() == kind }) {
			t.Errorf("there is no %s", kind)
		}
	}
	for _, kind := range graph.LinkKinds() {
		if !slices.ContainsFunc(c.Links, func(l graph.Link) bool { return l.Kind == kind }) {
			t.Errorf("there is no %s", kind)
		}
	}
}

func TestEveryElementPassesItsChecks(t *testing.T) {
	for seed := range uint64(4) {
		checkAll(t, demo.Generate(seed, demo.Options{IssuerUK: "https://uk.example", IssuerRO: "https://ro.example", Hub: "demo"}))
	}
}

func checkAll(t *testing.T, c demo.Case) {
	t.Helper()
	kinds := map[graph.ID]graph.RecordKind{}
	seen := map[graph.ID]bool{}
	for _, r := range c.Records {
		checkContribution(t, graph.NounRecord, r.Contribution, seen)
		kinds[r.ID] = r.Details.Kind()
		for _, err := range []error{r.Details.Check(), identifier.Check(r.Details)} {
			if err != nil {
				t.Errorf("%s %s: %v", r.Details.Kind(), r.Details.Label(), err)
			}
		}
	}
	for _, l := range c.Links {
		checkContribution(t, graph.NounLink, l.Contribution, seen)
		if err := l.Check(kinds[l.From], kinds[l.To]); err != nil {
			t.Errorf("%s: %v", l.Kind, err)
		}
	}
	for _, i := range c.Involvements {
		checkContribution(t, graph.NounInvolvement, i.Contribution, seen)
		if err := i.Check(); err != nil || kinds[i.Person] != graph.KindPerson {
			t.Errorf("involvement of %s: %v", i.Person, err)
		}
	}
	for _, o := range c.Operations {
		if err := o.Check(); err != nil {
			t.Errorf("%s: %v", o.Name, err)
		}
	}
}

func checkContribution(t *testing.T, noun graph.Noun, c graph.Contribution, seen map[graph.ID]bool) {
	t.Helper()
	if !c.ID.Is(noun) || !c.Version.Is(graph.NounVersion) || seen[c.ID] || seen[c.Version] || c.Hub != "demo" {
		t.Errorf("bad or repeated id %s", c.ID)
	}
	seen[c.ID], seen[c.Version] = true, true
	if err := c.Check(); err != nil {
		t.Errorf("%s: %v", c.ID, err)
	}
	if !reflect.DeepEqual(c.Marking, c.Marking.Canonical()) {
		t.Errorf("%s: the marking is not canonical", c.ID)
	}
}

func TestNormalisingChangesNothing(t *testing.T) {
	normal, asMade := generate(), generate()
	for _, r := range normal.Records {
		identifier.Normalise(r.Details)
	}
	for _, l := range normal.Links {
		identifier.NormaliseLink(l.Details)
	}
	if diff := cmp.Diff(asMade, normal); diff != "" {
		t.Error(diff)
	}
}

func TestIdentifiersAreOneThingEach(t *testing.T) {
	c := generate()
	same := map[graph.ID]graph.ID{}
	for _, pair := range c.Planted.KnownToBoth {
		same[pair[1]] = pair[0]
	}
	owner := map[string]graph.ID{}
	for _, r := range c.Records {
		for _, id := range r.Details.Identifiers() {
			normal, err := identifier.Normal(id)
			if err != nil {
				t.Errorf("%v: %v", id, err)
			}
			key := string(id.Scheme) + normal
			if first, known := owner[key]; known && same[r.ID] != first {
				t.Errorf("%v names two things", id)
			} else if !known {
				owner[key] = r.ID
			}
		}
	}
}

// A child's name, papers and family are in the compartments VICTIM_IDENTITY and
// CHILD, and nothing outside them says any of it.
func TestNoChildsIdentityLeavesItsCompartments(t *testing.T) {
	c := generate()
	secret := func(m graph.Marking) bool {
		return slices.Contains(m.Compartments, graph.VictimIdentity) && slices.Contains(m.Compartments, graph.Child)
	}
	records := map[graph.ID]graph.Record{}
	for _, r := range c.Records {
		records[r.ID] = r
	}
	var names []string
	for _, id := range c.Planted.Identities {
		if r := records[id]; secret(r.Marking) {
			names = append(names, r.Details.Label())
			continue
		}
		t.Errorf("the identity %s is outside", id)
	}
	slices.Sort(names)
	if got := len(slices.Compact(names)); got != 181 {
		t.Errorf("%d different names", got)
	}
	for _, r := range c.Records {
		for _, text := range append(r.Details.Names(), r.Details.Label()) {
			if _, named := slices.BinarySearch(names, text); named && !secret(r.Marking) {
				t.Errorf("%s %s is named outside the compartments", r.Details.Kind(), r.ID)
			}
		}
	}
	for _, l := range c.Links {
		if (secret(records[l.From].Marking) || secret(records[l.To].Marking)) && !secret(l.Marking) {
			t.Errorf("the link %s tells of something in the compartments", l.ID)
		}
	}
	for i, id := range c.Planted.Victims {
		person := records[id].Details.(*graph.Person)
		if !person.Pseudonymous || !person.Child || !strings.HasPrefix(person.Name, "Child HERON-") || person.BirthDate != "" {
			t.Errorf("victim %d: %+v", i, person)
		}
	}
}

func TestEachOfficerSeesTheirOwnCase(t *testing.T) {
	c := generate()
	counts := map[string][2]int{}
	for _, o := range c.Officers {
		w := see(t, c, o.Username)
		counts[o.Username] = [2]int{len(w.records), len(w.links)}
	}
	if a, b := counts["imo.samplewright"], counts["ioana.exemplu"]; a == b {
		t.Errorf("the two sides see the same: %v", a)
	}
	if counts["pat.exemplar"][0]-counts["alex.mockford"][0] < len(c.Planted.Identities) {
		t.Error("the clearance for identities opens nothing")
	}
	if counts["alex.mockford"][1]-counts["drew.placeholder"][1] < 2000 {
		t.Error("the clearance for financial intelligence opens no transfers")
	}
	for _, auditor := range []string{"lee.ledgerly", "sorin.registru"} {
		if nobody := counts[auditor]; nobody != [2]int{} {
			t.Errorf("the auditor %s sees %v", auditor, nobody)
		}
	}
	for id, r := range see(t, c, "radu.proba").records {
		if r.Marking.Audience.Scope != graph.Everyone && r.Owner() != c.Organisations[3].ID {
			t.Errorf("who is not in the team sees %s", id)
		}
	}
}

func TestTheTwoSidesDifferAboutTheSamePerson(t *testing.T) {
	c := generate()
	uk, ro := see(t, c, "imo.samplewright"), see(t, c, "ioana.exemplu")
	boss := c.Planted.Organisers[0]
	if diff := cmp.Diff([]string{"Adi Fictescu", "Adi Fictescu"}, uk.of(boss)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Adi Fictescu", "Adi Fictescu", "Întâiul Fictescu-Exemplu 01"}, ro.of(boss)); diff != "" {
		t.Error(diff)
	}
}

func TestShortcutsAreShorterForTheirOwnerOnly(t *testing.T) {
	c := generate()
	sides := []world{see(t, c, "imo.samplewright"), see(t, c, "ioana.exemplu")}
	for _, s := range c.Planted.Shortcuts {
		for _, w := range sides {
			hops := w.hops(s.From, s.To)
			if own := w.officer.Organisation == s.Owner; own && hops != 2 || !own && hops < 3 {
				t.Errorf("%s: %d links", w.officer.Username, hops)
			}
		}
	}
}

func TestWhoIsWhatInHeron(t *testing.T) {
	c := generate()
	w := see(t, c, "drew.placeholder")
	roles := map[graph.InvolvementRole]map[graph.ID]bool{graph.Suspect: {}, graph.Victim: {}}
	for _, i := range c.Involvements {
		if of, ok := roles[i.Role]; ok && i.Operation == c.Planted.Heron && i.Marking.Audience.Scope == graph.JointTeams {
			of[w.entity[i.Person]] = true
		}
	}
	if len(roles[graph.Suspect]) != 26 || len(roles[graph.Victim]) != 181 {
		t.Errorf("the team counts %d suspects and %d victims", len(roles[graph.Suspect]), len(roles[graph.Victim]))
	}
	hidden := slices.ContainsFunc(c.Involvements, func(i graph.Involvement) bool {
		return i.Person == c.Planted.Protected && i.Role == graph.Victim && i.Marking.Audience.Scope == graph.Private
	})
	if !hidden || !slices.Contains(c.Planted.Suspects, c.Planted.Protected) {
		t.Error("there is no suspect with a hidden victim's role")
	}
}

func TestTheMoneyRunsForEighteenMonths(t *testing.T) {
	months := map[string]bool{}
	for _, l := range generate().Links {
		if transfer, ok := l.Details.(*graph.Transfer); ok {
			months[transfer.At.Format("2006-01")] = true
		}
	}
	if len(months) != 18 {
		t.Errorf("%d months", len(months))
	}
}

func TestOfficersHaveWhatTheDemoNeeds(t *testing.T) {
	c := generate()
	held := map[auth.Role]bool{}
	names := map[string]bool{}
	for _, o := range c.Officers {
		names[o.Username] = true
		for _, r := range o.Roles {
			held[r] = true
		}
		if o.Noun().ID != o.ID() || o.Note == "" || o.Country == "" {
			t.Errorf("%+v", o)
		}
	}
	if len(held) != len(auth.Roles()) || len(names) != len(c.Officers) {
		t.Errorf("roles %v of %d officers", held, len(names))
	}
	if len(c.Operations[0].Members) != 7 || len(c.Operations[1].Members) != 2 {
		t.Errorf("teams of %d and %d", len(c.Operations[0].Members), len(c.Operations[1].Members))
	}
}

// The boxes lie wholly on the land of their country.
func TestPlacesLieInTheirCountry(t *testing.T) {
	type box struct{ south, north, west, east float64 }
	land := map[string]box{"GB": {51.1, 52.7, -2.5, 0.4}, "RO": {44.3, 47.5, 22.9, 26.9}}
	towns := map[string][2]float64{}
	located := 0
	for _, r := range generate().Records {
		p, ok := r.Details.(*graph.Place)
		if !ok || p.Latitude == nil {
			continue
		}
		located++
		at, in := [2]float64{*p.Latitude, *p.Longitude}, land[p.Country]
		if at[0] < in.south || at[0] > in.north || at[1] < in.west || at[1] > in.east {
			t.Errorf("%s lies at %v, outside %s", p.Label(), at, p.Country)
		}
		if known, before := towns[p.City]; before && known != at {
			t.Errorf("%s lies at %v and at %v", p.City, known, at)
		}
		towns[p.City] = at
	}
	if located != 104 || len(towns) != 7 {
		t.Errorf("%d places in %d towns", located, len(towns))
	}
}

// A map must not lead to a child, and that a place is on none must not tell of one.
func TestNoChildsHomeHasAPosition(t *testing.T) {
	c := generate()
	places := map[graph.ID]*graph.Place{}
	for _, r := range c.Records {
		if p, ok := r.Details.(*graph.Place); ok {
			places[r.ID] = p
		}
	}
	others := 0
	for _, l := range c.Links {
		p := places[l.To]
		if p == nil || l.Kind != graph.LivesAt {
			continue
		}
		if child := slices.Contains(c.Planted.Identities, l.From); child && p.Latitude != nil {
			t.Errorf("%s is the home of a child and has a position", p.Label())
		} else if !child && p.Latitude == nil {
			others++
		}
	}
	if others == 0 {
		t.Error("only children's homes are without a position")
	}
}
