package neo4j_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/neo4j"
)

func TestAWriteIsRepeatedAndNotDoneTwice(t *testing.T) {
	store := open(t, neo4j.Options{})
	me := officer(t, newID(t, graph.NounOrganisation))
	w := graph.Write{
		Key: graph.WriteKey{Officer: me.Officer, Key: "first", Digest: [32]byte{1}}, Outcome: []byte("what came of it"),
		Records: []graph.Record{person(t, "Ana Mock", graph.OwnOrganisationOnly(me.Organisation))},
	}
	first := write(t, store, policy.Sight{}, w)
	if first.Repeated || string(first.Outcome) != "what came of it" {
		t.Errorf("first: %+v", first)
	}
	w.Outcome = []byte("another")
	second := write(t, store, policy.Sight{}, w)
	if !second.Repeated || second.Revision != first.Revision || string(second.Outcome) != "what came of it" {
		t.Errorf("second: %+v after %+v", second, first)
	}
	if revision, err := store.Revision(t.Context()); err != nil || revision != first.Revision {
		t.Errorf("the revision is %d, %v", revision, err)
	}
	w.Key.Digest = [32]byte{2}
	refused(t, store, policy.Sight{}, w, graph.Conflict)
	w.Key.Officer = newID(t, graph.NounOfficer)
	w.Records = nil
	if other := write(t, store, policy.Sight{}, w); other.Repeated {
		t.Errorf("another officer's key is another key: %+v", other)
	}
}

func TestTheSameWriteFromManyAtOnceIsDoneOnce(t *testing.T) {
	store := open(t, neo4j.Options{})
	me := officer(t, newID(t, graph.NounOrganisation))
	w := graph.Write{
		Key:     graph.WriteKey{Officer: me.Officer, Key: "race"},
		Records: []graph.Record{person(t, "Ana Mock", graph.OwnOrganisationOnly(me.Organisation))},
	}
	before, err := store.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	results := inParallel(8, func(int) (graph.Written, error) { return store.Write(t.Context(), policy.Sight{}, w) })
	fresh := 0
	for _, r := range results {
		if r.err != nil || r.written.Revision != before+1 {
			t.Errorf("%+v, %v", r.written, r.err)
		}
		if !r.written.Repeated {
			fresh++
		}
	}
	if fresh != 1 {
		t.Errorf("%d of the writes say they were the first", fresh)
	}
}

type result struct {
	written graph.Written
	err     error
}

func inParallel(n int, do func(i int) (graph.Written, error)) []result {
	results := make([]result, n)
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { results[i].written, results[i].err = do(i) })
	}
	all.Wait()
	return results
}

func TestConcurrentWritesGetEachRevisionOnceAndDenseMarkings(t *testing.T) {
	store := open(t, neo4j.Options{})
	other := open(t, neo4j.Options{}) // a second hub process
	me := officer(t, newID(t, graph.NounOrganisation))
	before, err := store.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	results := inParallel(12, func(i int) (graph.Written, error) {
		marking := graph.OwnOrganisationOnly(me.Organisation)
		marking.Expires = noon.Add(time.Duration(i%6) * time.Second)
		w := graph.Write{Records: []graph.Record{person(t, fmt.Sprint("Mock ", i), marking)}}
		return []*neo4j.Store{store, other}[i%2].Write(context.Background(), policy.Sight{}, w)
	})
	revisions := map[graph.Revision]bool{}
	for _, r := range results {
		if r.err != nil {
			t.Error(r.err)
		}
		revisions[r.written.Revision] = true
	}
	changes, err := store.Changes(t.Context(), before, 100)
	if err != nil || len(changes) != 12 || len(revisions) != 12 {
		t.Fatalf("%d changes, %d revisions, %v", len(changes), len(revisions), err)
	}
	for i, c := range changes {
		if c.Revision != before+graph.Revision(i)+1 || len(c.Records) != 1 { //nolint:gosec // small
			t.Errorf("change %d is %+v", i, c)
		}
	}
	sightOf(t, store, me, noon) // fails on a gap or a repeat in the marking ids
}

