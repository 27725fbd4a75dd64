package server_test

import (
	"log"
	"log/slog"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"entente/server"
)

// A request for a websocket that is none is one event of the hub's own log, with
// nothing of what was sent, and no line is written beside it.
func TestAMalformedWebsocketIsOneEvent(t *testing.T) {
	w := newTeam(t)
	events, lines := &said{}, &said{}
	log.SetOutput(lines)
	t.Cleanup(func() { log.SetOutput(os.Stderr) })
	door := w.door(w.known, func(o *server.Options) { o.Log = slog.New(slog.NewTextHandler(events, nil)) })
	fine := map[string]string{
		"Officer": "bogdan", "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
		"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Protocol": "graphql-transport-ws",
	}
	for name, change := range map[string][2]string{
		"no connection":  {"Connection", "Secret"},
		"version":        {"Sec-WebSocket-Version", "Maria Secret"},
		"key":            {"Sec-WebSocket-Key", "Maria Secret"},
		"method of mail": {"", http.MethodPut},
	} {
		events.Reset()
		headers, method := map[string]string{}, http.MethodGet
		for header, value := range fine {
			headers[header] = value
		}
		if change[0] == "" {
			method = change[1]
		} else {
			headers[change[0]] = change[1]
		}
		got := knock(t, method, door, "", headers)
		if got.status < 400 || got.status >= 500 {
			t.Errorf("%s: %d %s", name, got.status, got.body)
		}
		if got := events.String(); strings.Count(got, "\n") != 1 || strings.Contains(got, "Secret") || !strings.Contains(got, "request=") {
			t.Errorf("%s: logged %q", name, got)
		}
	}
	events.Reset()
	for _, upgrade := range []string{"h2c", "websocket, Secret", "Secret"} { // whom we do not know, we need not follow
		got := knock(t, http.MethodPost, door, `{"query":"{ me { purpose } }"}`, map[string]string{"Officer": "bogdan", "Upgrade": upgrade, "Connection": "Upgrade"})
		if got.body != `{"data":{"me":{"purpose":"testing"}}}` {
			t.Errorf("an upgrade to %s: %d %s", upgrade, got.status, got.body)
		}
	}
	if got := lines.String() + events.String(); got != "" {
		t.Errorf("beside the events: %s", got)
	}
}

// ends waits for the end of a line and gives the reason.
func (s *socket) ends() error {
	s.tb.Helper()
	ended := make(chan error, 1)
	go func() {
		for {
			if _, _, err := s.conn.Read(s.tb.Context()); err != nil {
				ended <- err
				return
			}
		}
	}()
	select {
	case err := <-ended:
		return err
	case <-time.After(8 * time.Second): // less than the time to say something
		s.tb.Fatal("the line is still open")
		return nil
	}
}

// A line of whoever has not signed in ends with the first thing that is no
// sign-in, and takes no more than one; another protocol than ours is not spoken.
func TestAWebsocketOfAStrangerIsSmallAndEnds(t *testing.T) {
	w := newTeam(t)
	for name, message := range map[string]string{
		"a payload that is a text": `{"type":"connection_init","payload":"x"}`,
		"a payload that is a list": `{"type":"connection_init","payload":[1]}`,
		"no JSON":                  `{{{`,
		"a subscription":           `{"id":"1","type":"subscribe","payload":{"query":"subscription { changes { kind } }"}}`,
		"much":                     `{"type":"connection_init","payload":{"a":"` + strings.Repeat("x", 200_000) + `"}}`,
	} {
		s, err := w.dial(http.Header{"Officer": {"bogdan"}})
		must(t, err)
		s.say(message)
		err = s.ends()
		if name == "much" && websocket.CloseStatus(err) != websocket.StatusMessageTooBig {
			t.Errorf("%s: %v", name, err)
		}
	}
	s := w.dialled("bogdan", nil)
	s.say(`{"id":"1","type":"subscribe","payload":{"query":"subscription { changes { kind } }","variables":{"a":"` + strings.Repeat("x", 200_000) + `"}}}`)
	if got := s.hear(); !strings.Contains(got, `"BEGUN"`) {
		t.Errorf("an officer's long question: %s", got)
	}
	for _, protocols := range [][]string{nil, {"graphql-ws"}} {
		conn, _, err := websocket.Dial(t.Context(), w.url+"/graphql", //nolint:bodyclose // it has none
			&websocket.DialOptions{Subprotocols: protocols, HTTPHeader: http.Header{"Officer": {"bogdan"}}})
		must(t, err)
		if err := (&socket{t, conn}).ends(); websocket.CloseStatus(err) != 4406 {
			t.Errorf("%v: %v", protocols, err)
		}
	}
}

