package keycloak_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"entente/auth"
	"entente/auth/oidc"
	"entente/graph"
)

var (
	northmet = graph.IDOf(graph.NounOrganisation, [16]byte{1})
	carpati  = graph.IDOf(graph.NounOrganisation, [16]byte{3})
)

// proofAge is short enough for a test to wait until a sign-in is too old.
const proofAge = 3 * time.Second

// What the two realms are asked before the gravest actions: the Romanian one that
// the password was typed just now, the British one for a second factor.
var (
	byAge   = auth.Proof{MaxAge: proofAge}
	byClass = auth.Proof{ACR: []string{"gold"}, AMR: []string{"otp"}, MaxAge: 15 * time.Minute}
)

// door is a small hub: the login, and one page that says who asks.
type door struct {
	*httptest.Server
	t        *testing.T
	login    *oidc.Login
	verifier *oidc.Verifier
	log      *told
	ahead    *atomic.Int64 // seconds by which the hub's sessions have grown older than the clock says
}

func (h *door) now() time.Time { return time.Now().Add(time.Duration(h.ahead.Load()) * time.Second) }

type told struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *told) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *told) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

func entry(name, country, keycloak, org string, organisation graph.ID, stepUp auth.Proof) oidc.Issuer {
	return oidc.Issuer{
		Name: name, DisplayName: "Invented Police " + name, Country: country, URL: keycloak + "/realms/" + name,
		ClientID: hubClient, Audience: hubAudience, Algorithms: []string{"RS256"}, StepUp: stepUp,
		Organisations: oidc.Mapping[graph.ID]{Values: map[string]graph.ID{org: organisation}},
		Roles:         oidc.Mapping[auth.Role]{Values: map[string]auth.Role{"intel-analysts": auth.Analyst}},
	}
}

// open starts Keycloak and the hub, which trusts its two realms.
func open(t *testing.T) (*door, *server) {
	t.Helper()
	h := &door{t: t, log: &told{}, ahead: &atomic.Int64{}, Server: httptest.NewUnstartedServer(nil)}
	base := "http://" + h.Listener.Addr().String()
	keycloak := start(t, withClasses(realm("uk", "northmet", base, "intel-analysts", "unmapped")), realm("ro", "carpati", base))
	ro := entry("ro", "RO", keycloak.url, "carpati", carpati, byAge)
	ro.RefreshEvery = time.Minute
	registry, err := oidc.NewRegistry(entry("uk", "GB", keycloak.url, "northmet", northmet, byClass), ro)
	must(t, err)
	h.verifier = oidc.NewVerifier(registry, time.Now)
	t.Cleanup(h.verifier.Close)
	h.login, err = oidc.NewLogin(oidc.LoginOptions{
		Registry: registry, Verifier: h.verifier, Sessions: oidc.NewMemorySessions(h.now), Clock: h.now,
		BaseURL: base, Log: slog.New(slog.NewTextHandler(h.log, nil)),
	})
	must(t, err)
	mux := http.NewServeMux()
	mux.Handle("/", h.login.Handler())
	mux.HandleFunc("/who", func(w http.ResponseWriter, r *http.Request) {
		p, err := h.login.Authenticate(r)
		_ = json.NewEncoder(w).Encode(answer{Code: graph.CodeOf(err), Officer: p})
	})
	h.Config.Handler = mux
	h.Start()
	t.Cleanup(h.Close)
	return h, keycloak
}

// One Keycloak serves all of these, for it takes long to start.
func TestOfficersSignInAtARealKeycloak(t *testing.T) {
	h, keycloak := open(t)
	for _, step := range []struct {
		name string
		run  func(*testing.T, *door, *server)
	}{
		{"the same name at two realms is two officers", twoOfficers},
		{"the realm's session signs in again and a step-up asks for the password", stepsUp},
		{"Chromium signs in, steps up by a second factor, and is signed out by the provider", inChromium},
		{"an access token opens the API", bearer},
		{"signing out here signs out there", signsOut},
		{"signing out there signs out here, in every browser", signedOut},
		{"ending one session there ends that one here", signedOutOfOne},
		{"a new signing key is taken", rotates},
		{"a session is confirmed by refresh token and ends with the account", confirms},
	} {
		ok := t.Run(step.name, func(t *testing.T) {
			inner := *h
			inner.t = t
			at := *keycloak
			at.t = t
			at.signIn() // an administrator's token lives a minute
			step.run(t, &inner, &at)
		})
		if !ok {
			t.Logf("the hub's log: %s\nKeycloak's: %s", h.log, keycloak.log())
		}
	}
}

func twoOfficers(t *testing.T, h *door, _ *server) {
	uk, ro := h.browser(), h.browser()
	uk.signIn("uk")
	ro.signIn("ro")
	ukAna, roAna := uk.who(), ro.who()
	if ukAna.Code != "" || roAna.Code != "" {
		t.Fatalf("%+v, %+v", ukAna, roAna)
	}
	if ukAna.Officer.Officer == roAna.Officer.Officer || ukAna.Officer.Organisation != northmet || roAna.Officer.Organisation != carpati {
		t.Errorf("%+v, %+v", ukAna.Officer, roAna.Officer)
	}
	if len(ukAna.Officer.Roles) != 1 || ukAna.Officer.Roles[0] != auth.Analyst || len(roAna.Officer.Roles) != 0 {
		t.Errorf("roles %v and %v", ukAna.Officer.Roles, roAna.Officer.Roles)
	}
}

