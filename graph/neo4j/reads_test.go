package neo4j_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine"
	"entente/graph/identifier"
	"entente/graph/neo4j"
)

// The markings of each organisation of a busy hub, and of how many elements of a noun
// it is asked.
const (
	busyMarkings = 61
	askedAbout   = 20
)

// busy is a hub of two organisations, each with teams of its own, and what of the
// first is asked about.
type busy struct {
	store                   *neo4j.Store
	me                      auth.Principal
	team, elsewhere, others graph.ID // two operations of mine, one of the others
	mine, hidden            []graph.Marking
	asked, begun            graph.Write
	made                    int
}

func busyHub(t *testing.T, store *neo4j.Store) *busy {
	t.Helper()
	b := &busy{store: store, me: officer(t, newID(t, graph.NounOrganisation))}
	other := officer(t, newID(t, graph.NounOrganisation))
	b.team, b.elsewhere, b.others = newID(t, graph.NounOperation), newID(t, graph.NounOperation), newID(t, graph.NounOperation)
	w := graph.Write{At: noon}
	for _, p := range []auth.Principal{b.me, other} {
		w.Organisations = append(w.Organisations, graph.Organisation{ID: p.Organisation, Name: "Mock police", Country: "RO", Kind: graph.Police, Contact: "desk"})
		w.Officers = append(w.Officers, graph.Officer{ID: p.Officer, Name: "Mock", Organisation: p.Organisation, LastSeen: noon})
	}
	w.Operations = []graph.Operation{teamOf(b.team, b.me), teamOf(b.elsewhere, b.me), teamOf(b.others, other)}
	write(t, store, policy.Sight{}, w)
	b.begun = w
	b.mine, b.hidden = many(b.me.Organisation, busyMarkings), many(other.Organisation, busyMarkings)
	for _, some := range [][]graph.Marking{b.mine, b.hidden} {
		some[0].Review, some[1].Compartments = noon.AddDate(0, 1, 0), []graph.Compartment{graph.Child}
	}
	b.asked = b.grow(t, b.mine, b.team, 120, noon)
	return b
}

func teamOf(id graph.ID, p auth.Principal) graph.Operation {
	from := noon.AddDate(0, -1, 0)
	return graph.Operation{
		ID: id, Hub: "test", Name: "Operation Mock",
		Agreement: graph.Agreement{LegalBasis: "a", Purpose: "b", Signed: "2009-01-01", From: "2009-01-01", Until: "2019"},
		Parties:   []graph.Party{{Organisation: p.Organisation, From: from}},
		Members:   []graph.Member{{Officer: p.Officer, Name: "Mock", Organisation: p.Organisation, Role: graph.TeamLeader, From: from}},
	}
}

// grow writes n records of four kinds under markings, links between the people
// among them, and to some of them whatever else hangs on a record. What is
// written at once is tied to nothing else.
func (b *busy) grow(t *testing.T, markings []graph.Marking, operation graph.ID, n int, at time.Time) graph.Write {
	t.Helper()
	w, more, later := graph.Write{At: at, Import: true}, graph.Write{At: at.Add(time.Minute), Import: true}, graph.Write{At: at.Add(time.Hour), Import: true}
	for range n {
		r := graph.Record{Contribution: contributed(t, graph.NounRecord, markings[b.made%len(markings)]), Details: listed(b.made)}
		r.Version = newID(t, graph.NounVersion)
		w.Records = append(w.Records, r)
		b.made++
	}
	for i, r := range w.Records {
		if r.Details.Kind() == graph.KindPerson {
			b.tie(t, &w, i, operation)
		}
		if i%2 == 0 {
			w.CaseObjects = append(w.CaseObjects, aNotice(t, r.Marking, "OPEN", r.ID))
		}
		if i%4 == 0 {
			more.Retentions = append(more.Retentions, graph.Retention{Of: r.ID, Owner: r.Marking.Owner, Review: at.AddDate(0, 2, 0)})
			more.Discoverables = append(more.Discoverables, graph.Discoverable{
				Record: r.ID, Version: r.Version, Schemes: []graph.HitScheme{graph.HitPhone}, Tokens: identifier.HitTokens(r.Details, []graph.HitScheme{graph.HitPhone}),
			})
		}
		if i%5 == 0 {
			r.Version, r.Source = "", "INT-2009-00002"
			later.Records = append(later.Records, r)
		}
	}
	for i, l := range w.Links {
		if i%5 == 0 {
			l.Version, l.Source = "", "INT-2009-00002"
			later.Links = append(later.Links, l)
		}
	}
	for _, part := range []graph.Write{w, more, later} {
		write(t, b.store, policy.Whole(1000), part)
	}
	return w
}