func TestAReplacedElementMustHaveTheExpectedVersion(t *testing.T) {
	store := open(t, neo4j.Options{})
	me := officer(t, newID(t, graph.NounOrganisation))
	r := person(t, "Ana Mock", graph.OwnOrganisationOnly(me.Organisation))
	r.Version = newID(t, graph.NounVersion)
	write(t, store, policy.Sight{}, graph.Write{At: noon, Records: []graph.Record{r}})
	sight := sightOf(t, store, me, noon)
	amended := r
	amended.Version = newID(t, graph.NounVersion)
	amended.Details = &graph.Person{Name: "Ana Mockescu"}
	again := func(expect map[graph.ID]graph.ID) graph.Write {
		return graph.Write{At: noon.Add(time.Hour), Records: []graph.Record{amended}, Expect: expect}
	}
	refused(t, store, sight, again(nil), graph.Conflict)
	refused(t, store, sight, again(map[graph.ID]graph.ID{r.ID: amended.Version}), graph.Conflict)
	refused(t, store, policy.Sight{}, again(map[graph.ID]graph.ID{r.ID: r.Version}), graph.NotFound)
	write(t, store, sight, again(map[graph.ID]graph.ID{r.ID: r.Version}))
	refused(t, store, sight, again(map[graph.ID]graph.ID{r.ID: r.Version}), graph.Conflict)

	versions, err := store.RecordVersions(t.Context(), sight, r.ID)
	if err != nil || len(versions) != 2 {
		t.Fatalf("%d versions, %v", len(versions), err)
	}
	if !versions[1].KnownUntil.Equal(versions[0].KnownFrom) || !versions[0].KnownUntil.IsZero() || versions[0].Version != amended.Version {
		t.Errorf("versions %+v", versions)
	}
	missing := person(t, "Bo Mock", r.Marking)
	refused(t, store, sight, graph.Write{Records: []graph.Record{missing}, Expect: map[graph.ID]graph.ID{missing.ID: r.Version}}, graph.NotFound)
}

func TestWhatIsNotTheOwnersIsNotReplaced(t *testing.T) {
	store := open(t, neo4j.Options{})
	me, them := officer(t, newID(t, graph.NounOrganisation)), officer(t, newID(t, graph.NounOrganisation))
	marking := graph.OwnOrganisationOnly(them.Organisation)
	marking.Audience.Scope = graph.Everyone
	r := person(t, "Ana Mock", marking)
	r.Version = newID(t, graph.NounVersion)
	write(t, store, policy.Sight{}, graph.Write{Records: []graph.Record{r}})
	mine := r
	mine.Marking = graph.OwnOrganisationOnly(me.Organisation)
	refused(t, store, sightOf(t, store, me, noon), graph.Write{
		Records: []graph.Record{mine}, Expect: map[graph.ID]graph.ID{r.ID: r.Version},
	}, graph.NotFound)
	other := r
	other.Details = &graph.Phone{Number: "+40712345678"}
	refused(t, store, sightOf(t, store, them, noon), graph.Write{
		Records: []graph.Record{other}, Expect: map[graph.ID]graph.ID{r.ID: r.Version},
	}, graph.BadInput)
}

func TestALinkNeedsBothEndsInSight(t *testing.T) {
	store := open(t, neo4j.Options{})
	me, them := officer(t, newID(t, graph.NounOrganisation)), officer(t, newID(t, graph.NounOrganisation))
	own := graph.OwnOrganisationOnly(me.Organisation)
	mine, theirs := person(t, "Ana Mock", own), person(t, "Bo Mock", graph.OwnOrganisationOnly(them.Organisation))
	gone := person(t, "Carla Mock", own)
	gone.Retired = true
	write(t, store, policy.Sight{}, graph.Write{Records: []graph.Record{mine, theirs, gone}})
	sight := sightOf(t, store, me, noon)
	absent := person(t, "Nobody", own)
	for _, end := range []graph.Record{theirs, gone, absent} {
		refused(t, store, sight, graph.Write{Links: []graph.Link{tie(t, mine, end, own)}}, graph.NotFound)
		refused(t, store, sight, graph.Write{Links: []graph.Link{tie(t, end, mine, own)}}, graph.NotFound)
	}
	other := person(t, "Dan Mock", own)
	write(t, store, sight, graph.Write{Records: []graph.Record{other}, Links: []graph.Link{tie(t, mine, other, own)}})
	wrong := tie(t, mine, other, own)
	wrong.Kind = graph.LivesAt
	refused(t, store, sight, graph.Write{Links: []graph.Link{wrong}}, graph.BadInput)
}