func stepsUp(t *testing.T, h *door, _ *server) {
	b := h.browser()
	b.signIn("ro")
	if first := b.who().Officer; !first.Proved(first.AuthTime) || first.AuthTime.IsZero() {
		t.Fatalf("%+v", first)
	}
	time.Sleep(proofAge + time.Second)
	if b.who().Officer.Proved(time.Now()) {
		t.Fatal("the sign-in never becomes too old")
	}
	if p := b.get(b.base + "/login/ro?return_to=/who"); p.asked() || b.who().Officer.Proved(time.Now()) {
		t.Errorf("a plain login asked for the password (%v), or is enough", p.asked())
	}
	p := b.get(b.base + "/login/step-up?return_to=/who")
	if !p.asked() {
		t.Fatalf("the step-up did not ask for the password: %s: %.500s", p.Request.URL, p.text)
	}
	if back := b.proves(p); back.Request.URL.String() != b.base+"/who" || !b.who().Officer.Proved(time.Now()) {
		t.Errorf("back at %s: %s", back.Request.URL, back.text)
	}
}

func bearer(t *testing.T, h *door, keycloak *server) {
	var got struct {
		Token string `json:"access_token"`
	}
	form := url.Values{"grant_type": {"password"}, "client_id": {"tool"}, "username": {"ana"}, "password": {password}, "scope": {"openid"}}
	keycloak.post(keycloak.url+"/realms/uk/protocol/openid-connect/token", "application/x-www-form-urlencoded", strings.NewReader(form.Encode()), &got)
	p, err := h.verifier.Principal(t.Context(), got.Token)
	if err != nil || p.Organisation != northmet || p.Subject == "" {
		t.Errorf("%+v, %v", p, err)
	}
}

// The provider says of a logout to the hub too, and its tokens name the officer.
func signsOut(t *testing.T, h *door, _ *server) {
	b, other := h.browser(), h.browser()
	b.signIn("uk")
	other.signIn("uk")
	out := b.send("POST", b.base+"/logout", url.Values{}, "application/json")
	var next struct{ Continue string }
	must(t, json.Unmarshal([]byte(out.text), &next))
	if b.who().Code != graph.Unauthenticated || other.who().Code != "" {
		t.Error("still signed in here, or another browser is not any more")
	}
	if back := b.get(next.Continue); back.Request.URL.String() != b.base+"/login" {
		t.Errorf("Keycloak led to %s: %.500s", back.Request.URL, back.text)
	}
	if p := b.get(b.base + "/login/uk?return_to=/who"); !p.asked() {
		t.Errorf("still signed in there: at %s", p.Request.URL)
	}
	if other.who().Code != graph.Unauthenticated {
		t.Error("the officer signed out at Keycloak, and another browser is signed in still")
	}
}

// An administrator's logout is over here before it is over there, in every browser:
// the logout tokens of this realm name the officer alone.
func signedOut(t *testing.T, h *door, keycloak *server) {
	one, other, ro := h.browser(), h.browser(), h.browser()
	one.signIn("uk")
	other.signIn("uk")
	ro.signIn("ro")
	if one.who().Code != "" || other.who().Code != "" {
		t.Fatal("nobody is signed in")
	}
	keycloak.administer("uk/users/"+keycloak.user("uk", "ana")+"/logout", map[string]any{}, nil)
	for n, b := range []*browser{one, other} {
		if got := b.who().Code; got != graph.Unauthenticated {
			t.Errorf("signed out at Keycloak, and signed in still in browser %d: %q", n, got)
		}
	}
	if ro.who().Code != "" {
		t.Error("the officer of the other realm was signed out too")
	}
}

// The tokens of this realm name the session, and end no other.
func signedOutOfOne(t *testing.T, h *door, keycloak *server) {
	stays, goes := h.browser(), h.browser()
	stays.signIn("ro")
	before := keycloak.sessions("ro", "ana")
	goes.signIn("ro")
	begun := slices.DeleteFunc(keycloak.sessions("ro", "ana"), func(id string) bool { return slices.Contains(before, id) })
	if len(begun) != 1 || goes.who().Code != "" {
		t.Fatalf("%d sessions begun, %q", len(begun), goes.who().Code)
	}
	keycloak.send(http.MethodDelete, "ro/sessions/"+begun[0], nil, nil)
	if goes.who().Code != graph.Unauthenticated {
		t.Error("the session was ended at Keycloak, and goes on here")
	}
	if stays.who().Code != "" {
		t.Error("another session was ended with it")
	}
}

func rotates(t *testing.T, h *door, keycloak *server) {
	var realm struct{ ID string }
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, keycloak.url+"/admin/realms/ro", nil)
	must(t, err)
	keycloak.do(r, &realm)
	keycloak.administer("ro/components", map[string]any{
		"name": "next", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider", "parentId": realm.ID,
		"config": map[string]any{"priority": []string{"500"}, "keySize": []string{"2048"}, "algorithm": []string{"RS256"}},
	}, nil)
	b := h.browser()
	b.signIn("ro")
	if got := b.who(); got.Code != "" || got.Officer.Organisation != carpati {
		t.Errorf("after the new key: %+v; %s", got, h.log)
	}
}

// The realm's refresh tokens serve once each. An account that is closed at home
// signs in nowhere.
func confirms(t *testing.T, h *door, keycloak *server) {
	b := h.browser()
	b.signIn("ro")
	for range 2 {
		h.ahead.Add(61)
		if got := b.who(); got.Code != "" || got.Officer.Organisation != carpati {
			t.Fatalf("not confirmed: %+v; %s", got, h.log)
		}
	}
	keycloak.send(http.MethodPut, "ro/users/"+keycloak.user("ro", "ana"), map[string]any{"enabled": false}, nil)
	if got := b.who(); got.Code != "" {
		t.Errorf("asked before its time: %+v", got)
	}
	h.ahead.Add(61)
	if got := b.who(); got.Code != graph.Unauthenticated {
		t.Errorf("the account is closed, and signed in still: %+v", got)
	}
}
