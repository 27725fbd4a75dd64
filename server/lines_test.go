package server_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"entente/auth/policy"
	"entente/casework"
	"entente/graph"
	"entente/server"
)

// slowStore reads changes for as long as a test wants, whatever the reader's
// context says.
type slowStore struct {
	casework.Store
	slow *slow
}

type slow struct {
	mu      sync.Mutex
	hold    chan struct{} // nil holds nobody up
	reading chan struct{} // has one for each reader that is held up
}

func (s slowStore) Narrowed(ctx context.Context) (graph.Revision, error) {
	s.slow.mu.Lock()
	hold := s.slow.hold
	s.slow.mu.Unlock()
	if hold != nil {
		s.slow.reading <- struct{}{}
		<-hold
	}
	return s.Store.Narrowed(ctx)
}

// Whoever closes the store waits for what a subscription is still reading; a
// line that the hub has ended is told nothing more, and no other begins.
func TestTheServerWaitsForItsSubscriptions(t *testing.T) {
	held := &slow{reading: make(chan struct{}, 100)}
	w := teamOver(t, func(s casework.Store) casework.Store { return slowStore{s, held} })
	events := w.listen("bogdan", watchChanges, nil)
	socket := w.dialled("carla", nil)
	socket.say(`{"id":"1","type":"subscribe","payload":` + asJSON(t, map[string]any{"query": watchChanges}) + `}`)
	if got := socket.hear(); events.next() != begunEvent || !strings.Contains(got, `"BEGUN"`) {
		t.Fatalf("first: %s", got)
	}
	held.mu.Lock()
	held.hold = make(chan struct{})
	held.mu.Unlock()
	everyone := graph.OwnOrganisationOnly(w.uk)
	everyone.Audience.Scope = graph.Everyone
	w.contribute(graph.Record{
		Contribution: graph.Contribution{ID: id(t, graph.NounRecord), Hub: "hub.test.example", Source: "INT-1", Marking: everyone},
		Details:      &graph.Person{Name: "Late Example"},
	})
	<-held.reading
	<-held.reading // both lines are about to tell of it
	w.server.EndSubscriptions()
	now, cancel := context.WithCancel(t.Context())
	cancel()
	if err := w.server.WaitForSubscriptions(now); err == nil {
		t.Error("two reads are under way, and it does not wait for them")
	}
	close(held.hold)
	must(t, w.server.WaitForSubscriptions(t.Context()))
	for event := range events.events {
		if strings.Contains(event, "Late Example") {
			t.Errorf("told after the end: %s", event)
		}
	}
	again := knock(t, http.MethodPost, w.url+"/graphql", asJSON(t, map[string]any{"query": watchChanges}),
		map[string]string{"Officer": "bogdan", "Accept": "text/event-stream"})
	if again.status != http.StatusServiceUnavailable {
		t.Errorf("a line has begun after the end: %d %s", again.status, again.body)
	}
}

// What is told counts as the officer's work, like what is asked: over either
// line, whoever has had much is let ask no more for a while.
func TestWhatIsToldIsAnOfficersWork(t *testing.T) {
	w := newTeam(t)
	door := w.door(w.known, func(o *server.Options) { o.Work = server.Work{Burst: 200, PerSecond: 1} })
	const small = `{"query":"{ me { purpose } }"}`
	const heavy = `subscription { changes { record { entity { records { id label involvements { role } links { totalCount } } } } } }`
	ask := func(officer string) int {
		return knock(t, http.MethodPost, door, small, map[string]string{"Officer": officer}).status
	}
	inner := w.url
	w.url = strings.TrimSuffix(door, "/graphql")
	events := w.listen("bogdan", heavy, nil)
	socket := w.dialled("carla", nil)
	socket.say(`{"id":"1","type":"subscribe","payload":` + asJSON(t, map[string]any{"query": heavy}) + `}`)
	events.next()
	socket.hear()
	w.url = inner
	for _, officer := range []string{"bogdan", "carla"} {
		if got := ask(officer); got != http.StatusOK {
			t.Fatalf("%s asks, and is answered %d", officer, got)
		}
	}
	for n := range 12 {
		w.person("ana", fmt.Sprintf("Told Example %d", n), map[string]any{"audience": map[string]any{"scope": "EVERYONE"}})
	}
	told := func(next func() string) (n int) {
		for n < 4 && strings.Contains(next(), "Told Example") {
			n++
		}
		return n
	}
	if n, m := told(events.next), told(socket.hear); n != 4 || m != 4 {
		t.Fatalf("told %d and %d times", n, m)
	}
	for _, officer := range []string{"bogdan", "carla"} {
		got := ask(officer)
		for range 10 { // an event is charged once it has left; ten such questions cost far less than the burst
			if got == http.StatusTooManyRequests {
				break
			}
			time.Sleep(100 * time.Millisecond)
			got = ask(officer)
		}
		if got != http.StatusTooManyRequests {
			t.Errorf("%s was told much, asks, and is answered %d", officer, got)
		}
	}
	if got := ask("ana"); got != http.StatusOK {
		t.Errorf("a colleague: %d", got)
	}
	w.url = strings.TrimSuffix(door, "/graphql")
	var refused struct {
		Errors []struct{ Extensions struct{ Code string } }
	}
	must(t, json.Unmarshal([]byte(w.listen("bogdan", heavy, nil).next()), &refused))
	if len(refused.Errors) == 0 || refused.Errors[0].Extensions.Code != "RATE_LIMITED" {
		t.Errorf("another line begins: %+v", refused)
	}
}

// contribute writes a record past the hub's own processes.
func (w *team) contribute(r graph.Record) {
	w.tb.Helper()
	_, err := w.store.Write(w.tb.Context(), policy.Sight{}, graph.Write{Records: []graph.Record{r}})
	must(w.tb, err)
}
