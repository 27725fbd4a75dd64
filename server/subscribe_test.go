package server_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/coder/websocket"

	"entente/audit"
	"entente/auth/policy"
	"entente/graph"
	"entente/server"
)

// line is one subscription as its client reads it: every event's payload.
type line struct {
	tb     testing.TB
	events chan string
	close  func()
}

// next waits for an event.
func (l *line) next() string {
	l.tb.Helper()
	event, ok := <-l.events
	if !ok {
		l.tb.Fatal("the subscription has ended")
	}
	return event
}

// listen subscribes over server-sent events.
func (h *hub) listen(officer, query string, variables map[string]any) *line {
	h.tb.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	must(h.tb, err)
	ctx, cancel := context.WithCancel(context.Background())
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, h.url+"/graphql", bytes.NewReader(body))
	must(h.tb, err)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "text/event-stream")
	r.Header.Set("Officer", officer)
	answer, err := http.DefaultClient.Do(r) //nolint:bodyclose // closed by who reads the lines
	must(h.tb, err)
	l := &line{tb: h.tb, events: make(chan string, 1000), close: cancel}
	h.tb.Cleanup(cancel)
	go func() {
		defer close(l.events)
		defer func() { _ = answer.Body.Close() }()
		for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				l.events <- data
			}
		}
	}()
	return l
}

const watchChanges = `subscription($operation: ID, $since: Revision) { changes(operation: $operation, since: $since) {
	kind id record { label } link { kind from { label } } involvement { role } } }`

// told is an event without its token, which differs each time.
func told(kind, id, rest string) string {
	return fmt.Sprintf(`{"data":{"changes":{"kind":%q,"id":%q,%s}}}`, kind, id, rest)
}

func record(label string) string {
	return fmt.Sprintf(`"record":{"label":%q},"link":null,"involvement":null`, label)
}

const nothing = `"record":null,"link":null,"involvement":null`

const begunEvent = `{"data":{"changes":{"kind":"BEGUN","id":null,` + nothing + `}}}`

func (w *team) amend(officer string, of written, name string, marking map[string]any) written {
	w.tb.Helper()
	input := map[string]any{
		"idempotencyKey": rand.Text(), "id": of.Record.ID, "version": of.Record.Version, "source": "INT-3",
		"details": map[string]any{"person": map[string]any{"name": name}},
	}
	if marking != nil {
		input["marking"] = marking
	}
	var got struct{ AmendRecord written }
	w.get(officer, `mutation($input: AmendRecordInput!) { amendRecord(input: $input) { revision record { id version } } }`, map[string]any{"input": input}, &got)
	return got.AmendRecord
}

func (w *team) private() map[string]any {
	return map[string]any{"audience": map[string]any{"scope": "PRIVATE"}}
}

// Bogdan is told what appears, changes and goes in his sight, in the order in
// which it happens, and nothing of what does not.
func TestASubscriberIsToldWhatHappensInSight(t *testing.T) {
	w := newTeam(t)
	bogdan := w.listen("bogdan", watchChanges, map[string]any{"operation": w.operation})
	if got := bogdan.next(); got != begunEvent {
		t.Fatalf("first: %s", got)
	}
	hidden := w.person("ana", "Hidden Example", nil)
	open := w.person("ana", "Open Example", w.shared())
	other := w.person("ana", "Other Example", w.shared())
	tie := w.link("ana", "ASSOCIATE", open.Record.ID, other.Record.ID, w.shared())
	half := w.link("ana", "ASSOCIATE", open.Record.ID, hidden.Record.ID, w.shared())
	is := func(want string) {
		t.Helper()
		if got := bogdan.next(); got != want {
			t.Fatalf("told %s\n not %s", got, want)
		}
	}
	// What has gone by the time it is told is not told to have come: each is waited for.
	is(told("APPEARED", open.Record.ID, record("Open Example")))
	is(told("APPEARED", other.Record.ID, record("Other Example")))
	is(told("APPEARED", tie.Link.ID, `"record":null,"link":{"kind":"ASSOCIATE","from":{"label":"Open Example"}},"involvement":null`))
	open = w.amend("ana", open, "Opened Example", nil)
	is(told("CHANGED", open.Record.ID, record("Opened Example")))
	retire := `mutation($input: RetireInput!) { retireLink(input: $input) { id } }`
	for _, l := range []written{half, tie} {
		w.ask("ana", retire, map[string]any{"input": map[string]any{"idempotencyKey": rand.Text(), "id": l.Link.ID, "version": l.Link.Version}})
	}
	w.amend("ana", open, "Closed Example", w.private())
	is(told("GONE", tie.Link.ID, nothing))
	is(told("GONE", open.Record.ID, nothing))
	logged := w.person("ana", "Last Example", w.shared())
	if got := bogdan.next(); got != told("APPEARED", logged.Record.ID, record("Last Example")) {
		t.Errorf("after all that: %s", got)
	}
}

