package neo4j_test

import (
	"context"
	"slices"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/identifier"
	"entente/graph/neo4j"
	"entente/graph/neo4j/neo4jtest"
)

// A search for a number begins under the markings in sight: records that have it out of
// sight are not met, however many there are; and it goes with a record to another marking.
func TestASearchForANumberMeetsNothingHidden(t *testing.T) {
	store := alone(t)
	me, other := officer(t, newID(t, graph.NounOrganisation)), newID(t, graph.NounOrganisation)
	own, theirs := ownedBy(me.Organisation, time.Time{}), ownedBy(other, time.Time{})
	private := ownedBy(me.Organisation, time.Time{}, newID(t, graph.NounOfficer))
	asked := graph.Identifier{Scheme: graph.PhoneNumber, Value: "+40700900123"}
	phones := func(n int, m graph.Marking) (ids []graph.ID) {
		w := graph.Write{At: noon, Import: true}
		for range n {
			r := graph.Record{Contribution: contributed(t, graph.NounRecord, m), Details: &graph.Phone{Number: asked.Value}}
			w.Records, ids = append(w.Records, r), append(ids, r.ID)
		}
		write(t, store, policy.Sight{}, w)
		slices.Sort(ids)
		return ids
	}
	want := phones(5, own)
	normal, err := identifier.Normal(asked)
	fail(t, err)
	look := func(want []graph.ID) int64 {
		t.Helper()
		sight := sightOf(t, store, me, noon)
		found, err := store.Search(t.Context(), sight, graph.Search{Identifier: &asked, Limit: 100})
		fail(t, err)
		var ids []graph.ID
		for _, r := range found {
			ids = append(ids, r.ID)
		}
		same(t, "found", ids, want)
		session := neo4jtest.Start(t).Driver(t).NewSession(context.Background(), driver.SessionConfig{})
		defer func() { _ = session.Close(context.Background()) }()
		token := string(asked.Scheme) + ":" + normal
		result, err := session.Run(t.Context(), "PROFILE "+store.Statements()["search_identifier"], neo4j.Sent(map[string]any{
			"queries": store.IdentifierQueries(token, sight), "token": token, "sight": sight.Visible(), "kinds": []string{string(graph.KindPhone)}, "limit": 100,
		}))
		fail(t, err)
		_, err = result.Collect(t.Context())
		fail(t, err)
		summary, err := result.Consume(t.Context())
		fail(t, err)
		return hitsOf(summary.Profile())
	}
	alone := look(want)
	phones(50, theirs)
	phones(50, private)
	if beside := look(want); beside != alone {
		t.Errorf("with 100 more out of sight it reads %d, and before %d", beside, alone)
	}
	write(t, store, policy.Whole(10), graph.Write{At: noon.Add(time.Hour), Remark: []graph.Remarked{{ID: want[0], Marking: private}}})
	look(want[1:])
	write(t, store, policy.Whole(10), graph.Write{At: noon.Add(2 * time.Hour), Remark: []graph.Remarked{{ID: want[0], Marking: own}}})
	look(want)
}
