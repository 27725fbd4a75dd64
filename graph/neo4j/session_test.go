package neo4j_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/auth"
	"entente/auth/oidc"
	"entente/graph"
	"entente/graph/neo4j"
	"entente/graph/neo4j/neo4jtest"
)

var (
	_ oidc.MarkVault = (*neo4j.Store)(nil)
	_ oidc.Sessions  = (*oidc.SharedSessions)(nil)
)

// process is one process of a hub: its own store on the common database.
func process(t *testing.T, now time.Time, key byte) *oidc.SharedSessions {
	t.Helper()
	store := open(t, neo4j.Options{Clock: func() time.Time { return now }})
	sessions, err := oidc.NewSharedSessions(store, bytes.Repeat([]byte{key}, 32), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return sessions
}

func aSessionKey(t *testing.T) (key oidc.SessionKey) {
	t.Helper()
	if _, err := rand.Read(key[:]); err != nil {
		t.Fatal(err)
	}
	return key
}

func aSession(t *testing.T, ends time.Time) oidc.Session {
	t.Helper()
	return oidc.Session{
		Officer: auth.Principal{
			Officer: newID(t, graph.NounOfficer), Name: "Ada Invented", Subject: "officer-7", Roles: []auth.Role{auth.Analyst},
			Clearances: []graph.Compartment{graph.Child}, AuthTime: noon, Purpose: "testing",
		},
		IDToken: "a.secret.token", Began: noon, Seen: noon, Ends: ends,
	}
}

// A login at one process goes on at another, and who signs out at one is signed
// out at both.
func TestTwoProcessesShareSessions(t *testing.T) {
	one, two := process(t, noon, 1), process(t, noon, 1)
	ctx, key, made := t.Context(), aSessionKey(t), aSession(t, noon.Add(time.Hour))
	if err := one.Create(ctx, key, made); err != nil {
		t.Fatal(err)
	}
	if err := two.Change(ctx, key, func(s *oidc.Session) { s.Officer.Purpose = "another" }); err != nil {
		t.Fatal(err)
	}
	want := made
	want.Officer.Purpose = "another"
	for _, at := range []*oidc.SharedSessions{one, two} {
		if got, err := at.Find(ctx, key); err != nil || fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want) {
			t.Errorf("%+v, %v, not %+v", got, err, want)
		}
	}
	if err := two.Delete(ctx, key); err != nil {
		t.Fatal(err)
	}
	if _, err := one.Find(ctx, key); !errors.Is(err, oidc.ErrNoSession) {
		t.Errorf("signed out at the other process: %v", err)
	}
	if err := one.Change(ctx, key, func(*oidc.Session) {}); !errors.Is(err, oidc.ErrNoSession) {
		t.Errorf("a change brought a session back: %v", err)
	}
	if err := one.Delete(ctx, key); err != nil {
		t.Errorf("signing out once more: %v", err)
	}
}

// Changes at the same moment are all kept.
func TestChangesOfASessionAreNotLost(t *testing.T) {
	sessions := []*oidc.SharedSessions{process(t, noon, 1), process(t, noon, 1)}
	ctx, key := t.Context(), aSessionKey(t)
	if err := sessions[0].Create(ctx, key, aSession(t, noon.Add(time.Hour))); err != nil {
		t.Fatal(err)
	}
	const changes = 20
	var work sync.WaitGroup
	for i := range changes {
		work.Go(func() {
			if err := sessions[i%2].Change(ctx, key, func(s *oidc.Session) { s.Officer.Purpose += "." }); err != nil {
				t.Error(err)
			}
		})
	}
	work.Wait()
	got, err := sessions[1].Find(ctx, key)
	if want := len("testing") + changes; err != nil || len(got.Officer.Purpose) != want {
		t.Errorf("%d signs, not %d; %v", len(got.Officer.Purpose), want, err)
	}
}

// The database holds nothing that says who is signed in, and what is moved to
// another key or sealed by another hub is no session.
func TestSessionsAreSealed(t *testing.T) {
	ctx, key, other := t.Context(), aSessionKey(t), aSessionKey(t)
	sessions := process(t, noon, 1)
	if err := sessions.Create(ctx, key, aSession(t, noon.Add(time.Hour))); err != nil {
		t.Fatal(err)
	}
	connection := neo4jtest.Start(t).Driver(t)
	move := "MATCH (s:Session {key: $key}) CREATE (:Session {key: $other, sealed: s.sealed, ends: s.ends}) RETURN properties(s) AS kept"
	result, err := driver.ExecuteQuery(ctx, connection, move, map[string]any{"key": key.String(), "other": other.String()}, driver.EagerResultTransformer)
	if err != nil {
		t.Fatal(err)
	}
	kept := result.Records[0].AsMap()["kept"].(map[string]any)
	if len(kept) != 3 {
		t.Errorf("kept: %v", kept)
	}
	for _, secret := range []string{"Ada", "secret", "officer-7", "testing"} {
		if bytes.Contains(kept["sealed"].([]byte), []byte(secret)) {
			t.Errorf("%q can be read in the database", secret)
		}
	}
	if _, err := sessions.Find(ctx, other); !errors.Is(err, oidc.ErrNoSession) {
		t.Errorf("a session moved to another key: %v", err)
	}
	if _, err := process(t, noon, 2).Find(ctx, key); !errors.Is(err, oidc.ErrNoSession) {
		t.Errorf("a session of a hub with another key: %v", err)
	}
	if err := process(t, noon, 2).Change(ctx, key, func(*oidc.Session) {}); !errors.Is(err, oidc.ErrNoSession) {
		t.Errorf("changed with another key: %v", err)
	}
}