// Who is out of the team is told nothing at all, byte for byte, whatever goes on
// in it: Carla's line is the same as on a hub where nothing happened.
func TestASubscriberWithoutSightIsToldNothing(t *testing.T) {
	w := newTeam(t)
	carla := w.listen("carla", watchChanges, nil)
	if got := carla.next(); got != begunEvent {
		t.Fatalf("first: %s", got)
	}
	if code := w.listen("carla", watchChanges, map[string]any{"operation": w.operation}).next(); !strings.Contains(code, `"NOT_FOUND"`) {
		t.Errorf("Carla is not in the team: %s", code)
	}
	for n := range 20 {
		made := w.person("ana", fmt.Sprintf("Busy Example %d", n), w.shared())
		w.amend("ana", made, "Busier Example", w.private())
	}
	hers := w.person("bogdan", "Own Example", nil)
	if got := carla.next(); got != told("APPEARED", hers.Record.ID, record("Own Example")) {
		t.Errorf("the first thing Carla is told is %s", got)
	}
	carla.close()
	for event := range carla.events {
		t.Errorf("and then %s", event)
	}
}

const watchTokens = `subscription($since: Revision) { changes(since: $since) { kind id revision } }`

type tokened struct {
	Data struct {
		Changes struct{ Kind, ID, Revision string }
	}
}

// A client that was away catches up from its token; one of another hub is
// refused, and one of long ago is told to read anew.
func TestAClientThatWasAwayCatchesUp(t *testing.T) {
	w := newTeam(t)
	first := w.listen("bogdan", watchTokens, nil)
	var begun, caught tokened
	must(t, json.Unmarshal([]byte(first.next()), &begun))
	first.close()
	hidden := w.person("ana", "Hidden Example", nil)
	missed := w.person("ana", "Missed Example", w.shared())
	since := map[string]any{"since": begun.Data.Changes.Revision}
	again := w.listen("bogdan", watchTokens, since)
	again.next() // BEGUN
	must(t, json.Unmarshal([]byte(again.next()), &caught))
	if got := caught.Data.Changes; got.Kind != "APPEARED" || got.ID != missed.Record.ID || len(got.Revision) != len(missed.Revision) {
		t.Errorf("caught up with %+v, missed %s, hidden %s", got, missed.Record.ID, hidden.Record.ID)
	}
	if got := w.listen("bogdan", watchTokens, map[string]any{"since": "nonsense"}).next(); !strings.Contains(got, `"BAD_USER_INPUT"`) {
		t.Errorf("a token of nobody's: %s", got)
	}
	w.later.Add(24*60*60 + 1)
	expires := w.known["bogdan"]
	expires.Expires = w.now().AddDate(0, 0, 1)
	w.known["late"] = expires
	if got := w.listen("late", watchTokens, since).next(); !strings.Contains(got, `"LIMIT_EXCEEDED"`) {
		t.Errorf("a token of long ago: %s", got)
	}
}

// Removal from the team closes the subscriptions of its operation, and the end
// of a credential closes all.
func TestASubscriptionEndsWithTheRightToIt(t *testing.T) {
	w := newAgreed(t)
	o := w.lapwing().Operation
	bogdan := w.listen("bogdan", watchChanges, map[string]any{"operation": o.ID})
	everywhere := w.listen("bogdan", watchChanges, nil)
	ana := w.listen("ana", watchChanges, map[string]any{"operation": o.ID})
	for _, l := range []*line{bogdan, everywhere, ana} {
		if got := l.next(); got != begunEvent {
			t.Fatalf("first: %s", got)
		}
	}
	w.later.Add(60)
	w.operate("adminRO", "removeMember", "RemoveMemberInput", map[string]any{"id": o.ID, "officer": w.known["bogdan"].Officer})
	w.person("ana", "After Example", w.sharedWith(o.ID))
	if got := bogdan.next(); !strings.Contains(got, `"NOT_FOUND"`) {
		t.Errorf("Bogdan was removed and is told %s", got)
	}
	if got := everywhere.next(); !strings.Contains(got, `"LIMIT_EXCEEDED"`) {
		t.Errorf("Bogdan's teams have changed and he is told %s", got)
	}
	for _, l := range []*line{bogdan, everywhere} {
		if event, open := <-l.events; open {
			t.Errorf("and then %s", event)
		}
	}
	if got := ana.next(); !strings.Contains(got, "After Example") {
		t.Errorf("Ana is told %s", got)
	}
	w.later.Add(2 * 60 * 60) // credentials hold for an hour
	if got := ana.next(); !strings.Contains(got, `"UNAUTHENTICATED"`) {
		t.Errorf("Ana's credential has ended and she is told %s", got)
	}
}

