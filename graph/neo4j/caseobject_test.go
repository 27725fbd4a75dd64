package neo4j_test

import (
	"slices"
	"testing"
	"time"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/neo4j"
)

// aNotice is a case object of one organisation that another one knows of.
func aNotice(t *testing.T, m graph.Marking, state string, about ...graph.ID) graph.CaseObject {
	t.Helper()
	return graph.CaseObject{
		ID: newID(t, graph.NounCaseObject), Hub: "hub.test.example", Kind: graph.CaseNotice, Marking: m.Canonical(),
		About: about, State: state, Body: []byte(`{"text":"invented"}`),
	}
}

func shared(owner, other graph.ID) graph.Marking {
	m := graph.OwnOrganisationOnly(owner)
	m.Audience = graph.Audience{Scope: graph.Organisations, Organisations: []graph.ID{other}}
	return m
}

func TestCaseObjectsAreKnownToWhomTheirMarkingSays(t *testing.T) {
	store := open(t, neo4j.Options{})
	ours, theirs := newID(t, graph.NounOrganisation), newID(t, graph.NounOrganisation)
	element := newID(t, graph.NounRecord)
	private := aNotice(t, graph.OwnOrganisationOnly(ours), "OPEN", element)
	both := aNotice(t, shared(ours, theirs), "DONE", element, newID(t, graph.NounRecord))
	write(t, store, policy.Sight{}, graph.Write{CaseObjects: []graph.CaseObject{private}, At: noon})
	both.Except = []graph.ID{newID(t, graph.NounOfficer)}
	write(t, store, policy.Sight{}, graph.Write{CaseObjects: []graph.CaseObject{both}, At: noon.Add(time.Hour)})

	us, them := sightOf(t, store, officer(t, ours), noon), sightOf(t, store, officer(t, theirs), noon)
	listed := func(s policy.Sight, f graph.CaseFilter, limit int, after graph.Position) []graph.ID {
		t.Helper()
		found, positions, err := store.CaseObjects(t.Context(), s, f, graph.Page{Limit: limit, After: after})
		if err != nil {
			t.Fatal(err)
		}
		var ids []graph.ID
		for i, c := range found {
			ids = append(ids, c.ID)
			if positions[i].ID != c.ID {
				t.Errorf("position %v of %s", positions[i], c.ID)
			}
		}
		return ids
	}
	for _, c := range []struct {
		name   string
		sight  policy.Sight
		filter graph.CaseFilter
		want   []graph.ID
	}{
		{"the newest first", us, graph.CaseFilter{}, []graph.ID{both.ID, private.ID}},
		{"the other organisation", them, graph.CaseFilter{}, []graph.ID{both.ID}},
		{"who is excepted", us, graph.CaseFilter{Reader: both.Except[0]}, []graph.ID{private.ID}},
		{"who is excepted, by element", them, graph.CaseFilter{Reader: both.Except[0], About: []graph.ID{element}}, nil},
		{"who is not", them, graph.CaseFilter{Reader: newID(t, graph.NounOfficer)}, []graph.ID{both.ID}},
		{"nobody", policy.Sight{}, graph.CaseFilter{}, nil},
		{"by state", us, graph.CaseFilter{States: []string{"OPEN"}}, []graph.ID{private.ID}},
		{"by element", them, graph.CaseFilter{About: []graph.ID{element}}, []graph.ID{both.ID}},
		{"by element and state", us, graph.CaseFilter{About: []graph.ID{element}, States: []string{"OPEN"}}, []graph.ID{private.ID}},
		{"of another kind", us, graph.CaseFilter{Kinds: []graph.CaseKind{graph.CaseRelease}}, nil},
	} {
		if got := listed(c.sight, c.filter, 10, graph.Position{}); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, not %v", c.name, got, c.want)
		}
		count, err := store.CountCaseObjects(t.Context(), c.sight, c.filter)
		if err != nil || count != len(c.want) {
			t.Errorf("%s: counted %d, %v", c.name, count, err)
		}
	}
	_, positions, err := store.CaseObjects(t.Context(), us, graph.CaseFilter{}, graph.Page{Limit: 1})
	if err != nil || !slices.Equal(listed(us, graph.CaseFilter{}, 1, positions[0]), []graph.ID{private.ID}) {
		t.Errorf("the second page: %v", err)
	}
	got, err := store.CaseObject(t.Context(), them, both.ID)
	if err != nil || got.State != "DONE" || string(got.Body) != `{"text":"invented"}` || !slices.Equal(got.About, both.About) || !got.Made.Equal(noon.Add(time.Hour)) {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := store.CaseObject(t.Context(), them, private.ID); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("what is private is %v", err)
	}
}

