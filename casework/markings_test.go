package casework

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"testing"

	"entente/auth"
	"entente/graph"
)

func markingsOf(n byte) []graph.Marking {
	var out []graph.Marking
	for i := range n {
		out = append(out, graph.OwnOrganisationOnly(anID(graph.NounOrganisation, i)))
	}
	return out
}

// Markings are only ever added: each is read once, and an earlier enquiry's
// table is not touched by a later one's.
func TestMarkingsAreReadOnceAndOnlyAdded(t *testing.T) {
	ctx, store := context.Background(), &shelf{interned: markingsOf(3)}
	m := &markings{store: store}
	first, err := m.upTo(ctx, 3)
	if err != nil || !reflect.DeepEqual(first, markingsOf(3)) {
		t.Fatalf("%v, %v", first, err)
	}
	if again, err := m.upTo(ctx, 2); err != nil || !reflect.DeepEqual(again, markingsOf(2)) {
		t.Errorf("%v, %v", again, err)
	}
	store.interned = markingsOf(7)
	grown, err := m.upTo(ctx, 5)
	if err != nil || !reflect.DeepEqual(grown, markingsOf(5)) {
		t.Errorf("%v, %v", grown, err)
	}
	if all, err := m.upTo(ctx, 7); err != nil || !reflect.DeepEqual(all, markingsOf(7)) {
		t.Errorf("%v, %v", all, err)
	}
	if !slices.Equal(store.asked, []graph.MarkingID{0, 3}) {
		t.Errorf("the store was asked from %v", store.asked)
	}
	_ = append(first, graph.Marking{})
	if after, err := m.upTo(ctx, 4); err != nil || !reflect.DeepEqual(after, markingsOf(4)) {
		t.Errorf("appending to one table changed another: %v, %v", after, err)
	}
}

// A table with gaps would show elements under wrong markings: it is refused.
func TestTooFewMarkingsOpenNoEnquiry(t *testing.T) {
	store := &shelf{interned: markingsOf(2), counted: 3}
	if e, err := desk(t, store, &diary{}).Begin(context.Background(), ana(), Request{}); err == nil {
		t.Errorf("begun with a sight of %v", e.sight.Visible())
	}
	broken := errors.New("the store is gone")
	store = &shelf{interned: markingsOf(2), fault: broken}
	if _, err := (&markings{store: store}).upTo(context.Background(), 2); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
	if _, err := desk(t, store, &diary{}).Begin(context.Background(), ana(), Request{}); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
}

func TestAnEnquirySeesByTheMarkingsOfItsBeginning(t *testing.T) {
	e := begun(t, desk(t, &shelf{interned: markingsOf(4)}, &diary{}), ana())
	if got := e.sight.Visible(); !slices.Equal(got, []int64{1}) {
		t.Errorf("in sight are the markings %v", got)
	}
	_, err := desk(t, &shelf{}, &diary{}).Begin(context.Background(), auth.Principal{}, Request{})
	if graph.CodeOf(err) != graph.Unauthenticated {
		t.Errorf("nobody: %v", err)
	}
}

func TestOnlyARevisionOfThisHubIsWaitedFor(t *testing.T) {
	c := desk(t, &shelf{}, &diary{})
	for name, token := range map[string]string{
		"a number": "1", "a cursor": cursorOf(t, c.seal, graph.Position{}, "list"), "of another hub": revisionOf(t, sealed(t, 9), 0),
	} {
		if _, err := c.Begin(context.Background(), ana(), Request{AtLeast: token}); fault(err) != "BAD_USER_INPUT Entente-At-Least" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := c.Begin(context.Background(), ana(), Request{AtLeast: revisionOf(t, c.seal, 0)}); err != nil {
		t.Errorf("a revision that is there: %v", err)
	}
}

// fault gives code and field of an error.
func fault(err error) string {
	var e *graph.Error
	if !errors.As(err, &e) {
		return "not a graph.Error"
	}
	return string(e.Code) + " " + e.Field
}
