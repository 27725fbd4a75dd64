package neo4j_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
	"entente/graph/neo4j"
	"entente/graph/neo4j/neo4jtest"
)

// ownedBy is a marking of an organisation for itself, or for some of its officers alone.
func ownedBy(organisation graph.ID, review time.Time, officers ...graph.ID) graph.Marking {
	m := graph.OwnOrganisationOnly(organisation)
	m.Review = review
	if len(officers) > 0 {
		m.Audience = graph.Audience{Scope: graph.Officers, Officers: officers}
	}
	return m.Canonical()
}

// dated writes people and links between them under markings, each element with a
// review of its own where it says so.
func dated(t *testing.T, store *neo4j.Store, n int, own time.Time, m graph.Marking) []graph.ID {
	t.Helper()
	w := graph.Write{At: noon, Import: true}
	var ids []graph.ID
	for i := range n {
		r := person(t, fmt.Sprintf("Dated Example %d", i), m)
		w.Records, ids = append(w.Records, r), append(ids, r.ID)
		if i > 0 {
			l := tie(t, w.Records[i-1], r, m)
			w.Links, ids = append(w.Links, l), append(ids, l.ID)
		}
	}
	write(t, store, policy.Whole(1000), w)
	if !own.IsZero() {
		var all []graph.Retention
		for _, id := range ids {
			all = append(all, graph.Retention{Of: id, Owner: m.Owner, Review: own})
		}
		write(t, store, policy.Whole(1000), graph.Write{At: noon, Retentions: all})
	}
	slices.Sort(ids)
	return ids
}

// reviewed are the two lists of reviews of an officer's organisation, read in pages.
func reviewed(t *testing.T, store *neo4j.Store, p auth.Principal, limit int) (own, under []graph.ID) {
	t.Helper()
	sight, due := sightOf(t, store, p, noon), noon.AddDate(1, 0, 0)
	pages := func(list func(graph.Page) ([]graph.Retention, error)) (ids []graph.ID) {
		for page := (graph.Page{Limit: limit}); ; {
			found, err := list(page)
			fail(t, err)
			for _, r := range found {
				ids = append(ids, r.Of)
				page.After = graph.Position{Key: r.Review.UTC().Format("2006-01-02T15:04:05.000000000Z"), ID: r.Of}
			}
			if len(found) < limit {
				return ids
			}
		}
	}
	own = pages(func(page graph.Page) ([]graph.Retention, error) {
		found, _, err := store.Reviews(t.Context(), sight, p.Organisation, due, page)
		return found, err
	})
	under = pages(func(page graph.Page) ([]graph.Retention, error) {
		return store.ReviewsUnder(t.Context(), sight, p.Organisation, due, page)
	})
	return own, under
}

// Both lists of reviews begin under each marking in sight: what is out of it, of the
// own organisation too, is not read, however much there is and however early it is due.
func TestReviewsReadNothingOutOfSight(t *testing.T) {
	store := alone(t)
	me := officer(t, newID(t, graph.NounOrganisation))
	colleague := newID(t, graph.NounOfficer)
	soon, later := noon.AddDate(0, 1, 0), noon.AddDate(0, 2, 0)
	own := dated(t, store, 20, later, ownedBy(me.Organisation, time.Time{}))
	under := dated(t, store, 20, time.Time{}, ownedBy(me.Organisation, later))
	hide := func(n int) {
		dated(t, store, n, soon, ownedBy(me.Organisation, time.Time{}, colleague))
		dated(t, store, n, time.Time{}, ownedBy(me.Organisation, soon, colleague))
		dated(t, store, n, soon, ownedBy(newID(t, graph.NounOrganisation), time.Time{}))
	}
	hide(1)
	few := hits(t, store, me)
	hide(200)
	for _, limit := range []int{1, 7, 100} {
		gotOwn, gotUnder := reviewed(t, store, me, limit)
		same(t, "reviews of their own", gotOwn, own)
		same(t, "reviews by marking", gotUnder, under)
	}
	if many := hits(t, store, me); many["reviews"] > few["reviews"] || many["reviews_under"] > few["reviews_under"] {
		t.Errorf("with 600 more out of sight a page reads %v, and before %v", many, few)
	}
}

// hits is how much a page of reviews reads in the database, by statement.
func hits(t *testing.T, store *neo4j.Store, me auth.Principal) map[string]int64 {
	t.Helper()
	session := neo4jtest.Start(t).Driver(t).NewSession(context.Background(), driver.SessionConfig{})
	defer func() { _ = session.Close(context.Background()) }()
	sight := sightOf(t, store, me, noon)
	var markings []int64
	var marks []map[string]any
	known, err := store.Markings(t.Context(), 0)
	fail(t, err)
	for _, id := range sight.Visible() {
		if m := known[id]; m.Owner == me.Organisation {
			markings = append(markings, id)
			if !m.Review.IsZero() {
				marks = append(marks, map[string]any{"marking": id, "review": m.Review, "after": ""})
			}
		}
	}
	out := map[string]int64{}
	for _, name := range []string{"reviews", "reviews_under"} {
		result, err := session.Run(t.Context(), "CYPHER replan=force PROFILE "+store.Statements()[name], neo4j.Sent(map[string]any{
			"sight": sight.Visible(), "markings": markings, "marks": marks, "owner": string(me.Organisation), "t": noon,
			"key": time.Time{}, "after": "", "due": noon.AddDate(1, 0, 0), "limit": 10,
		}))
		fail(t, err)
		rows, err := result.Collect(t.Context())
		fail(t, err)
		if len(rows) != 10 {
			t.Errorf("%s: a page of %d", name, len(rows))
		}
		summary, err := result.Consume(t.Context())
		fail(t, err)
		out[name] = hitsOf(summary.Profile())
	}
	return out
}

