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
		AuthTime: start, AMR: []string{"pwd"}, Proof: oidc.DefaultStepUp(), Expires: start.Add(oidc.DefaultIdle), Session: ada.who().Officer.Session,
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
		{"after too long", "took too long", func(_ *browser, c string) string { h.forward(11 * time.Minute); return c }},
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

func TestPartnerMayNotClaimAnotherCountrysOrganisation(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	h.failed(b.signIn("uk", "eve"), "may not vouch")
	if got := b.who(); got.Code != graph.Unauthenticated {
		t.Errorf("eve is signed in: %+v", got)
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
	good := h.options
	for name, change := range map[string]func(*oidc.LoginOptions){
		"http off loopback": func(o *oidc.LoginOptions) { o.BaseURL = "http://hub.example" },
		"a path":            func(o *oidc.LoginOptions) { o.BaseURL = "https://hub.example/entente" },
		"a short key":       func(o *oidc.LoginOptions) { o.CookieKey = []byte("short") },
		"no language":       func(o *oidc.LoginOptions) { o.Wordings = map[string]oidc.Wording{"not a tag": {}} },
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

func TestChoosingAnAgency(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	r := b.request("GET", h.URL+"/login?return_to=/operations", nil)
	r.Header.Set("Accept-Language", "ro-RO,ro;q=0.9,en;q=0.5")
	got := b.do(r)
	for _, want := range []string{`<html lang="ro">`, "Alegeți instituția", "Show my agency", `href="/login/uk?return_to=%2Foperations"`, `name="return_to" value="/operations"`, "Provider uk", "GB", "Provider ro", "RO"} {
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
	h.options.Verifier.Close()
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
	options := h.options
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
