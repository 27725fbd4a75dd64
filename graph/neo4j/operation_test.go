package neo4j_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine"
	"entente/graph/neo4j"
)

func TestStandingFollowsTheDatesToTheSecond(t *testing.T) {
	store := open(t, neo4j.Options{})
	me := officer(t, newID(t, graph.NounOrganisation))
	party := graph.Organisation{ID: me.Organisation, Name: "Mock police", Country: "RO", Kind: graph.Police, Contact: "duty desk"}
	o := graph.Operation{
		ID: newID(t, graph.NounOperation), Hub: "test", Name: "Operation Mock", Ended: noon.Add(9 * time.Hour),
		Agreement: graph.Agreement{LegalBasis: "a", Purpose: "b", Signed: "2009-01-01", From: "2009-03-02", Until: "2009-04"},
		Parties:   []graph.Party{{Organisation: me.Organisation, From: noon, Until: noon.Add(8 * time.Hour)}},
		Members: []graph.Member{
			{Officer: me.Officer, Name: "Mock", Organisation: me.Organisation, Role: graph.TeamLeader, From: noon.Add(time.Hour), Until: noon.Add(2 * time.Hour)},
			{Officer: me.Officer, Name: "Mock", Organisation: me.Organisation, Role: graph.TeamAnalyst, From: noon.Add(7 * time.Hour)},
		},
	}
	refused(t, store, policy.Sight{}, graph.Write{Operations: []graph.Operation{o}}, graph.BadInput)
	write(t, store, policy.Sight{}, graph.Write{Organisations: []graph.Organisation{party}, Operations: []graph.Operation{o}})
	write(t, store, policy.Sight{}, graph.Write{Operations: []graph.Operation{o}}) // replaced, not doubled
	for hours := -1; hours < 11; hours++ {
		for _, moment := range []time.Time{noon.Add(time.Duration(hours) * time.Hour), noon.Add(time.Duration(hours)*time.Hour - time.Second)} {
			standing, err := store.Standing(t.Context(), me.Officer, me.Organisation, moment)
			if err != nil || slices.Contains(standing.Operations, o.ID) != o.InTeam(me.Officer, me.Organisation, moment) {
				t.Errorf("at %s: %v, %v", moment, standing.Operations, err)
			}
			operations, err := store.Operations(t.Context(), me.Organisation, moment)
			if err != nil || (len(operations) == 1) != o.PartyAt(me.Organisation, moment) {
				t.Errorf("at %s: %d operations, %v", moment, len(operations), err)
			}
			if len(operations) == 1 {
				// The store says which state it is, and since when.
				o.Version, o.KnownFrom = operations[0].Version, operations[0].KnownFrom
				if diff := cmp.Diff(o, operations[0]); o.Version == "" || diff != "" {
					t.Errorf("operation (-written +read):\n%s", diff)
				}
			}
		}
	}
	checkKnown(t, store, party, me.Officer)
}

func checkKnown(t *testing.T, store *neo4j.Store, party graph.Organisation, member graph.ID) {
	t.Helper()
	organisations, err := store.Organisations(t.Context())
	if err != nil || !slices.Contains(organisations, party) {
		t.Errorf("organisations %v, %v", organisations, err)
	}
	seen := graph.Officer{ID: member, Name: "Mock", Organisation: party.ID, LastSeen: noon}
	write(t, store, policy.Sight{}, graph.Write{Officers: []graph.Officer{seen}})
	officers, err := store.Officers(t.Context(), []graph.ID{member, newID(t, graph.NounOfficer)})
	if err != nil || len(officers) != 1 || officers[member] != seen {
		t.Errorf("officers %v, %v", officers, err)
	}
}

func TestTheEngineIsFedWithEverything(t *testing.T) {
	store := open(t, neo4j.Options{})
	me := officer(t, newID(t, graph.NounOrganisation))
	own := graph.OwnOrganisationOnly(me.Organisation)
	a, b := person(t, "Ana Mock", own), person(t, "Bo Mock", own)
	b.Retired = true
	c := person(t, "Carla Mock", own)
	link := tie(t, a, c, own)
	link.Kind, link.Details = graph.Transferred, &graph.Transfer{Amount: 1250, Currency: "EUR", At: noon}
	link.Validity = graph.Interval{From: "2009-03-01", Until: "2009-03-01"}
	link.Grading = graph.Grading{Scheme: graph.UK3x5x2, Value: "2B"}
	write(t, store, policy.Sight{}, graph.Write{At: noon, Records: []graph.Record{a, b, c}, Links: []graph.Link{link}})
	marking := graph.MarkingID(sightOf(t, store, me, noon).Visible()[0]) //nolint:gosec // small
	nodes := map[graph.ID]engine.Node{}
	each := func(n engine.Node) error { nodes[n.ID] = n; return nil }
	if err := store.EngineNodes(t.Context(), []graph.ID{a.ID, b.ID, newID(t, graph.NounRecord)}, each); err != nil {
		t.Fatal(err)
	}
	want := map[graph.ID]engine.Node{
		a.ID: {ID: a.ID, Kind: graph.KindPerson, Marking: marking}, b.ID: {ID: b.ID, Kind: graph.KindPerson, Marking: marking, Retired: true},
	}
	if diff := cmp.Diff(want, nodes); diff != "" {
		t.Errorf("nodes (-want +got):\n%s", diff)
	}
	var edges []engine.Edge
	collect := func(e engine.Edge) error { edges = append(edges, e); return nil }
	if err := store.EngineLinks(t.Context(), []graph.ID{link.ID}, collect); err != nil {
		t.Fatal(err)
	}
	day := time.Date(2009, 3, 1, 0, 0, 0, 0, time.UTC)
	edge := engine.Edge{
		ID: link.ID, From: a.ID, To: c.ID, Kind: graph.Transferred, Marking: marking, Amount: 1250, At: noon.UnixMilli(),
		ValidFrom: day.UnixMilli(), ValidUntil: day.AddDate(0, 0, 1).UnixMilli(), Weakness: uint8(link.Grading.Weakness()), //nolint:gosec // 0 to 10
	}
	if diff := cmp.Diff([]engine.Edge{edge}, edges); diff != "" {
		t.Errorf("edges (-want +got):\n%s", diff)
	}
	all := map[graph.ID]bool{}
	if err := store.EngineNodes(t.Context(), nil, func(n engine.Node) error { all[n.ID] = true; return nil }); err != nil || !all[a.ID] || !all[b.ID] {
		t.Errorf("%d nodes, %v", len(all), err)
	}
	whole := map[graph.ID]bool{}
	if err := store.EngineLinks(t.Context(), nil, func(e engine.Edge) error { whole[e.ID] = true; return nil }); err != nil || !whole[link.ID] {
		t.Errorf("%d links, %v", len(whole), err)
	}
}