// A notice reaches its reader's list and line, and nobody else's.
func TestNoticesReachTheirReaders(t *testing.T) {
	w := newTeam(t)
	const watch = `subscription { notices { notice { kind detail from { name } } } }`
	carla, ana := w.listen("carla", watch, nil), w.listen("ana", watch, nil)
	for _, l := range []*line{carla, ana} {
		if got := l.next(); got != `{"data":{"notices":{"notice":null}}}` {
			t.Fatalf("first: %s", got)
		}
	}
	for n, reader := range []graph.ID{w.ro, w.uk} {
		body, err := json.Marshal(graph.Notice{Kind: graph.NoticeTeam, From: w.uk, Operation: w.operation, Detail: fmt.Sprint("N", n)})
		must(t, err)
		_, err = w.store.Write(context.Background(), policy.Sight{}, graph.Write{CaseObjects: []graph.CaseObject{{
			ID: id(t, graph.NounCaseObject), Hub: "hub.test.example", Kind: graph.CaseNotice, State: "TEAM",
			Marking: graph.OwnOrganisationOnly(reader), Body: body,
		}}})
		must(t, err)
	}
	if got := carla.next(); got != `{"data":{"notices":{"notice":{"kind":"TEAM","detail":"N0","from":{"name":"UK Test Police"}}}}}` {
		t.Errorf("Carla is told %s", got)
	}
	if got := ana.next(); !strings.Contains(got, `"N1"`) {
		t.Errorf("Ana is told %s", got)
	}
	const list = `query($kinds: [NoticeKind!]) { notices(kinds: $kinds, first: 5) { totalCount nodes { kind detail operation { name } } } }`
	for officer, want := range map[string]string{
		"bogdan": `{"data":{"notices":{"totalCount":1,"nodes":[{"kind":"TEAM","detail":"N0","operation":{"name":"Operation Test"}}]}}}`,
		"ana":    `{"data":{"notices":{"totalCount":1,"nodes":[{"kind":"TEAM","detail":"N1","operation":{"name":"Operation Test"}}]}}}`,
		"admin":  `{"data":{"notices":{"totalCount":0,"nodes":[]}}}`,
	} {
		if got := string(w.ask(officer, list, map[string]any{"kinds": []string{"TEAM"}})); got != want {
			t.Errorf("%s reads %s", officer, got)
		}
	}
	if got := string(w.ask("ana", list, map[string]any{"kinds": []string{"HIT"}})); got != `{"data":{"notices":{"totalCount":0,"nodes":[]}}}` {
		t.Errorf("of another kind: %s", got)
	}
}

// socket is a line over graphql-transport-ws.
type socket struct {
	tb   testing.TB
	conn *websocket.Conn
}

func (s *socket) say(message string) {
	s.tb.Helper()
	must(s.tb, s.conn.Write(s.tb.Context(), websocket.MessageText, []byte(message)))
}

// hear is the next message but pings, or the error with which the line ended.
func (s *socket) hear() string {
	s.tb.Helper()
	for {
		_, message, err := s.conn.Read(s.tb.Context())
		if err != nil {
			return err.Error()
		}
		if !bytes.Contains(message, []byte(`"type":"ping"`)) && !bytes.Contains(message, []byte(`"type":"pong"`)) {
			return string(message)
		}
	}
}

// dial opens a websocket that says nothing yet.
func (h *hub) dial(headers http.Header) (*socket, error) {
	h.tb.Helper()
	conn, answer, err := websocket.Dial(h.tb.Context(), h.url+"/graphql", &websocket.DialOptions{
		Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: headers,
	})
	if answer != nil && answer.Body != nil {
		_ = answer.Body.Close()
	}
	if err == nil {
		h.tb.Cleanup(func() { _ = conn.CloseNow() })
	}
	return &socket{h.tb, conn}, err
}

// dialled is a websocket on which an officer was let in, by what connection_init
// says beside it.
func (h *hub) dialled(officer string, payload map[string]any) *socket {
	h.tb.Helper()
	s, err := h.dial(http.Header{"Officer": {officer}})
	must(h.tb, err)
	s.say(asJSON(h.tb, map[string]any{"type": "connection_init", "payload": payload}))
	if got := s.hear(); !strings.Contains(got, "connection_ack") {
		h.tb.Fatalf("not acknowledged: %s", got)
	}
	return s
}