// What has ended is forgotten when somebody signs in.
func TestEndedSessionsAreForgotten(t *testing.T) {
	ctx, ended, lasting := t.Context(), aSessionKey(t), aSessionKey(t)
	early := process(t, noon, 1)
	for key, ends := range map[oidc.SessionKey]time.Time{ended: noon.Add(time.Hour), lasting: noon.Add(3 * time.Hour)} {
		if err := early.Create(ctx, key, aSession(t, ends)); err != nil {
			t.Fatal(err)
		}
	}
	late := process(t, noon.Add(2*time.Hour), 1)
	if err := late.Create(ctx, aSessionKey(t), aSession(t, noon.Add(4*time.Hour))); err != nil {
		t.Fatal(err)
	}
	if _, err := early.Find(ctx, ended); !errors.Is(err, oidc.ErrNoSession) {
		t.Errorf("a session that ended is kept: %v", err)
	}
	if _, err := early.Find(ctx, lasting); err != nil {
		t.Errorf("a session that has not ended: %v", err)
	}
}

func TestSharedSessionsWantAWholeKey(t *testing.T) {
	if _, err := oidc.NewSharedSessions(nil, []byte("short"), rand.Reader); err == nil {
		t.Error("a short key was taken")
	}
}

// A provider's word that somebody signed out reaches any process, finds the
// sessions of all, and counts once.
func TestSessionsAreFoundByTheirMarksAtEveryProcess(t *testing.T) {
	one, two := process(t, noon, 1), process(t, noon, 1)
	ctx := t.Context()
	made := make([]oidc.Session, 3)
	for i := range made {
		key := aSessionKey(t)
		made[i] = aSession(t, noon.Add(time.Hour))
		made[i].Officer.Issuer, made[i].Officer.Session = "https://uk.example", key.String()
		if i > 0 {
			made[i].Officer.Officer = made[0].Officer.Officer
			made[i].Login = fmt.Sprint("login ", i)
		}
		if err := one.Create(ctx, key, made[i]); err != nil {
			t.Fatal(err)
		}
	}
	officer := oidc.SessionMark{Officer: made[0].Officer.Officer}
	login := oidc.SessionMark{Issuer: "https://uk.example", Login: "login 1"}
	for mark, want := range map[oidc.SessionMark]int{
		officer: 3, login: 1, {Issuer: "https://ro.example", Login: "login 1"}: 0, {Officer: newID(t, graph.NounOfficer)}: 0,
	} {
		if found, err := two.Marked(ctx, mark); err != nil || len(found) != want {
			t.Errorf("%+v: %d sessions, not %d; %v", mark, len(found), want, err)
		}
	}
	found, err := two.Marked(ctx, login)
	if err != nil || found[0].Officer.Session != made[1].Officer.Session {
		t.Fatalf("%+v, %v", found, err)
	}
	if found, err := process(t, noon, 2).Marked(ctx, officer); err != nil || len(found) != 0 {
		t.Errorf("a hub with another key found %d; %v", len(found), err)
	}
}

func TestATokenIsSpentOnceAtAllProcesses(t *testing.T) {
	ctx, name := t.Context(), fmt.Sprint("logout ", newID(t, graph.NounOfficer))
	processes := []*oidc.SharedSessions{process(t, noon, 1), process(t, noon, 1)}
	var fresh atomic.Int32
	var work sync.WaitGroup
	for i := range 10 {
		work.Go(func() {
			ok, err := processes[i%2].Spend(ctx, name, noon.Add(time.Minute))
			if err != nil {
				t.Error(err)
			}
			if ok {
				fresh.Add(1)
			}
		})
	}
	work.Wait()
	if fresh.Load() != 1 {
		t.Errorf("spent %d times", fresh.Load())
	}
	late := process(t, noon.Add(time.Hour), 1)
	if ok, err := late.Spend(ctx, name+"another", noon.Add(2*time.Hour)); err != nil || !ok {
		t.Errorf("another token: %v, %v", ok, err)
	}
	if ok, err := late.Spend(ctx, name, noon.Add(2*time.Hour)); err != nil || !ok {
		t.Errorf("forgotten after its time: %v, %v", ok, err)
	}
}
