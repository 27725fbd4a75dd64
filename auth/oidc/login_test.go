package oidc_test

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"entente/auth"
	"entente/auth/oidc"
	"entente/auth/oidc/devissuer"
	"entente/graph"
)

func TestOfficersOfTwoCountriesLogIn(t *testing.T) {
	h := newHub(t)
	ada, ion := h.browser(), h.browser()
	ada.signIn("uk", "ada")
	ion.signIn("ro", "ion")
	want := auth.Principal{
		Officer: auth.OfficerID(h.uk.URL, "7"), Issuer: h.uk.URL, Subject: "7", Name: "Ada Invented",
		Organisation: northmet, Roles: []auth.Role{auth.Analyst}, Clearances: []graph.Compartment{graph.Child},
		AuthTime: start, Expires: start.Add(oidc.DefaultIdle), Session: ada.who().Officer.Session,
	}
	if diff := cmp.Diff(answer{Officer: want}, ada.who()); diff != "" {
		t.Errorf("ada (-want +got):\n%s", diff)
	}
	got := ion.who().Officer
	if got.Organisation != carpati || got.Name != "Ion Inventat" || got.Subject != "7" || got.Officer == want.Officer {
		t.Errorf("ion is %+v", got)
	}
	if want.Session == "" || want.Session == got.Session || strings.Contains(ada.cookie("entente"), want.Session) {
		t.Errorf("sessions %q and %q", want.Session, got.Session)
	}
}

func TestLoginLeadsBackToThePathAsked(t *testing.T) {
	h := newHub(t)
	for asked, want := range map[string]string{"/operations/o1?tab=map": "/operations/o1?tab=map", "//evil.example/": "/"} {
		b := h.browser()
		back := b.still().get(b.callback("uk", "ada", "?"+url.Values{"return_to": {asked}}.Encode()))
		if got := back.Header.Get("Location"); back.StatusCode != http.StatusSeeOther || got != want {
			t.Errorf("asked for %s, led to %d %s, want %s", asked, back.StatusCode, got, want)
		}
	}
}

