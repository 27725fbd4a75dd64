package server_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/audit"
	"entente/auth"
	"entente/auth/policy"
	"entente/casework"
	"entente/exchange/demo"
	"entente/graph"
	"entente/graph/engine"
	"entente/graph/neo4j"
	"entente/graph/neo4j/neo4jtest"
	"entente/server"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

// theDay is when everything in these tests happens, within the dates of the
// demo's operations.
func theDay() time.Time { return time.Date(2010, 6, 1, 12, 0, 0, 0, time.UTC) }

// callers knows officers by a header, in place of a login.
type callers map[string]auth.Principal

// Authenticate gives the officer named in the header.
func (c callers) Authenticate(r *http.Request) (auth.Principal, error) {
	p, ok := c[r.Header.Get("Officer")]
	if !ok {
		return auth.Principal{}, &graph.Error{Code: graph.Unauthenticated, Message: "Sign in first."}
	}
	return p, nil
}

// hub is a hub over a Neo4j, for callers known by a header.
type hub struct {
	tb         testing.TB
	at         neo4jtest.Server
	url        string
	server     *server.Server
	store      *neo4j.Store
	casework   *casework.Casework
	engine     *engine.Engine
	audit      *audit.Tree
	auditDir   string
	statements atomic.Int64 // of requests, and of no work beside them
	last       atomic.Pointer[sent]
	later      atomic.Int64 // by how many seconds the clock is past theDay
}

// sent are the names of the statements that one piece of work sends, whose
// context carries them: whatever goes on beside it is not among them.
type sent struct {
	mu    sync.Mutex
	names []string
}

// sentKey is where a context carries what is sent for it.
type sentKey struct{}

func (s *sent) in(ctx context.Context) context.Context { return context.WithValue(ctx, sentKey{}, s) }

// heard notes a statement of a request, or of other work that is looked at.
func (h *hub) heard(ctx context.Context, name string) {
	s, ok := ctx.Value(sentKey{}).(*sent)
	if !ok {
		return
	}
	h.statements.Add(1)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.names = append(s.names, name)
}

// observed has each request carry what is sent for it; last is that of the
// latest one.
func (h *hub) observed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		own := &sent{}
		h.last.Store(own)
		next.ServeHTTP(w, r.WithContext(own.in(r.Context())))
	})
}

// now is what the hub's clock shows.
func (h *hub) now() time.Time { return theDay().Add(time.Duration(h.later.Load()) * time.Second) }

// openHub opens a hub; its callers are those of the map, now and later.
func openHub(tb testing.TB, at neo4jtest.Server, known callers) *hub {
	tb.Helper()
	return openFlawedHub(tb, at, known, nil)
}

// openHubOver opens a hub whose casework is given another store than its own.
func openHubOver(tb testing.TB, at neo4jtest.Server, known callers, over func(casework.Store) casework.Store) *hub {
	tb.Helper()
	return openFlawedHub(tb, at, known, func(s *neo4j.Store) casework.Store { return over(s) })
}

// openFlawedHub opens a hub over a store that a test has spoilt on purpose.
func openFlawedHub(tb testing.TB, at neo4jtest.Server, known callers, spoil func(*neo4j.Store) casework.Store) *hub {
	tb.Helper()
	ctx := context.Background()
	h := &hub{tb: tb, at: at, auditDir: filepath.Join(tb.TempDir(), "hub")}
	connection, err := driver.NewDriverWithContext(at.URI, driver.BasicAuth(at.User, at.Password, ""))
	must(tb, err)
	tb.Cleanup(func() { _ = connection.Close(ctx) })
	h.store, err = neo4j.Open(ctx, connection, neo4j.Options{Clock: h.now, OnStatement: h.heard})
	must(tb, err)
	must(tb, h.store.Migrate(ctx, nil))
	h.engine = engine.New(engine.Options{})
	tb.Cleanup(h.engine.Close)
	h.audit, err = audit.Open(ctx, h.auditDir, audit.Options{Name: "test.example/audit", Now: time.Now, Random: rand.Reader})
	must(tb, err)
	tb.Cleanup(func() { _ = h.audit.Close() })
	var store casework.Store = h.store
	if spoil != nil {
		store = spoil(h.store)
	}
	h.casework, err = casework.New(casework.Options{
		Hub: "hub.test.example", Store: store, Engine: h.engine, Audit: h.audit, AuditQuery: audit.NewQuery(filepath.Dir(h.auditDir)), Clock: h.now, Random: rand.Reader,
	})
	must(tb, err)
	must(tb, h.casework.Load(ctx))
	following, stop := context.WithCancel(ctx)
	done := make(chan struct{})
	brokered := make(chan struct{})
	go func() { defer close(done); h.casework.Follow(following) }()
	go func() { defer close(brokered); h.casework.Broker(following) }()
	tb.Cleanup(func() { stop(); <-done; <-brokered })
	nowhere := http.NotFoundHandler()
	handler, err := server.New(server.Options{
		Casework: h.casework, Callers: known, Login: nowhere, Web: nowhere, Metrics: server.NewMetrics(),
		Log: slog.New(slog.DiscardHandler), Ready: h.store.Ready,
		Work: server.Work{Burst: 1 << 40, PerSecond: 1 << 40}, // tests ask more than officers do
	})
	must(tb, err)
	web := httptest.NewServer(h.observed(handler))
	tb.Cleanup(func() { ended(tb, handler); web.Close() })
	h.url, h.server = web.URL, handler
	return h
}