// tie gives the ith record three links to the people after it and a role.
func (b *busy) tie(t *testing.T, w *graph.Write, i int, operation graph.ID) {
	from := w.Records[i]
	for step := range 3 {
		l := tie(t, from, w.Records[(i+4*(step+1))%len(w.Records)], from.Marking)
		if step == 0 {
			l.Kind = graph.SameAs
		}
		w.Links = append(w.Links, l)
	}
	w.Involvements = append(w.Involvements, graph.Involvement{
		Contribution: contributed(t, graph.NounInvolvement, from.Marking), Operation: operation, Person: from.ID,
		Role: []graph.InvolvementRole{graph.Suspect, graph.Victim}[i/4%2],
	})
}

// ask asks the store everything that is asked of it, of the same few elements.
func (b *busy) ask(t *testing.T) {
	t.Helper()
	ctx, s, sight := t.Context(), b.store, sightOf(t, b.store, b.me, noon)
	ids, links, involvements := idsIn(b.asked.Records, askedAbout), idsIn(b.asked.Links, askedAbout), idsIn(b.asked.Involvements, askedAbout)
	page, then := graph.Page{Limit: 20}, noon.Add(30*time.Minute)
	child := graph.ChildhoodAt(noon, known(t, s))
	one := b.asked.Records[0]
	must := func(_ any, err error) { t.Helper(); fail(t, err) }
	two := func(_, _ any, err error) { t.Helper(); fail(t, err) }
	for _, asOf := range []*time.Time{nil, &then} {
		must(s.Records(ctx, sight, ids, asOf))
		must(s.Links(ctx, sight, links, asOf))
		must(s.LinksOf(ctx, sight, ids, graph.LinkFilter{}, page, asOf))
		must(s.CountLinksOf(ctx, sight, ids, graph.LinkFilter{}, asOf))
		must(s.Involvements(ctx, sight, ids, asOf))
	}
	must(s.Bases(ctx, sight, links, ids))
	must(s.RecordVersions(ctx, sight, one.ID))
	must(s.LinkVersions(ctx, sight, links[0]))
	must(s.InvolvementsOf(ctx, sight, b.team, nil, page))
	must(s.InvolvementsOf(ctx, sight, b.team, []graph.InvolvementRole{graph.Victim}, page))
	must(s.CountInvolvementsOf(ctx, sight, b.team, nil))
	must(s.InvolvementsByID(ctx, sight, involvements))
	must(s.InvolvementsUnder(ctx, sight, sightIDs(sight)[1:2], 20))
	must(s.UnderMarkings(ctx, sightIDs(sight)[1:2], true, 20))
	must(s.Marked(ctx, sightIDs(sight), b.me.Organisation, slices.Concat(ids, links, involvements)))
	must(s.MarkingsOf(ctx, slices.Concat(ids, links, involvements)))
	must(s.SafeguardsOf(ctx, ids, child))
	must(s.NeverTargets(ctx, sight, []graph.ID{b.team}, child))
	for _, f := range []graph.RecordFilter{
		{}, {Kinds: []graph.RecordKind{graph.KindPhone}}, {Name: "mock"}, {Operation: b.team, Involved: []graph.InvolvementRole{graph.Victim}},
	} {
		for _, order := range []graph.RecordOrder{graph.ByLabel, graph.ByRecent} {
			two(s.ListRecords(ctx, sight, f, order, page))
		}
		must(s.CountRecords(ctx, sight, f))
	}
	must(s.Search(ctx, sight, graph.Search{Text: "mock", Limit: 20}))
	must(s.Search(ctx, sight, graph.Search{Identifier: &graph.Identifier{Scheme: graph.PhoneNumber, Value: one.Details.Label()}, Limit: 20}))
	objects := []graph.CaseFilter{{}, {Kinds: []graph.CaseKind{graph.CaseNotice}}, {About: ids}}
	for _, f := range objects {
		two(s.CaseObjects(ctx, sight, f, page))
		must(s.CountCaseObjects(ctx, sight, f))
	}
	must(s.CaseObject(ctx, sight, b.asked.CaseObjects[0].ID))
	must(s.Discoverables(ctx, b.me.Organisation, ids))
	must(s.HitsOf(ctx, identifier.HitTokens(one.Details, []graph.HitScheme{graph.HitPhone})[0]))
	must(s.Retentions(ctx, b.me.Organisation, ids))
	two(s.Reviews(ctx, sight, b.me.Organisation, noon.AddDate(1, 0, 0), page))
	must(s.ReviewsUnder(ctx, sight, b.me.Organisation, noon.AddDate(1, 0, 0), page))
	must(s.ReviewsDue(ctx, noon.AddDate(1, 0, 0), 20))
	must(s.Standing(ctx, b.me.Officer, b.me.Organisation, noon))
	must(s.StandingTurns(ctx, b.me.Officer, b.me.Organisation, noon))
	must(s.Operations(ctx, b.me.Organisation, noon))
	must(s.OperationsOf(ctx, []graph.ID{b.me.Organisation}, noon))
	must(s.Operation(ctx, b.team))
	must(s.OperationVersions(ctx, b.team))
	must(s.Officers(ctx, []graph.ID{b.me.Officer}))
	must(s.OfficersOf(ctx, b.me.Organisation))
	fail(t, s.EngineNodes(ctx, ids, func(engine.Node) error { return nil }))
	fail(t, s.EngineLinks(ctx, links, func(engine.Edge) error { return nil }))
	fail(t, s.EngineTravel(ctx, ids, func(engine.Edge) error { return nil }))
	revision, err := s.Revision(ctx)
	fail(t, err)
	must(s.Changes(ctx, revision-1, 20))
	must(s.FirstTurns(ctx, revision, ids))
}

