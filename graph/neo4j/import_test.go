package neo4j_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
	"entente/graph/neo4j"
)

func TestAnImportReadAgainChangesOnlyWhatChanged(t *testing.T) {
	store := open(t, neo4j.Options{})
	me := officer(t, newID(t, graph.NounOrganisation))
	own := graph.OwnOrganisationOnly(me.Organisation)
	a, b := person(t, "Ana Mock", own), person(t, "Bo Mock", own)
	link := tie(t, a, b, own)
	w := graph.Write{At: noon, Import: true, Records: []graph.Record{a, b}, Links: []graph.Link{link}}
	write(t, store, policy.Sight{}, w)
	sight := sightOf(t, store, me, noon)
	w.At = noon.Add(time.Hour)
	revision := write(t, store, sight, w).Revision
	change := changeOf(t, store, revision)
	if len(change.Records)+len(change.Links) != 0 {
		t.Errorf("an equal import changed %+v", change)
	}
	w.Records[1].Details = &graph.Person{Name: "Bo Mockescu"}
	change = changeOf(t, store, write(t, store, sight, w).Revision)
	if !slices.Equal(change.Records, []graph.ID{b.ID}) || len(change.Links) != 0 {
		t.Errorf("changed %+v, want %s", change, b.ID)
	}
}

func changeOf(t *testing.T, store *neo4j.Store, revision graph.Revision) graph.Change {
	t.Helper()
	changes, err := store.Changes(t.Context(), revision-1, 1)
	if err != nil || len(changes) != 1 {
		t.Fatalf("%v, %v", changes, err)
	}
	return changes[0]
}

// imported is one record and one link of a file, and who may write them.
type imported struct {
	store *neo4j.Store
	me    auth.Principal
	file  graph.Write
}

func importedOnce(t *testing.T) imported {
	t.Helper()
	store := open(t, neo4j.Options{})
	me := officer(t, newID(t, graph.NounOrganisation))
	own := graph.OwnOrganisationOnly(me.Organisation)
	a, b := person(t, "Ana Mock", own), person(t, "Bo Mock", own)
	file := graph.Write{At: noon, Import: true, Records: []graph.Record{a, b}, Links: []graph.Link{tie(t, a, b, own)}}
	write(t, store, policy.Sight{}, file)
	return imported{store, me, file}
}

// again reads the file anew, hours later.
func (i imported) again(t *testing.T, hours int) graph.Change {
	t.Helper()
	i.file.At = noon.Add(time.Duration(hours) * time.Hour)
	return changeOf(t, i.store, write(t, i.store, sightOf(t, i.store, i.me, noon), i.file).Revision)
}

// officially replaces the first record as its owner's officer does.
func (i imported) officially(t *testing.T, hours int, change func(*graph.Record)) {
	t.Helper()
	sight := sightOf(t, i.store, i.me, noon)
	versions, err := i.store.RecordVersions(t.Context(), sight, i.file.Records[0].ID)
	if err != nil || len(versions) == 0 {
		t.Fatal(versions, err)
	}
	r := versions[0]
	expect := map[graph.ID]graph.ID{r.ID: r.Version}
	r.Version = ""
	change(&r)
	write(t, i.store, sight, graph.Write{At: noon.Add(time.Duration(hours) * time.Hour), Records: []graph.Record{r}, Expect: expect})
}

func (i imported) first(t *testing.T) graph.Record {
	t.Helper()
	versions, err := i.store.RecordVersions(t.Context(), sightOf(t, i.store, i.me, noon), i.file.Records[0].ID)
	if err != nil || len(versions) == 0 {
		t.Fatal(versions, err)
	}
	return versions[0]
}

func TestWhatItsOwnerRetiredOrAmendedStaysSoWhenTheSameFileIsReadAgain(t *testing.T) {
	i := importedOnce(t)
	i.officially(t, 1, func(r *graph.Record) { r.Details = &graph.Person{Name: "Ana Mockescu"} })
	if change := i.again(t, 2); len(change.Records)+len(change.Links) != 0 {
		t.Errorf("the same file undid an amendment: %+v", change)
	}
	i.officially(t, 3, func(r *graph.Record) { r.Retired = true })
	if change := i.again(t, 4); len(change.Records)+len(change.Links) != 0 {
		t.Errorf("the same file brought back what was retired: %+v", change)
	}
	if now := i.first(t); !now.Retired || now.Details.Label() != "Ana Mockescu" {
		t.Errorf("it is %+v", now)
	}
}