// A websocket that a page of another site asks for is one event of the hub's own log, and
// nothing beside it: what reads the log reads no other lines.
func TestARefusedWebsocketIsOneEvent(t *testing.T) {
	w := newTeam(t)
	events, lines := &said{}, &said{}
	log.SetOutput(lines)
	t.Cleanup(func() { log.SetOutput(os.Stderr) })
	w.url = strings.TrimSuffix(w.door(w.known, func(o *server.Options) { o.Log = slog.New(slog.NewTextHandler(events, nil)) }), "/graphql")
	for _, origin := range []string{"https://elsewhere.example", "null", "://"} {
		events.Reset()
		_, err := w.dial(http.Header{"Officer": {"bogdan"}, "Origin": {origin}})
		if err == nil || !strings.Contains(err.Error(), "403") {
			t.Errorf("%s: %v", origin, err)
		}
		if got := events.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, `msg="a page of another site asked for a websocket" request=`) || strings.Contains(got, "elsewhere") {
			t.Errorf("%s: logged %q", origin, got)
		}
	}
	if got := lines.String(); got != "" {
		t.Errorf("beside the log: %s", got)
	}
}

// said is what was written, by whichever goroutine.
type said struct {
	mu sync.Mutex
	bytes.Buffer
}

// Write implements io.Writer.
func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Buffer.Write(p)
}

// The same over graphql-transport-ws; a page of another site opens none, nor
// does somebody unknown, and nothing but subscriptions is answered there.
func TestAWebsocketIsAsGood(t *testing.T) {
	w := newTeam(t)
	if _, err := w.dial(http.Header{"Officer": {"bogdan"}, "Origin": {"https://elsewhere.example"}}); err == nil {
		t.Error("a page of another site has opened a websocket")
	}
	stranger, err := w.dial(http.Header{"Officer": {"nobody"}, "Origin": {w.url}})
	must(t, err)
	stranger.say(`{"type":"connection_init"}`)
	if got := stranger.hear(); strings.Contains(got, "connection_ack") {
		t.Errorf("nobody is let in: %s", got)
	}
	s := w.dialled("bogdan", nil)
	s.say(`{"id":"1","type":"subscribe","payload":` + asJSON(t, map[string]any{"query": watchChanges}) + `}`)
	if got := s.hear(); !strings.Contains(got, `"BEGUN"`) {
		t.Fatalf("first: %s", got)
	}
	s.say(`{"id":"2","type":"subscribe","payload":{"query":"{ me { purpose } }"}}`)
	if got := s.hear(); !strings.Contains(got, `"BAD_USER_INPUT"`) {
		t.Errorf("a query on a line for events: %s", got)
	}
	s.hear() // the end of it
	w.person("ana", "Socket Example", w.shared())
	if got := s.hear(); !strings.Contains(got, "Socket Example") {
		t.Errorf("told %s", got)
	}
}

// What is told is in the log before it is sent, and an officer cannot open lines
// without end.
func TestSubscriptionsAreLoggedAndBounded(t *testing.T) {
	w := newTeam(t)
	bogdan := w.listen("bogdan", watchChanges, nil)
	bogdan.next()
	made := w.person("ana", "Logged Example", w.shared())
	bogdan.next()
	if !w.logged(audit.Subscribe, w.known["bogdan"].Officer, graph.ID(made.Record.ID)) {
		t.Error("what was told is not in the log")
	}
	for range 15 {
		w.listen("bogdan", watchChanges, nil).next()
	}
	if got := w.listen("bogdan", watchChanges, nil).next(); !strings.Contains(got, `"LIMIT_EXCEEDED"`) {
		t.Errorf("one line too many: %s", got)
	}
	for query, code := range map[string]string{`subscription { changes { kind } }`: "BAD_USER_INPUT"} {
		if got, _ := w.fault("bogdan", query, nil); got != code {
			t.Errorf("%s asked like a query: %s", query, got)
		}
	}
	if got := w.listen("idle", watchChanges, nil).next(); !strings.Contains(got, `"PURPOSE_REQUIRED"`) {
		t.Errorf("without a purpose: %s", got)
	}
}

// logged says whether the log has an act of an officer on an element.
func (h *hub) logged(action audit.Action, officer, element graph.ID) bool {
	h.tb.Helper()
	ctx := context.Background()
	q := audit.NewQuery(filepath.Dir(h.auditDir))
	must(h.tb, q.Follow(ctx))
	places, err := q.WhatDid(ctx, officer)
	must(h.tb, err)
	for _, place := range places {
		entry, err := q.Entry(place)
		must(h.tb, err)
		if entry.Action == action && slices.Contains(entry.Elements, element) {
			return true
		}
	}
	return false
}