func TestALinkKeepsItsEnds(t *testing.T) {
	store := open(t, neo4j.Options{})
	me := officer(t, newID(t, graph.NounOrganisation))
	own := graph.OwnOrganisationOnly(me.Organisation)
	a, b, c := person(t, "Ana Mock", own), person(t, "Bo Mock", own), person(t, "Carla Mock", own)
	link := tie(t, a, b, own)
	link.Version = newID(t, graph.NounVersion)
	write(t, store, policy.Sight{}, graph.Write{Records: []graph.Record{a, b, c}, Links: []graph.Link{link}})
	moved := link
	moved.To = c.ID
	refused(t, store, sightOf(t, store, me, noon), graph.Write{
		Links: []graph.Link{moved}, Expect: map[graph.ID]graph.ID{link.ID: link.Version},
	}, graph.BadInput)
}

func TestARefusedWriteLeavesNothing(t *testing.T) {
	store := open(t, neo4j.Options{})
	me := officer(t, newID(t, graph.NounOrganisation))
	own := graph.OwnOrganisationOnly(me.Organisation)
	before, err := store.Standing(t.Context(), me.Officer, me.Organisation, noon)
	if err != nil {
		t.Fatal(err)
	}
	r := person(t, "Ana Mock", own)
	w := graph.Write{
		Key:     graph.WriteKey{Officer: me.Officer, Key: "refused"},
		Records: []graph.Record{r}, Links: []graph.Link{tie(t, r, person(t, "Nobody", own), own)},
	}
	refused(t, store, policy.Sight{}, w, graph.NotFound)
	after, err := store.Standing(t.Context(), me.Officer, me.Organisation, noon)
	if err != nil || after.Revision != before.Revision || after.Markings != before.Markings {
		t.Errorf("%+v became %+v, %v", before, after, err)
	}
	w.Links = nil
	if written := write(t, store, policy.Sight{}, w); written.Repeated {
		t.Error("the key of a refused write is used up")
	}
}

func TestAClockThatGoesBackKeepsVersionsInOrder(t *testing.T) {
	store := open(t, neo4j.Options{})
	me := officer(t, newID(t, graph.NounOrganisation))
	r := person(t, "Ana Mock", graph.OwnOrganisationOnly(me.Organisation))
	write(t, store, policy.Sight{}, graph.Write{At: noon, Records: []graph.Record{r}})
	r.Details = &graph.Person{Name: "Ana Mockescu"}
	write(t, store, sightOf(t, store, me, noon), graph.Write{At: noon.Add(-time.Hour), Import: true, Records: []graph.Record{r}})
	versions, err := store.RecordVersions(t.Context(), sightOf(t, store, me, noon), r.ID)
	if err != nil || len(versions) != 2 || versions[1].KnownUntil.Before(versions[1].KnownFrom) || versions[0].Details.Label() != "Ana Mockescu" {
		t.Errorf("%+v, %v", versions, err)
	}
}

func TestACancelledWriteSaysSoAndAZeroSightAsksNothing(t *testing.T) {
	asked := 0
	store := open(t, neo4j.Options{OnStatement: func(context.Context, string) { asked++ }})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := store.Write(ctx, policy.Sight{}, graph.Write{}); err == nil {
		t.Error("a cancelled write was carried out")
	}
	asked = 0
	var blind policy.Sight
	if records, err := store.Records(t.Context(), blind, []graph.ID{"r"}, nil); err != nil || len(records) != 0 {
		t.Error(records, err)
	}
	if found, err := store.Search(t.Context(), blind, graph.Search{Text: "ana", Limit: 5}); err != nil || len(found) != 0 {
		t.Error(found, err)
	}
	if count, err := store.CountRecords(t.Context(), blind, graph.RecordFilter{}); err != nil || count != 0 {
		t.Error(count, err)
	}
	if asked != 0 {
		t.Errorf("%d statements were sent for a sight that sees nothing", asked)
	}
}
