package casework

import (
	"context"
	"testing"

	"entente/graph"
)

// An answer that was begun before a right was taken away is refused, whatever
// it holds.
func TestNoAnswerFromBeforeARightWasTakenAway(t *testing.T) {
	store := &shelf{found: []graph.Record{{Contribution: graph.Contribution{ID: anID(graph.NounRecord, 9)}}}}
	e := begun(t, desk(t, store, &diary{}), ana())
	if _, err := e.Search(context.Background(), SearchInput{Text: "heron", First: 5}); err != nil {
		t.Fatal(err)
	}
	store.narrowed = 7
	if err := e.Disclose(context.Background()); graph.CodeOf(err) != graph.Conflict {
		t.Errorf("disclosed what may since have been taken back: %v", err)
	}
	again := begun(t, desk(t, store, &diary{}), ana())
	if err := again.Disclose(context.Background()); err != nil {
		t.Errorf("nothing was read, and nothing is left to refuse: %v", err)
	}
}

func TestAnEngineThatIsBehindARevocationDoesNotAnswer(t *testing.T) {
	c := desk(t, &shelf{standing: graph.Standing{Narrowed: 3}}, &diary{})
	ctx, cancel := context.WithCancel(context.Background())
	cancel() // it would wait some seconds for the engine to follow
	if _, err := c.Begin(ctx, ana(), Request{}); graph.CodeOf(err) != graph.Conflict {
		t.Errorf("an enquiry begins over an engine that is behind: %v", err)
	}
	if err := c.engine.Apply(3, nil, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Begin(context.Background(), ana(), Request{}); err != nil {
		t.Errorf("the engine has followed: %v", err)
	}
}