func TestARowThatChangedIsNewsEvenOfWhatWasRetired(t *testing.T) {
	i := importedOnce(t)
	i.officially(t, 1, func(r *graph.Record) { r.Retired = true })
	i.file.Records[0].Details = &graph.Person{Name: "Ana Mockaru"}
	if change := i.again(t, 2); !slices.Equal(change.Records, []graph.ID{i.file.Records[0].ID}) {
		t.Errorf("changed %+v", change)
	}
	if now := i.first(t); now.Retired || now.Details.Label() != "Ana Mockaru" {
		t.Errorf("it is %+v", now)
	}
	i.officially(t, 3, func(r *graph.Record) { r.Retired = true })
	if change := i.again(t, 4); len(change.Records) != 0 {
		t.Errorf("the file that was read last brought back what was retired since: %+v", change)
	}
}

func TestARetiredLinkStaysRetiredWhenTheSameFileIsReadAgain(t *testing.T) {
	i := importedOnce(t)
	sight := sightOf(t, i.store, i.me, noon)
	versions, err := i.store.LinkVersions(t.Context(), sight, i.file.Links[0].ID)
	if err != nil || len(versions) != 1 {
		t.Fatal(versions, err)
	}
	l := versions[0]
	expect := map[graph.ID]graph.ID{l.ID: l.Version}
	l.Version, l.Retired = "", true
	write(t, i.store, sight, graph.Write{At: noon.Add(time.Hour), Links: []graph.Link{l}, Expect: expect})
	if change := i.again(t, 2); len(change.Links) != 0 {
		t.Errorf("the same file brought back a retired link: %+v", change)
	}
}

// Imports prepare their batches side by side and commit them one after the
// other. The same rows from several at once are there once.
func TestImportsAtOnceWriteEachElementOnce(t *testing.T) {
	store := open(t, neo4j.Options{})
	me := officer(t, newID(t, graph.NounOrganisation))
	own := graph.OwnOrganisationOnly(me.Organisation)
	hub := person(t, "Hub Mock", own)
	write(t, store, policy.Sight{}, graph.Write{At: noon, Import: true, Records: []graph.Record{hub}})
	sight := sightOf(t, store, me, noon)
	var records []graph.Record
	var links []graph.Link
	for i := range 200 {
		r := person(t, fmt.Sprint("Mock ", i), own)
		records, links = append(records, r), append(links, tie(t, hub, r, own))
	}
	before, err := store.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	// Batches that overlap, and in other orders, so that they meet.
	results := inParallel(8, func(i int) (graph.Written, error) {
		some, ties := slices.Clone(records[i*20:i*20+60]), slices.Clone(links[i*20:i*20+60])
		if i%2 == 1 {
			slices.Reverse(some)
			slices.Reverse(ties)
		}
		return store.Write(context.Background(), sight, graph.Write{At: noon, Import: true, Records: some, Links: ties})
	})
	revisions, created := map[graph.Revision]bool{}, map[graph.ID]int{}
	for _, r := range results {
		if r.err != nil {
			t.Error(r.err)
		}
		revisions[r.written.Revision] = true
	}
	changes, err := store.Changes(t.Context(), before, 100)
	if err != nil || len(changes) != 8 || len(revisions) != 8 {
		t.Fatalf("%d changes, %d revisions, %v", len(changes), len(revisions), err)
	}
	for i, c := range changes {
		if c.Revision != before+graph.Revision(i)+1 { //nolint:gosec // small
			t.Errorf("change %d has revision %d", i, c.Revision)
		}
		for _, id := range append(c.Records, c.Links...) {
			created[id]++
		}
	}
	if len(created) != 2*200 {
		t.Errorf("%d elements were created, not 400", len(created))
	}
	for id, times := range created {
		if times != 1 {
			t.Errorf("%s was written %d times", id, times)
		}
	}
}

// An import that creates beside an officer's writes takes nothing from them.
func TestAnImportBesideAnOfficersWrites(t *testing.T) {
	i := importedOnce(t)
	me, own := i.me, i.file.Records[0].Marking
	results := inParallel(6, func(n int) (graph.Written, error) {
		sight := policy.Whole(1_000)
		if n%2 == 0 {
			w := graph.Write{At: noon, Import: true}
			for k := range 50 {
				w.Links = append(w.Links, tie(t, i.file.Records[k%2], i.file.Records[(k+1)%2], own))
			}
			return i.store.Write(context.Background(), sight, w)
		}
		r := person(t, fmt.Sprint("Mock ", n), own)
		return i.store.Write(context.Background(), sight, graph.Write{
			At: noon, Records: []graph.Record{r}, Links: []graph.Link{tie(t, i.file.Records[0], r, own)},
		})
	})
	for _, r := range results {
		if r.err != nil {
			t.Error(r.err)
		}
	}
	counts, err := i.store.CountLinksOf(t.Context(), sightOf(t, i.store, me, noon), []graph.ID{i.file.Records[0].ID}, graph.LinkFilter{}, nil)
	if err != nil || counts[i.file.Records[0].ID] != 1+3*50+3 {
		t.Errorf("%v, %v", counts, err)
	}
}
