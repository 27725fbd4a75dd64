package devissuer_test

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"entente/auth"
	"entente/auth/oidc"
	"entente/auth/oidc/devissuer"
	"entente/graph"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

var northmet = graph.IDOf(graph.NounOrganisation, [16]byte{1})

func options(base string) devissuer.Options {
	return devissuer.Options{
		Name: "Invented Police", Country: "GB", URL: base, ClientID: "hub", Audience: "https://hub.example/api",
		RedirectURIs: []string{"http://127.0.0.1:8080/login/uk/callback"},
		Officers: []devissuer.Officer{
			{
				Username: "ada", Subject: "7", Name: "Ada Invented", Organisation: "northmet",
				Roles: []auth.Role{auth.Analyst, auth.Supervisor}, Clearances: []graph.Compartment{graph.Child},
			},
			{Username: "bob", Subject: "8", Name: "Bob Invented", Organisation: "northmet"},
		},
	}
}

// serve starts a provider and stops it at the end of the test.
func serve(t *testing.T, change func(*devissuer.Options)) (devissuer.Options, *httptest.Server) {
	t.Helper()
	server := httptest.NewUnstartedServer(nil)
	o := options("http://" + server.Listener.Addr().String())
	change(&o)
	p, err := devissuer.New(o)
	if err != nil {
		t.Fatal(err)
	}
	server.Config.Handler = p
	server.Start()
	t.Cleanup(server.Close)
	return o, server
}

func TestTokenOpensTheHub(t *testing.T) {
	o, _ := serve(t, func(*devissuer.Options) {})
	token, err := devissuer.Token(t.Context(), o.URL, "ADA", devissuer.DefaultPassword)
	if err != nil {
		t.Fatal(err)
	}
	registry, err := oidc.NewRegistry(devissuer.Trust(o, "uk", map[string]graph.ID{"northmet": northmet}))
	if err != nil {
		t.Fatal(err)
	}
	verifier := oidc.NewVerifier(registry, time.Now)
	defer verifier.Close()
	got, err := verifier.Principal(t.Context(), token)
	if err != nil {
		t.Fatal(err, errors.Unwrap(err))
	}
	want := auth.Principal{
		Officer: auth.OfficerID(o.URL, "7"), Issuer: o.URL, Subject: "7", Name: "Ada Invented", Organisation: northmet,
		Roles: []auth.Role{auth.Analyst, auth.Supervisor}, Clearances: []graph.Compartment{graph.Child},
		AuthTime: got.AuthTime, AMR: got.AMR, Proof: oidc.DefaultStepUp(), Expires: got.Expires,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !got.AuthTime.Before(got.Expires) {
		t.Errorf("signed in at %s, valid until %s", got.AuthTime, got.Expires)
	}
}

func TestTokenRefusals(t *testing.T) {
	o, _ := serve(t, func(*devissuer.Options) {})
	for _, tc := range []struct{ issuer, username, password, want string }{
		{o.URL, "nobody", devissuer.DefaultPassword, "no such officer"},
		{o.URL, "ada", "wrong", "no such officer, or the password is wrong"},
		{"https://id.example", "ada", devissuer.DefaultPassword, "not on loopback"},
	} {
		if _, err := devissuer.Token(t.Context(), tc.issuer, tc.username, tc.password); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s %s: got %v, want %q", tc.issuer, tc.username, err, tc.want)
		}
	}
}

func TestSigningKeySurvivesARestart(t *testing.T) {
	file := filepath.Join(t.TempDir(), "uk.key")
	keys := func() string {
		_, server := serve(t, func(o *devissuer.Options) { o.KeyFile = file })
		return get(t, server.URL+"/keys")
	}
	first := keys()
	if second := keys(); first != second {
		t.Errorf("the keys changed:\n%s\n%s", first, second)
	}
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode() != fs.FileMode(0o600) {
		t.Errorf("the key file is %s", info.Mode())
	}
	if err := os.WriteFile(file, []byte("not a key"), 0o600); err != nil {
		t.Fatal(err)
	}
	o := options("http://127.0.0.1:1")
	o.KeyFile = file
	if _, err := devissuer.New(o); err == nil || !strings.Contains(err.Error(), "delete it") {
		t.Errorf("got %v", err)
	}
}

func get(t *testing.T, target string) string {
	t.Helper()
	w := httptest.NewRecorder()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, target, nil)
	if err != nil {
		t.Fatal(err)
	}
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.Body.ReadFrom(resp.Body)
	if err := errors.Join(err, resp.Body.Close()); err != nil {
		t.Fatal(err)
	}
	return w.Body.String()
}