func TestACaseObjectMovesOnFromTheVersionThatWasRead(t *testing.T) {
	store := open(t, neo4j.Options{})
	ours, theirs := newID(t, graph.NounOrganisation), newID(t, graph.NounOrganisation)
	open := aNotice(t, shared(ours, theirs), "OPEN", newID(t, graph.NounRecord))
	open.Version = newID(t, graph.NounVersion)
	write(t, store, policy.Sight{}, graph.Write{CaseObjects: []graph.CaseObject{open}, At: noon})
	them := sightOf(t, store, officer(t, theirs), noon)

	done := open
	done.State, done.Version, done.About = "DONE", "", nil
	expecting := func(v graph.ID) graph.Write {
		return graph.Write{CaseObjects: []graph.CaseObject{done}, Expect: map[graph.ID]graph.ID{open.ID: v}, At: noon.Add(time.Hour)}
	}
	refused(t, store, them, expecting(newID(t, graph.NounVersion)), graph.Conflict)
	refused(t, store, sightOf(t, store, officer(t, newID(t, graph.NounOrganisation)), noon), expecting(open.Version), graph.NotFound)
	written := write(t, store, them, expecting(open.Version))
	got, err := store.CaseObject(t.Context(), them, open.ID)
	if err != nil || got.State != "DONE" || len(got.About) != 0 || !got.Made.Equal(noon) || !got.KnownFrom.Equal(noon.Add(time.Hour)) {
		t.Errorf("%+v, %v", got, err)
	}
	changes, err := store.Changes(t.Context(), written.Revision-1, 1)
	if err != nil || len(changes) != 1 || !slices.Equal(changes[0].CaseObjects, []graph.ID{open.ID}) || changes[0].Narrowed {
		t.Errorf("%+v, %v", changes, err)
	}
}

// Who may see less afterwards is what sights and answers are held against.
func TestWritesThatNarrowAreRemembered(t *testing.T) {
	store := open(t, neo4j.Options{})
	me := officer(t, newID(t, graph.NounOrganisation))
	narrowed := func() graph.Revision {
		t.Helper()
		r, err := store.Narrowed(t.Context())
		standing, err2 := store.Standing(t.Context(), me.Officer, me.Organisation, noon)
		if err != nil || err2 != nil || standing.Narrowed != r {
			t.Fatalf("%v, %v, %+v", err, err2, standing)
		}
		return r
	}
	before := narrowed()
	r := person(t, "Ana Mock", graph.OwnOrganisationOnly(me.Organisation))
	r.Version = newID(t, graph.NounVersion)
	write(t, store, policy.Sight{}, graph.Write{Records: []graph.Record{r}})
	if narrowed() != before {
		t.Error("a new record takes nothing from anybody")
	}
	expect := map[graph.ID]graph.ID{r.ID: r.Version}
	r.Version, r.Source = newID(t, graph.NounVersion), "INT-2"
	write(t, store, sightOf(t, store, me, noon), graph.Write{Records: []graph.Record{r}, Expect: expect})
	if narrowed() != before {
		t.Error("another source takes nothing from anybody")
	}
	expect[r.ID] = r.Version
	r.Version, r.Marking.Compartments = newID(t, graph.NounVersion), []graph.Compartment{graph.Child}
	if written := write(t, store, sightOf(t, store, me, noon), graph.Write{Records: []graph.Record{r}, Expect: expect}); narrowed() != written.Revision {
		t.Error("another marking may take it from somebody")
	}
}