// An officer opens as many websockets as subscriptions, and no more; who closes
// one may open another.
func TestAnOfficersWebsocketsAreBounded(t *testing.T) {
	w := newTeam(t)
	var open []*socket
	for range 16 {
		open = append(open, w.dialled("bogdan", nil))
	}
	enter := func(officer string) string {
		s, err := w.dial(http.Header{"Officer": {officer}})
		must(t, err)
		s.say(`{"type":"connection_init"}`)
		return s.hear()
	}
	if got := enter("bogdan"); strings.Contains(got, "connection_ack") {
		t.Errorf("one too many: %s", got)
	}
	if got := enter("ana"); !strings.Contains(got, "connection_ack") {
		t.Errorf("a colleague: %s", got)
	}
	must(t, open[0].conn.Close(websocket.StatusNormalClosure, ""))
	var got string
	for range 50 { // the hub learns of it in its own time
		if got = enter("bogdan"); strings.Contains(got, "connection_ack") {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Errorf("after one was closed: %s", got)
}

// Each document that comes by a line is an officer's work, whatever becomes of it:
// a line is one request, and would else be a way past the account.
func TestWhatIsAskedOnALineIsAnOfficersWork(t *testing.T) {
	w := newTeam(t)
	door := w.door(w.known, func(o *server.Options) { o.Work = server.Work{Burst: 200, PerSecond: 1} })
	w.url = strings.TrimSuffix(door, "/graphql")
	s := w.dialled("bogdan", nil)
	limited := 0
	for range 20 {
		s.say(`{"id":"1","type":"subscribe","payload":{"query":"{ nothing }"}}`)
		got := s.hear()
		if strings.Contains(got, `"RATE_LIMITED"`) && strings.Contains(got, `"retryAfter":`) {
			limited++
		}
		s.hear() // the end of it
	}
	if limited < 8 || limited > 11 {
		t.Errorf("%d of 20 were too many", limited)
	}
	const small = `{"query":"{ me { purpose } }"}`
	if got := knock(t, http.MethodPost, door, small, map[string]string{"Officer": "bogdan"}); got.status != http.StatusTooManyRequests {
		t.Errorf("after it: %d %s", got.status, got.body)
	}
	if got := knock(t, http.MethodPost, door, small, map[string]string{"Officer": "ana"}); got.status != http.StatusOK {
		t.Errorf("a colleague: %d %s", got.status, got.body)
	}
}

// A document that is none is told to be, on a line as elsewhere, and the line
// goes on where it may.
func TestADocumentThatIsNoneOnALine(t *testing.T) {
	w := newTeam(t)
	for _, document := range []string{"{ nothing }", "{ me", "subscription { changes { kind } } subscription { changes { id } }", "subscription { nothing }"} {
		if got := w.listen("bogdan", document, nil).next(); !strings.Contains(got, `"BAD_USER_INPUT"`) {
			t.Errorf("%s by server-sent events: %s", document, got)
		}
		s := w.dialled("bogdan", nil)
		s.say(`{"id":"1","type":"subscribe","payload":` + asJSON(t, map[string]any{"query": document}) + `}`)
		if got := s.hear(); !strings.Contains(got, `"BAD_USER_INPUT"`) {
			t.Errorf("%s by websocket: %s", document, got)
		}
		s.hear() // the end of it
		s.say(`{"id":"1","type":"subscribe","payload":` + asJSON(t, map[string]any{"query": "{" + strings.Repeat("me ", 1_000) + "}"}) + `}`)
		if got := s.hear(); !strings.Contains(got, `"LIMIT_EXCEEDED"`) || !strings.Contains(got, `"A document may have at most 800 fields."`) {
			t.Errorf("1,000 fields: %s", got)
		}
		s.hear() // the end of it
		s.say(`{"id":"2","type":"subscribe","payload":{"query":"subscription { changes { kind } }"}}`)
		if got := s.hear(); !strings.Contains(got, `"BEGUN"`) {
			t.Errorf("%s, and then: %s", document, got)
		}
	}
}