func TestNobody(t *testing.T) {
	h := newHub(t)
	want := answer{Code: graph.Unauthenticated, Anonymous: true}
	if diff := cmp.Diff(want, h.browser().who()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// change gives the callback address with one parameter changed; an empty value
// takes it away.
func change(t *testing.T, callback, name, value string) string {
	t.Helper()
	u, err := url.Parse(callback)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	q.Del(name)
	if value != "" {
		q.Set(name, value)
	}
	u.RawQuery = q.Encode()
	return u.String()
}

func TestFaultyAnswersAreRefused(t *testing.T) {
	h := newHub(t)
	cases := []struct {
		name, reason string
		fault        func(b *browser, callback string) string
	}{
		{"state of another login", "state is missing or not", func(_ *browser, c string) string { return change(t, c, "state", "x") }},
		{"no state", "state is missing or not", func(_ *browser, c string) string { return change(t, c, "state", "") }},
		{"state twice", "parameter state came twice", func(_ *browser, c string) string { return c + "&state=x" }},
		{"no code", "code is missing", func(_ *browser, c string) string { return change(t, c, "code", "") }},
		{"code of nobody", "refused the code", func(_ *browser, c string) string { return change(t, c, "code", "x") }},
		{"an error", "answered with an error", func(_ *browser, c string) string { return c + "&error=access_denied" }},
		{"iss of another issuer", "iss names another issuer", func(_ *browser, c string) string { return change(t, c, "iss", h.ro.URL) }},
		{"no iss from a provider that sends it", "iss is missing", func(_ *browser, c string) string { return change(t, c, "iss", "") }},
		{"at another issuer's address", "address of another issuer", func(_ *browser, c string) string {
			return strings.Replace(c, "/login/uk/", "/login/ro/", 1)
		}},
		{"in another browser", "login cookie: no credential", func(b *browser, c string) string {
			b.Jar = h.browser().Jar
			return c
		}},
		{"after too long", "took too long", func(_ *browser, c string) string { h.forward(11 * minute); return c }},
		{"with a cookie of somebody's making", "not sealed by this hub", func(b *browser, c string) string {
			b.setCookie("entente-login", strings.Repeat("A", 64))
			return c
		}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			b := h.browser()
			callback := b.callback("uk", "ada", "")
			h.failed(b.get(tc.fault(b, callback)), tc.reason)
			if got := b.who(); got.Code != graph.Unauthenticated {
				t.Errorf("somebody is signed in: %+v", got)
			}
		})
	}
}

// TestAnswerServesOnce replays a finished login: in the same browser the state
// is gone, and with the cookie put back the code is.
func TestAnswerServesOnce(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	callback := b.callback("uk", "ada", "")
	sealed := b.cookie("entente-login")
	if got := b.get(callback); got.StatusCode != http.StatusOK {
		t.Fatalf("got %d", got.StatusCode)
	}
	h.failed(b.get(callback), "login cookie: no credential")
	thief := h.browser()
	thief.setCookie("entente-login", sealed)
	h.failed(thief.get(callback), "refused the code")
}

// TestCodeOfAnotherLoginIsRefused injects the code of one login into another:
// the PKCE verifier does not fit.
func TestCodeOfAnotherLoginIsRefused(t *testing.T) {
	h := newHub(t)
	victim, attacker := h.browser(), h.browser()
	stolen, err := url.Parse(victim.callback("uk", "ada", ""))
	if err != nil {
		t.Fatal(err)
	}
	own := attacker.callback("uk", "bob", "")
	h.failed(attacker.get(change(t, own, "code", stolen.Query().Get("code"))), "refused the code")
}

// TestSessionFixation plants a session id before the login; it is worth nothing
// after, and so is the id of the session before.
func TestSessionFixation(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	b.setCookie("entente", "planted")
	b.signIn("uk", "ada")
	first := b.cookie("entente")
	if first == "planted" || len(first) != 43 {
		t.Fatalf("the session id is %q", first)
	}
	b.signIn("uk", "bob")
	if b.cookie("entente") == first {
		t.Error("the second login kept the id of the first")
	}
	for _, id := range []string{"planted", first} {
		thief := h.browser()
		thief.setCookie("entente", id)
		if got := thief.who(); got.Code != graph.Unauthenticated {
			t.Errorf("%q opens the session of %s", id, got.Officer.Name)
		}
	}
}

func TestPartnerMayNotClaimAnotherCountrysOrganisation(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	h.failed(b.signIn("uk", "eve"), "may not vouch")
	if got := b.who(); got.Code != graph.Unauthenticated {
		t.Errorf("eve is signed in: %+v", got)
	}
}

func TestSuspendedIssuerEndsItsSessionsAndItsLogin(t *testing.T) {
	h := newHub(t)
	ada, ion, late := h.browser(), h.browser(), h.browser()
	ada.signIn("uk", "ada")
	ion.signIn("ro", "ion")
	underWay := late.callback("uk", "bob", "")
	h.replace(func(entries []oidc.Issuer) []oidc.Issuer {
		entries[0].State = oidc.Suspended
		return entries
	})
	if got := ada.who(); got.Code != graph.Unauthenticated {
		t.Errorf("ada is still %+v", got.Officer)
	}
	if got := ion.who(); got.Code != "" {
		t.Errorf("ion is refused: %s", got.Code)
	}
	h.failed(late.get(underWay), "issuer uk is suspended")
	if text := late.get(h.URL + "/login").text; strings.Contains(text, "Provider uk") || !strings.Contains(text, "Provider ro") {
		t.Errorf("agencies to choose: %s", text)
	}
}

// TestSessionFollowsTheRegistry takes grants away from people signed in.
func TestSessionFollowsTheRegistry(t *testing.T) {
	h := newHub(t)
	ada, bob, ion := h.browser(), h.browser(), h.browser()
	ada.signIn("uk", "ada")
	bob.signIn("uk", "bob")
	ion.signIn("ro", "ion")
	h.replace(func(entries []oidc.Issuer) []oidc.Issuer {
		entries[0].Organisations.Values = map[string]graph.ID{"northmet": northmet}
		entries[0].Clearances.Values = nil
		return entries[:1]
	})
	got := ada.who().Officer
	if len(got.Clearances) != 0 || len(got.Roles) != 1 || got.Organisation != northmet {
		t.Errorf("ada is %+v", got)
	}
	if got := bob.who(); got.Code != graph.Unauthenticated {
		t.Errorf("bob's organisation is gone, and he is %+v", got.Officer)
	}
	if got := ion.who(); got.Code != graph.Unauthenticated {
		t.Errorf("ion's issuer is gone, and he is %+v", got.Officer)
	}
}

func TestLoginFinishesOnAnotherProcess(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	callback := b.callback("uk", "ada", "")
	h.login = h.newLogin(h.URL) // shares the cookie key and the store, nothing else
	second := http.NewServeMux()
	second.Handle("/login/", h.login.Handler())
	second.HandleFunc("/", h.whoAsks)
	h.Config.Handler = second
	b.get(callback)
	if got := b.who().Officer.Name; got != "Ada Invented" {
		t.Errorf("signed in as %q", got)
	}
}

func TestNewLoginRefusesUnsafeOptions(t *testing.T) {
	h := newHub(t)
	good := h.login.LoginOptions
	for name, change := range map[string]func(*oidc.LoginOptions){
		"http off loopback": func(o *oidc.LoginOptions) { o.BaseURL = "http://hub.example" },
		"a path":            func(o *oidc.LoginOptions) { o.BaseURL = "https://hub.example/entente" },
		"a short key":       func(o *oidc.LoginOptions) { o.CookieKey = []byte("short") },
		"no clock":          func(o *oidc.LoginOptions) { o.Clock = nil },
	} {
		o := good
		change(&o)
		if _, err := oidc.NewLogin(o); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

// TestCookiesOverHTTPS looks at the cookie of a login that begins over https.
func TestCookiesOverHTTPS(t *testing.T) {
	h := newHub(t)
	h.login = h.newLogin("https://hub.example")
	h.Config.Handler = h.login.Handler()
	b := h.browser().still()
	begun := b.get(h.URL + "/login/uk")
	cookies := begun.Cookies()
	if len(cookies) != 1 {
		t.Fatalf("%d cookies", len(cookies))
	}
	c := cookies[0]
	if c.Name != "__Host-entente-login" || !c.Secure || !c.HttpOnly || c.Path != "/" || c.Domain != "" || c.SameSite != http.SameSiteLaxMode {
		t.Errorf("cookie: %s", c)
	}
	target, err := begun.Location()
	if err != nil {
		t.Fatal(err)
	}
	q := target.Query()
	if q.Get("redirect_uri") != "https://hub.example/login/uk/callback" || q.Get("code_challenge_method") != "S256" ||
		q.Get("state") == "" || q.Get("nonce") == "" || q.Get("code_challenge") == "" {
		t.Errorf("the provider is asked with %s", target)
	}
}

func TestSomebodyElsesSiteCannotSignAnybodyOut(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	b.signIn("uk", "ada")
	r := b.request("POST", h.URL+"/logout", url.Values{})
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	if got := b.do(r); got.StatusCode != http.StatusForbidden {
		t.Errorf("answered %d", got.StatusCode)
	}
	if got := b.who(); got.Code != "" {
		t.Errorf("ada is signed out: %s", got.Code)
	}
}

func TestLogout(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	b.signIn("uk", "ada")
	id := b.cookie("entente")
	r := b.request("POST", h.URL+"/logout", url.Values{})
	r.Header.Set("Accept", "application/json")
	out := b.do(r)
	next := strings.TrimSuffix(strings.TrimPrefix(strings.ReplaceAll(out.text, `\u0026`, "&"), `{"continue":"`), "\"}\n")
	if !strings.HasPrefix(next, h.uk.URL+"/end_session?") || !strings.Contains(next, "id_token_hint=ey") {
		t.Fatalf("logout leads to %q", next)
	}
	if b.cookie("entente") != "" {
		t.Error("the cookie is still there")
	}
	b.setCookie("entente", id)
	if got := b.who(); got.Code != graph.Unauthenticated {
		t.Errorf("the session outlived the logout: %+v", got.Officer)
	}
	if back := b.get(next); back.Request.URL.String() != h.URL+"/login" || back.StatusCode != http.StatusOK {
		t.Errorf("the provider led to %s (%d)", back.Request.URL, back.StatusCode)
	}
}

func TestLogoutPageAndLogoutOfNobody(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	b.signIn("uk", "ada")
	out := b.do(b.request("POST", h.URL+"/logout", url.Values{}))
	if out.StatusCode != http.StatusOK || !strings.HasPrefix(out.Header.Get("Refresh"), "0; url="+h.uk.URL+"/end_session?") ||
		!strings.Contains(out.text, "You are signed out of Entente.") {
		t.Errorf("%d, Refresh %q: %s", out.StatusCode, out.Header.Get("Refresh"), out.text)
	}
	again := b.do(b.request("POST", h.URL+"/logout", url.Values{}))
	if again.StatusCode != http.StatusOK || again.Header.Get("Refresh") != "0; url="+h.URL+"/login" {
		t.Errorf("%d, Refresh %q", again.StatusCode, again.Header.Get("Refresh"))
	}
}

func TestSessionLimits(t *testing.T) {
	h := newHub(t)
	idle, busy := h.browser(), h.browser()
	idle.signIn("uk", "ada")
	busy.signIn("uk", "bob")
	h.forward(oidc.DefaultIdle - minute)
	if got := busy.who().Officer; !got.Expires.Equal(h.now().Add(oidc.DefaultIdle)) {
		t.Errorf("a busy session ends at %s", got.Expires)
	}
	h.forward(minute)
	if got := idle.who(); got.Code != graph.Unauthenticated {
		t.Error("an idle session holds")
	}
	for h.now().Before(start.Add(oidc.DefaultAbsolute - 20*minute)) {
		h.forward(20 * minute)
		busy.who()
	}
	if got := busy.who(); got.Code != "" || !got.Officer.Expires.Equal(start.Add(oidc.DefaultAbsolute)) {
		t.Errorf("near its end the session says %+v", got)
	}
	h.forward(20 * minute)
	if got := busy.who(); got.Code != graph.Unauthenticated {
		t.Error("a session outlived its absolute limit")
	}
}

func TestCredentialsAreNeverCombined(t *testing.T) {
	h := newHub(t)
	token, err := devissuer.Token(t.Context(), h.uk.URL, "bob", devissuer.DefaultPassword)
	if err != nil {
		t.Fatal(err)
	}
	signedIn := h.browser()
	signedIn.signIn("uk", "ada")
	session := &http.Cookie{Name: "entente", Value: signedIn.cookie("entente")}
	cases := []struct {
		name    string
		headers []string
		cookies []*http.Cookie
		officer string
	}{
		{"token", []string{"Bearer " + token}, nil, "Bob Invented"},
		{"token in small letters", []string{"bearer " + token}, nil, "Bob Invented"},
		{"session", nil, []*http.Cookie{session}, "Ada Invented"},
		{"both", []string{"Bearer " + token}, []*http.Cookie{session}, ""},
		{"two tokens", []string{"Bearer " + token, "Bearer " + token}, nil, ""},
		{"two sessions", nil, []*http.Cookie{session, session}, ""},
		{"password", []string{"Basic YTpi"}, nil, ""},
		{"empty token", []string{"Bearer "}, nil, ""},
		{"unknown session", nil, []*http.Cookie{{Name: "entente", Value: "x"}}, ""},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			r := signedIn.request("GET", h.URL, nil)
			for _, value := range tc.headers {
				r.Header.Add("Authorization", value)
			}
			for _, c := range tc.cookies {
				r.AddCookie(c)
			}
			p, err := h.login.Authenticate(r)
			if p.Name != tc.officer || (tc.officer == "") != (graph.CodeOf(err) == graph.Unauthenticated) {
				t.Errorf("officer %q, error %v", p.Name, err)
			}
		})
	}
}

func TestPurpose(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	b.signIn("uk", "ada")
	session := b.who().Officer.Session
	if err := h.login.SetPurpose(t.Context(), session, " Operation Example, tasking 4 "); err != nil {
		t.Fatal(err)
	}
	if got := b.who().Officer.Purpose; got != "Operation Example, tasking 4" {
		t.Errorf("the session's purpose is %q", got)
	}
	for header, want := range map[string]string{
		"Urgent%20risk%20to%20life":       "Urgent risk to life",
		"Risc%20pentru%20via%C8%9B%C4%83": "Risc pentru viață",
	} {
		r := b.request("GET", h.URL, nil)
		r.AddCookie(&http.Cookie{Name: "entente", Value: b.cookie("entente")})
		r.Header.Set(oidc.PurposeHeader, header)
		p, err := h.login.Authenticate(r)
		if err != nil || p.Purpose != want {
			t.Errorf("%s gives %q, %v", header, p.Purpose, err)
		}
		for _, faulty := range []string{"%zz", "two%0Alines", strings.Repeat("x", 201), "%ff"} {
			r.Header.Set(oidc.PurposeHeader, faulty)
			if _, err := h.login.Authenticate(r); graph.CodeOf(err) != graph.BadInput {
				t.Errorf("%.10q gives %v", faulty, err)
			}
		}
	}
	if err := h.login.SetPurpose(t.Context(), "", "x"); graph.CodeOf(err) != graph.BadInput {
		t.Errorf("a token keeps a purpose: %v", err)
	}
	if err := h.login.SetPurpose(t.Context(), strings.Repeat("0", 64), "x"); graph.CodeOf(err) != graph.Unauthenticated {
		t.Errorf("an unknown session keeps a purpose: %v", err)
	}
}

func TestChoosingAnAgency(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	r := b.request("GET", h.URL+"/login?return_to=/operations", nil)
	r.Header.Set("Accept-Language", "ro-RO,ro;q=0.9,en;q=0.5")
	got := b.do(r)
	for _, want := range []string{`<html lang="ro">`, "Alegeți instituția", `href="/login/uk?return_to=%2Foperations"`, "Provider uk", "GB", "Provider ro", "RO"} {
		if !strings.Contains(got.text, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if csp := got.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") {
		t.Errorf("content security policy %q", csp)
	}
	if text := b.get(h.URL + "/login").text; !strings.Contains(text, `<html lang="en">`) {
		t.Error("the page is not English without a preference")
	}
	text := b.get(h.URL + "/login?domain=Somebody@RO.invented.example").text
	if strings.Contains(text, "Provider uk") || !strings.Contains(text, "Provider ro") {
		t.Error("the domain does not lead to its agency alone")
	}
	if text := b.get(h.URL + "/login?domain=nowhere.example").text; !strings.Contains(text, "No agency here uses this domain.") {
		t.Error("an unknown domain is not answered")
	}
	style := b.get(h.URL + "/login/style.css")
	if style.StatusCode != http.StatusOK || !strings.HasPrefix(style.Header.Get("Content-Type"), "text/css") {
		t.Errorf("the style is %d %s", style.StatusCode, style.Header.Get("Content-Type"))
	}
	h.failed(b.get(h.URL+"/login/nobody"), "no issuer of this name")
}

// TestHangingIssuerDelaysNoOtherLogin begins a login at a provider that hangs,
// and ends one at another meanwhile.
func TestHangingIssuerDelaysNoOtherLogin(t *testing.T) {
	h := newHub(t)
	hanging := newFakeIssuer(t)
	reached := make(chan struct{})
	hanging.answer(func(_ http.ResponseWriter, r *http.Request) {
		close(reached)
		<-r.Context().Done()
	}, nil)
	entry := hanging.entry()
	entry.Name, entry.Country = "slow", "FR"
	entry.Organisations.Values = map[string]graph.ID{"x": organisation(9)}
	h.replace(func(entries []oidc.Issuer) []oidc.Issuer { return append(entries, entry) })

	stuck := h.browser()
	begun := make(chan int)
	go func() { begun <- stuck.get(h.URL + "/login/slow").StatusCode }()
	<-reached
	b := h.browser()
	b.signIn("uk", "ada")
	if got := b.who().Officer.Name; got != "Ada Invented" {
		t.Errorf("signed in as %q", got)
	}
	h.login.Verifier.Close()
	if got := <-begun; got != http.StatusBadRequest {
		t.Errorf("the stuck login ended with %d", got)
	}
}

// TestLogHoldsNoSecretAndNoPerson looks at all a failed login leaves behind.
func TestLogHoldsNoSecretAndNoPerson(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	callback := b.callback("uk", "eve", "")
	u, err := url.Parse(callback)
	if err != nil {
		t.Fatal(err)
	}
	h.failed(b.get(callback), "may not vouch")
	for _, secret := range []string{u.Query().Get("code"), u.Query().Get("state"), "Eve", "eyJ", string(auth.OfficerID(h.uk.URL, "9"))} {
		if strings.Contains(h.log.String(), secret) {
			t.Errorf("the log holds %q", secret)
		}
	}
}

func TestSealedCookieOfAnotherHubIsRefused(t *testing.T) {
	h := newHub(t)
	options := h.login.LoginOptions
	options.CookieKey = bytes.Repeat([]byte{8}, 32)
	other, err := oidc.NewLogin(options)
	if err != nil {
		t.Fatal(err)
	}
	b := h.browser()
	callback := b.callback("uk", "ada", "")
	h.Config.Handler = other.Handler()
	h.failed(b.get(callback), "not sealed by this hub")
}

var _ oidc.SessionStore = (*oidc.MemorySessions)(nil)

func TestMemorySessions(t *testing.T) {
	clock := newHands()
	m := oidc.NewMemorySessions(clock.now)
	ctx := t.Context()
	one, two := oidc.SessionKey{1}, oidc.SessionKey{2}
	if err := m.Create(ctx, one, oidc.Session{Ends: start.Add(time.Hour)}); err != nil {
		t.Fatal(err)
	}
	if err := m.Delete(ctx, two); err != nil {
		t.Errorf("deleting nothing: %v", err)
	}
	for _, err := range []error{m.Change(ctx, two, func(*oidc.Session) {}), second(m.Find(ctx, two))} {
		if err != oidc.ErrNoSession { //nolint:errorlint // the store promises this very error
			t.Errorf("got %v, want ErrNoSession", err)
		}
	}
	clock.forward(time.Hour)
	if err := m.Create(ctx, two, oidc.Session{Ends: start.Add(2 * time.Hour)}); err != nil {
		t.Fatal(err)
	}
	if err := second(m.Find(ctx, one)); err != oidc.ErrNoSession { //nolint:errorlint // as above
		t.Errorf("an ended session is kept: %v", err)
	}
}

func second(_ oidc.Session, err error) error { return err }