// write writes a few elements in all ways that there are.
func (b *busy) write(t *testing.T) {
	t.Helper()
	sight := sightOf(t, b.store, b.me, noon)
	key := graph.WriteKey{Officer: b.me.Officer, Key: fmt.Sprint("k", b.made)}
	w := b.grow(t, b.mine[5:10], b.elsewhere, 20, noon.AddDate(0, -2, 0))
	versions, err := b.store.RecordVersions(t.Context(), sight, w.Records[1].ID)
	fail(t, err)
	r := versions[0]
	object, err := b.store.CaseObject(t.Context(), sight, w.CaseObjects[0].ID)
	fail(t, err)
	expect := map[graph.ID]graph.ID{r.ID: r.Version, object.ID: object.Version}
	r.Version, object.Version, object.State = "", "", "DONE"
	write(t, b.store, sight, graph.Write{
		At: noon.Add(2 * time.Hour), Key: key, Records: []graph.Record{r}, CaseObjects: []graph.CaseObject{object}, Expect: expect, Running: []graph.ID{b.team},
		Ration: &graph.Ration{Officer: b.me.Officer, For: key.Key, Window: time.Hour, Most: 5},
	})
	_, _, err = b.store.Written(t.Context(), key)
	fail(t, err)
	var remark []graph.Remarked
	for _, id := range []graph.ID{w.Records[2].ID, w.Links[0].ID, w.Involvements[0].ID} {
		remark = append(remark, graph.Remarked{ID: id, Marking: b.mine[11].Canonical()})
	}
	write(t, b.store, sight, graph.Write{At: noon.Add(2 * time.Hour), Remark: remark})
	again := b.begun
	again.At, again.Import, again.Involvements = noon.Add(2*time.Hour), true, []graph.Involvement{w.Involvements[1]}
	again.Involvements[0].Version, again.Involvements[0].Source = "", "INT-2009-00002"
	write(t, b.store, sight, again)
	write(t, b.store, policy.Whole(1000), graph.Write{At: noon.Add(3 * time.Hour), Erase: []graph.ID{w.Records[3].ID, w.Records[4].ID, w.Links[len(w.Links)-1].ID}})
}

type identified interface {
	graph.Record | graph.Link | graph.Involvement
}

func idsIn[T identified](all []T, most int) (ids []graph.ID) {
	for _, one := range all[:min(len(all), most)] {
		switch one := any(one).(type) {
		case graph.Record:
			ids = append(ids, one.ID)
		case graph.Link:
			ids = append(ids, one.ID)
		case graph.Involvement:
			ids = append(ids, one.ID)
		}
	}
	return ids
}

func sightIDs(sight policy.Sight) (ids []graph.MarkingID) {
	for _, id := range sight.Visible() {
		ids = append(ids, graph.MarkingID(id))
	}
	return ids
}