// ended ends the subscriptions of a server and waits for them, before what they
// read is closed.
func ended(tb testing.TB, s *server.Server) {
	tb.Helper()
	s.EndSubscriptions()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	must(tb, s.WaitForSubscriptions(ctx))
}

// load brings a case into the hub and waits until the engine answers with it.
func (h *hub) load(c casework.Case) {
	h.tb.Helper()
	ctx := context.Background()
	must(h.tb, h.casework.LoadCase(ctx, auth.OfficerID("test", "loader"), c, func(int, int) {}))
	revision, err := h.store.Revision(ctx)
	must(h.tb, err)
	must(h.tb, h.engine.WaitFor(ctx, revision))
}

// ask gives the whole body of an answer.
func (h *hub) ask(officer, query string, variables map[string]any) []byte {
	h.tb.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	must(h.tb, err)
	r, err := http.NewRequestWithContext(context.Background(), http.MethodPost, h.url+"/graphql", bytes.NewReader(body))
	must(h.tb, err)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Officer", officer)
	answer, err := http.DefaultClient.Do(r)
	must(h.tb, err)
	defer func() { _ = answer.Body.Close() }()
	content, err := io.ReadAll(answer.Body)
	must(h.tb, err)
	return content
}

// get decodes an answer that has no errors.
func (h *hub) get(officer, query string, variables map[string]any, into any) {
	h.tb.Helper()
	content := h.ask(officer, query, variables)
	var answer struct {
		Data   json.RawMessage
		Errors json.RawMessage
	}
	must(h.tb, json.Unmarshal(content, &answer))
	if answer.Errors != nil {
		h.tb.Fatalf("errors: %s", answer.Errors)
	}
	must(h.tb, json.Unmarshal(answer.Data, into))
}

// fault decodes the first error of an answer: its code and field.
func (h *hub) fault(officer, query string, variables map[string]any) (code, field string) {
	h.tb.Helper()
	content := h.ask(officer, query, variables)
	var answer struct {
		Errors []struct{ Extensions struct{ Code, Field string } }
	}
	must(h.tb, json.Unmarshal(content, &answer))
	if len(answer.Errors) == 0 {
		h.tb.Fatalf("no error in %s", content)
	}
	return answer.Errors[0].Extensions.Code, answer.Errors[0].Extensions.Field
}

// principals are the demo's officers as callers, by user name, with a purpose.
func principals(made demo.Case) callers {
	known := callers{}
	for _, o := range made.Officers {
		known[o.Username] = auth.Principal{
			Officer: o.ID(), Issuer: o.Issuer, Subject: o.Subject, Name: o.Name, Organisation: o.Organisation,
			Roles: o.Roles, Clearances: o.Clearances, Purpose: "testing", Expires: theDay().Add(time.Hour),
		}
	}
	return known
}

// memberships are the operations in whose team an officer is.
func memberships(made demo.Case, p auth.Principal) []graph.ID {
	var out []graph.ID
	for _, o := range made.Operations {
		if o.InTeam(p.Officer, p.Organisation, theDay()) {
			out = append(out, o.ID)
		}
	}
	return out
}

// visible is the part of the case that one officer may see, by asking the
// policy about each element alone: what a hub would hold on which nothing else
// had ever been entered.
func visible(made demo.Case, p auth.Principal) casework.Case {
	teams := memberships(made, p)
	seen := map[graph.ID]bool{}
	part := casework.Case{Name: "visible", Organisations: made.Organisations}
	for _, o := range made.Officers {
		part.Officers = append(part.Officers, o.Noun())
	}
	for _, o := range made.Operations {
		if o.PartyAt(p.Organisation, theDay()) {
			part.Operations = append(part.Operations, o)
			seen[o.ID] = true
		}
	}
	sees := func(m graph.Marking) bool { return policy.Decide(p, teams, m, theDay()).Seen }
	for _, r := range made.Records {
		if sees(r.Marking) {
			part.Records = append(part.Records, r)
			seen[r.ID] = true
		}
	}
	for _, l := range made.Links {
		if sees(l.Marking) && seen[l.From] && seen[l.To] {
			part.Links = append(part.Links, l)
		}
	}
	for _, i := range made.Involvements {
		if sees(i.Marking) && seen[i.Person] && seen[i.Operation] {
			part.Involvements = append(part.Involvements, i)
		}
	}
	return part
}

func whole(made demo.Case) casework.Case {
	c := casework.Case{
		Name: "whole", Organisations: made.Organisations, Operations: made.Operations,
		Records: made.Records, Links: made.Links, Involvements: made.Involvements,
	}
	for _, o := range made.Officers {
		c.Officers = append(c.Officers, o.Noun())
	}
	return c
}

func must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}
