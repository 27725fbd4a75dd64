package casework

import (
	"context"
	"testing"
	"time"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine"
)

// timetable is a store in which one person travels on one journey, that is
// changed again and again.
type timetable struct {
	shelf
	revision graph.Revision
	links    []graph.ID // written with the last change
	arrives  time.Time
}

func (s *timetable) Changes(_ context.Context, after graph.Revision, _ int) ([]graph.Change, error) {
	if after == s.revision {
		return nil, nil
	}
	return []graph.Change{{Revision: s.revision, Records: []graph.ID{anID(graph.NounRecord, 1), anID(graph.NounRecord, 2)}, Links: s.links}}, nil
}

func (s *timetable) EngineNodes(_ context.Context, ids []graph.ID, each func(engine.Node) error) error {
	for i, kind := range []graph.RecordKind{graph.KindPerson, graph.KindJourney} {
		if err := each(engine.Node{ID: ids[i], Kind: kind}); err != nil {
			return err
		}
	}
	return nil
}

func (s *timetable) EngineLinks(_ context.Context, _ []graph.ID, each func(engine.Edge) error) error {
	return s.EngineTravel(context.Background(), []graph.ID{anID(graph.NounRecord, 2)}, each)
}

func (s *timetable) EngineTravel(_ context.Context, journeys []graph.ID, each func(engine.Edge) error) error {
	if len(journeys) != 1 || journeys[0] != anID(graph.NounRecord, 2) {
		return graph.Missing()
	}
	return each(engine.Edge{
		ID: anID(graph.NounLink, 1), Kind: graph.TravelledOn, From: anID(graph.NounRecord, 1), To: journeys[0],
		At: theDay().UnixMilli(), Ended: s.arrives.UnixMilli(),
	})
}

func TestAChangedJourneyChangesTheTimesOfItsTravellers(t *testing.T) {
	store := &timetable{revision: 1, links: []graph.ID{anID(graph.NounLink, 1)}, arrives: theDay().Add(time.Hour)}
	c := desk(t, &store.shelf, &diary{})
	c.store = store
	sight := policy.See(ana(), nil, []graph.Marking{graph.OwnOrganisationOnly(ana().Organisation)}, theDay())
	for range 2 {
		if _, err := c.catchUp(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := c.engine.WaitFor(t.Context(), store.revision); err != nil {
			t.Fatal(err)
		}
		got, err := c.engine.View().EarliestArrival(t.Context(), sight, anID(graph.NounRecord, 2), engine.ArrivalOptions{
			TimedLinks: engine.TimedLinks{Links: graph.LinkFilter{Kinds: []graph.LinkKind{graph.TravelledOn}}},
		})
		if err != nil || len(got.First) != 1 || !got.First[0].At.Equal(store.arrives) {
			t.Errorf("off the journey that arrives at %s: %v, %v", store.arrives, got, err)
		}
		store.revision, store.links, store.arrives = 2, nil, store.arrives.Add(time.Hour)
	}
}