func known(t *testing.T, s *neo4j.Store) []graph.Marking {
	all, err := s.Markings(t.Context(), 0)
	fail(t, err)
	return all
}

// passOver are statements that go through all that is in sight of what they are
// asked for, and why.
func passOver() map[string]string {
	const ties = "what one import wrote has one time, and is put in order of id"
	return map[string]string{
		"count_all": "counts it", "count_kinds": "counts it", "count_case_objects": "counts it", "count_named": "all of that name",
		"list_named_by_label": "all of that name", "list_named_by_recent": "all of that name", "search_name": "all of that name",
		"list_all_by_recent": ties, "list_kinds_by_recent": ties, "case_objects": ties, "never_targets": "everybody may be a child",
	}
}

// perMarking are statements that look at a page under each of some markings.
func perMarking() []string {
	return []string{"list_all_by_label", "list_kinds_by_label", "reviews", "reviews_under", "involvements_of", "involvements_under"}
}

// ownWork are statements of the hub itself, for no caller: over all there is.
func ownWork() []string { return []string{"under_markings", "reviews_due"} }

// notAsked are statements that this test does not ask: for the whole graph, or of
// a process's own life.
func notAsked() []string {
	return []string{
		"engine_links", "engine_nodes", "identity", "narrowed", "organisations", "issuer_change", "issuer_hold", "issuers", "issuers_version",
		"migration_applied", "migration_await", "migration_bootstrap", "migrations",
		"session_change", "session_drop", "session_find", "session_forget", "session_hold", "session_keep", "session_marked", "spent_forget", "spent_keep",
	}
}

// A statement reads what is asked of it, however much there is beside: out of sight,
// in the same team too, and in sight. Each is planned anew for what there is, for a
// plan is not what the text says: with other parameters, other indexes were taken.
func TestNoStatementReadsMoreOfAFullerHub(t *testing.T) {
	store, profile := profiledStore(t)
	b := busyHub(t, store)
	before := noon.AddDate(0, -3, 0)
	b.grow(t, b.hidden, b.team, 300, before)
	b.grow(t, b.mine, b.elsewhere, 300, before)
	ask := func() map[string][]reads { return profile.during(t, func() { b.ask(t) }) }
	put := func() map[string][]reads { return profile.during(t, func() { b.write(t) }) }
	written, alone := put(), ask()
	for name, set := range profile.during(t, func() { b.grow(t, anew(b.me.Organisation), b.elsewhere, 20, before) }) {
		written[name] = append(written[name], set...)
	}
	b.grow(t, b.hidden, b.team, 900, before)
	b.grow(t, b.hidden, b.others, 600, before)
	hidden := ask()
	b.grow(t, b.mine, b.elsewhere, 1500, before)
	seen := ask()
	noMore(t, "out of sight", alone, hidden, nil, nil)
	noMore(t, "in sight", hidden, seen, perMarking(), passOver())
	noMore(t, "to write to", written, put(), nil, nil)
	for _, text := range store.Statements() {
		name := profile.names[text] // of those that are alike
		if asked := alone[name] != nil || written[name] != nil; asked == slices.Contains(notAsked(), name) {
			t.Errorf("%s is asked: %t", name, asked)
		}
	}
}

// noMore compares what statements read before and after the hub grew. A quarter is for
// where the next element happens to stand.
func noMore(t *testing.T, grown string, before, after map[string][]reads, pages []string, but map[string]string) {
	t.Helper()
	for name, all := range after {
		if but[name] != "" || slices.Contains(ownWork(), name) {
			continue
		}
		for i, now := range all {
			if i >= len(before[name]) {
				t.Fatalf("%s is asked %d times, and was %d", name, len(all), len(before[name]))
			}
			if was := before[name][i]; now.hits > was.hits*5/4+20 && !slices.Contains(pages, name) {
				t.Errorf("%s: with more %s it reads %d for %d rows, and read %d for %d", name, grown, now.hits, now.rows, was.hits, was.rows)
			}
			if most := 20 * int64(now.rows+busyMarkings+askedAbout); now.hits > most {
				t.Errorf("%s reads %d for %d rows", name, now.hits, now.rows)
			}
		}
	}
}

// anew is a marking that the hub does not have yet.
func anew(owner graph.ID) []graph.Marking {
	m := graph.OwnOrganisationOnly(owner)
	m.Expires = noon.AddDate(2, 0, 0)
	return []graph.Marking{m}
}