func hitsOf(plan driver.ProfiledPlan) int64 {
	all := plan.DbHits()
	for _, child := range plan.Children() {
		all += hitsOf(child)
	}
	return all
}

// A review goes with its element from one marking to another, whichever way that is
// changed, and a review date of a marking with what carries it.
func TestReviewsGoWithTheirElements(t *testing.T) {
	store := alone(t)
	me := officer(t, newID(t, graph.NounOrganisation))
	colleague := newID(t, graph.NounOfficer)
	later := noon.AddDate(0, 2, 0)
	plain, marked := ownedBy(me.Organisation, time.Time{}), ownedBy(me.Organisation, later)
	hidden, hiddenMarked := ownedBy(me.Organisation, time.Time{}, colleague), ownedBy(me.Organisation, later, colleague)
	own, under := dated(t, store, 1, later, plain)[0], dated(t, store, 1, time.Time{}, marked)[0]
	amend := func(id graph.ID, m graph.Marking) {
		r := person(t, "Dated Otherwise", m)
		r.ID = id
		write(t, store, policy.Whole(1000), graph.Write{At: noon.Add(time.Hour), Import: true, Records: []graph.Record{r}})
	}
	remark := func(id graph.ID, m graph.Marking) {
		write(t, store, policy.Whole(1000), graph.Write{At: noon.Add(time.Hour), Remark: []graph.Remarked{{ID: id, Marking: m}}})
	}
	for name, change := range map[string]func(graph.ID, graph.Marking){"amended": amend, "remarked": remark} {
		for _, step := range []struct {
			own, under         graph.Marking
			showsOwn, showsTwo bool
		}{
			{hidden, hiddenMarked, false, false}, {plain, marked, true, true}, {marked, plain, true, false}, {plain, marked, true, true},
		} {
			change(own, step.own)
			change(under, step.under)
			gotOwn, gotUnder := reviewed(t, store, me, 10)
			if slices.Contains(gotOwn, own) != step.showsOwn || slices.Contains(gotUnder, under) != step.showsTwo || slices.Contains(gotUnder, own) {
				t.Errorf("%s to %+v: %q and %q", name, step, gotOwn, gotUnder)
			}
		}
	}
	write(t, store, policy.Whole(1000), graph.Write{At: noon, Erase: []graph.ID{own, under}})
	if gotOwn, gotUnder := reviewed(t, store, me, 10); len(gotOwn)+len(gotUnder) > 0 {
		t.Errorf("erased, and still to be reviewed: %q, %q", gotOwn, gotUnder)
	}
}

// What was written before reviews were looked up under their markings is found by them
// once the migration has run.
func TestFormerReviewsAreFoundUnderTheirMarkings(t *testing.T) {
	store := alone(t)
	me := officer(t, newID(t, graph.NounOrganisation))
	later := noon.AddDate(0, 2, 0)
	own := dated(t, store, 3, later, ownedBy(me.Organisation, time.Time{}))
	under := dated(t, store, 3, time.Time{}, ownedBy(me.Organisation, later))
	session := neo4jtest.Start(t).Driver(t).NewSession(context.Background(), driver.SessionConfig{})
	defer func() { _ = session.Close(context.Background()) }()
	run := func(statement string) {
		t.Helper()
		result, err := session.Run(t.Context(), statement, nil)
		fail(t, err)
		_, err = result.Consume(t.Context())
		fail(t, err)
	}
	run("MATCH (t:Retention) REMOVE t.marking")
	run("MATCH (r:Record) REMOVE r.reviewUnder")
	run("MATCH ()-[l:LINK]->() REMOVE l.reviewUnder")
	if gotOwn, gotUnder := reviewed(t, store, me, 10); len(gotOwn)+len(gotUnder) > 0 {
		t.Fatalf("%q and %q are found without their markings", gotOwn, gotUnder)
	}
	migration, err := os.ReadFile("migrations/0016_under_markings.cypher")
	fail(t, err)
	for statement := range strings.SplitSeq(strings.TrimSuffix(strings.TrimSpace(string(migration)), ";"), ";") {
		run(statement)
	}
	gotOwn, gotUnder := reviewed(t, store, me, 10)
	same(t, "reviews of their own", gotOwn, own)
	same(t, "reviews by marking", gotUnder, under)
}