func TestOnlyLoopback(t *testing.T) {
	for _, base := range []string{"http://192.0.2.1:9001", "https://127.0.0.1:9001", "http://id.example", "http://127.0.0.1:9001/path", ""} {
		if _, err := devissuer.New(options(base)); err == nil {
			t.Errorf("a provider was made for %q", base)
		}
		if strings.HasPrefix(base, "https://127") || strings.HasSuffix(base, "path") {
			continue
		}
		if l, err := devissuer.Listen(t.Context(), base); err == nil {
			t.Errorf("listens for %q at %s", base, l.Addr())
		}
	}
	l, err := devissuer.Listen(t.Context(), "http://127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
}

func TestAnswersItsOwnMachineAndNameOnly(t *testing.T) {
	p, err := devissuer.New(options("http://127.0.0.1:9001"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		remote, host string
		want         int
	}{
		{"127.0.0.1:5000", "127.0.0.1:9001", http.StatusOK},
		{"192.0.2.7:5000", "127.0.0.1:9001", http.StatusForbidden},
		{"127.0.0.1:5000", "rebound.example:9001", http.StatusForbidden},
	} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
		r.RemoteAddr, r.Host = tc.remote, tc.host
		w := httptest.NewRecorder()
		p.ServeHTTP(w, r)
		if w.Code != tc.want {
			t.Errorf("from %s for %s: %d, want %d", tc.remote, tc.host, w.Code, tc.want)
		}
	}
}

func TestDiscoveryOffersWhatIsServed(t *testing.T) {
	o, _ := serve(t, func(*devissuer.Options) {})
	var got struct {
		Issuer     string   `json:"issuer"`
		Responses  []string `json:"response_types_supported"`
		Grants     []string `json:"grant_types_supported"`
		Challenges []string `json:"code_challenge_methods_supported"`
		Algorithms []string `json:"id_token_signing_alg_values_supported"`
		Names      bool     `json:"authorization_response_iss_parameter_supported"`
		EndSession string   `json:"end_session_endpoint"`
	}
	if err := json.Unmarshal([]byte(get(t, o.URL+"/.well-known/openid-configuration")), &got); err != nil {
		t.Fatal(err)
	}
	want := got
	want.Issuer, want.EndSession, want.Names = o.URL, o.URL+"/end_session", true
	want.Responses, want.Grants = []string{"code"}, []string{"authorization_code", "urn:ietf:params:oauth:grant-type:device_code"}
	want.Challenges, want.Algorithms = []string{"S256"}, []string{"ES256"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAuthorizeRefusals(t *testing.T) {
	o, server := serve(t, func(*devissuer.Options) {})
	good := url.Values{
		"client_id": {"hub"}, "redirect_uri": {o.RedirectURIs[0]}, "response_type": {"code"},
		"scope": {"openid"}, "state": {"s"}, "code_challenge": {"c"}, "code_challenge_method": {"S256"},
	}
	client := http.Client{
		Transport:     &http.Transport{DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	for _, tc := range []struct{ name, key, value, leads string }{
		{"good", "state", "s", "/login?id="},
		{"no PKCE", "code_challenge", "", o.RedirectURIs[0] + "?error=invalid_request"},
		{"plain PKCE", "code_challenge_method", "plain", o.RedirectURIs[0] + "?error=invalid_request"},
		{"implicit flow", "response_type", "id_token", ""},
		{"unregistered address", "redirect_uri", "http://127.0.0.1:8080/elsewhere", ""},
		{"unknown client", "client_id", "stranger", ""},
	} {
		q := url.Values{}
		for k, v := range good {
			q[k] = v
		}
		q.Set(tc.key, tc.value)
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL+"/authorize?"+q.Encode(), nil)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := resp.Body.Close(); err != nil {
			t.Error(err)
		}
		leads := resp.Header.Get("Location")
		if tc.leads == "" && strings.Contains(leads, "code=") || !strings.HasPrefix(leads, tc.leads) {
			t.Errorf("%s: %d, leads to %q, want %q", tc.name, resp.StatusCode, leads, tc.leads)
		}
	}
}

func TestNothingBesideTheTwoFlowsIsServed(t *testing.T) {
	_, server := serve(t, func(*devissuer.Options) {})
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	for _, path := range []string{"/userinfo", "/oauth/introspect", "/revoke", "/authorize/callback?id=x"} {
		r, err := http.NewRequestWithContext(context.Background(), http.MethodPost, server.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := resp.Body.Close(); err != nil {
			t.Error(err)
		}
		if resp.StatusCode != http.StatusNotFound && resp.StatusCode != http.StatusMethodNotAllowed {
			t.Errorf("%s: %d", path, resp.StatusCode)
		}
	}
}
