package oidc_test

import (
	"bufio"
	"crypto/elliptic"
	"encoding/json"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"

	goidc "github.com/coreos/go-oidc/v3/oidc"
	"github.com/go-jose/go-jose/v4"
	"golang.org/x/oauth2/clientcredentials"

	"entente/auth"
	"entente/auth/oidc"
	"entente/graph"
)

// newForeign starts oidc-provider from npm and has a hub trust it as "foreign",
// to prove itself by a key.
func newForeign(t *testing.T) (*hub, oidc.Issuer) {
	t.Helper()
	if _, err := os.Stat("foreign/node_modules/oidc-provider"); err != nil {
		t.Fatal("oidc-provider is not installed: make foreign")
	}
	h := newHub(t)
	h.at.Store(time.Now().Unix())                     // the provider knows no other time
	listener, err := net.Listen("tcp", "127.0.0.1:0") //nolint:noctx // over at once
	if err != nil {
		t.Fatal(err)
	}
	issuer := "http://" + listener.Addr().String()
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	key, err := oidc.ReadClientKey(keyFile(t, p256(t, elliptic.P256()), 0o600))
	if err != nil {
		t.Fatal(err)
	}
	settings := members{
		"issuer": issuer, "audience": hubAudience, "hub": h.login.RedirectURI("foreign"),
		"keys": jose.JSONWebKeySet{Keys: []jose.JSONWebKey{key.Public()}},
	}.text(t)
	provider := exec.CommandContext(t.Context(), "node", "provider.mjs", settings)
	provider.Dir, provider.Stderr = "foreign", t.Output()
	said, err := provider.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := provider.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = provider.Process.Kill(); _ = provider.Wait() })
	for lines := bufio.NewScanner(said); !strings.HasSuffix(lines.Text(), "ready"); {
		if !lines.Scan() {
			t.Fatal("the foreign provider did not start")
		}
	}
	entry := oidc.Issuer{
		Name: "foreign", DisplayName: "Poliția Inventată", Country: "RO", URL: issuer, ClientID: hubClient, ClientKey: key,
		Audience: hubAudience, SenderConstrained: true,
		Organisations: oidc.Mapping[graph.ID]{Values: map[string]graph.ID{"carpati": carpati}},
		Roles:         oidc.Mapping[auth.Role]{Values: map[string]auth.Role{"ofiter": auth.Investigator}},
	}
	h.entries = append(h.entries, entry)
	h.replace(func(entries []oidc.Issuer) []oidc.Issuer { return entries })
	return h, entry
}

// A provider that is not ours: the request is pushed, the hub proves itself by
// its key, and the provider names itself in its answer.
func TestForeignProviderSignsIn(t *testing.T) {
	h, entry := newForeign(t)
	b := h.browser()
	begun, err := url.Parse(b.still().get(h.URL + "/login/foreign").Header.Get("Location"))
	if err != nil {
		t.Fatal(err)
	}
	if q := begun.Query(); len(q) != 2 || !strings.HasPrefix(q.Get("request_uri"), "urn:ietf:params:oauth:request_uri:") {
		t.Errorf("the browser carries %v", q)
	}
	b.get(begun.String())
	got := b.who().Officer
	if got.Name != "Ion Inventat" || got.Organisation != carpati || !got.Is(auth.Investigator) || got.Officer != auth.OfficerID(entry.URL, "7") {
		t.Errorf("signed in as %+v\n%s", got, h.log)
	}
}

var (
	formInput = regexp.MustCompile(`name="([^"]+)"(?: value|\s+value)="([^"]*)"`)
	formValue = regexp.MustCompile(`<input type="hidden" name="([^"]+)" value="([^"]*)"`)
)

// enterCode goes through the provider's pages for a device.
func (b *browser) enterCode(address, code string) page {
	b.t.Helper()
	form := url.Values{"user_code": {code}}
	for _, field := range formInput.FindAllStringSubmatch(b.get(address).text, -1) {
		if field[1] == "xsrf" {
			form.Set("xsrf", field[2])
		}
	}
	confirm := b.do(b.request("POST", address, form))
	form = url.Values{"confirm": {"yes"}}
	for _, field := range formValue.FindAllStringSubmatch(confirm.text, -1) {
		form.Set(field[1], field[2])
	}
	return b.do(b.request("POST", address, form))
}

// The command line signs in by another device; its token is bound to a key, and
// opens the hub with a proof of it alone.
func TestForeignProviderBindsTokens(t *testing.T) {
	h, entry := newForeign(t)
	device, err := oidc.BeginDevice(t.Context(), oidc.DeviceOptions{
		Issuer: entry.URL, ClientID: "entente-cli", Resource: hubAudience, Clock: time.Now,
	})
	if err != nil {
		t.Fatal(err)
	}
	if done := h.browser().enterCode(device.URL, device.Code); done.StatusCode != http.StatusOK {
		t.Fatalf("entering the code: %d %s", done.StatusCode, done.text)
	}
	kept, err := device.Wait(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(kept)
	if err != nil {
		t.Fatal(err)
	}
	var credential oidc.Credential
	if err := json.Unmarshal(text, &credential); err != nil || credential.Key == nil {
		t.Fatalf("%v; the key is %v", err, credential.Key)
	}
	r := h.browser().request("POST", h.URL+"/graphql", nil)
	h.at.Store(time.Now().Unix())
	if err := credential.Sign(r, h.now()); err != nil {
		t.Fatal(err)
	}
	if p, err := h.login.Authenticate(r); err != nil || p.Name != "Ion Inventat" {
		t.Errorf("%q, %v", p.Name, err)
	}
	_, err = h.login.Authenticate(r)
	refused(t, err, "has been here before")
	r.Header.Set("Authorization", "Bearer "+credential.Token)
	_, err = h.login.Authenticate(r)
	refused(t, err, "not a bearer token")
}

// A program signs in by its own credentials, as what the registry says it is.
func TestForeignProviderServices(t *testing.T) {
	h, entry := newForeign(t)
	entry.SenderConstrained = false
	entry.Services = []oidc.Service{{ClientID: "plates", Name: "Number plate feed", Organisation: carpati, Roles: []auth.Role{auth.Analyst}}}
	h.replace(func([]oidc.Issuer) []oidc.Issuer { return []oidc.Issuer{entry} })
	config := clientcredentials.Config{
		ClientID: "plates", ClientSecret: "invented", TokenURL: entry.URL + "/token",
		EndpointParams: url.Values{"resource": {hubAudience}},
	}
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	token, err := config.Token(goidc.ClientContext(t.Context(), client))
	if err != nil {
		t.Fatal(err)
	}
	h.at.Store(time.Now().Unix())
	r := h.browser().request("POST", h.URL+"/graphql", nil)
	r.Header.Set("Authorization", "Bearer "+token.AccessToken)
	p, err := h.login.Authenticate(r)
	if err != nil || !p.Service || p.Name != "Number plate feed" || len(p.Roles) != 1 || p.Roles[0] != auth.Analyst {
		t.Errorf("%+v, %v", p, err)
	}
}
