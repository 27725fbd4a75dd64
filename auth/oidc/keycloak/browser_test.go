package keycloak_test

import (
	"encoding/json"
	"errors"
	"html"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"entente/auth"
	"entente/graph"
)

// browser keeps cookies and follows redirects.
type browser struct {
	http.Client
	t    *testing.T
	base string // of the hub
}

func (h *door) browser() *browser {
	h.t.Helper()
	jar, err := cookiejar.New(nil)
	must(h.t, err)
	return &browser{t: h.t, base: h.URL, Client: http.Client{
		Jar: jar, Timeout: 30 * time.Second, Transport: &http.Transport{DisableKeepAlives: true},
	}}
}

// page is an answer, read.
type page struct {
	*http.Response
	text string
}

func (b *browser) send(method, target string, form url.Values, accept string) page {
	b.t.Helper()
	r, err := http.NewRequestWithContext(b.t.Context(), method, target, strings.NewReader(form.Encode()))
	must(b.t, err)
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if accept != "" {
		r.Header.Set("Accept", accept)
	}
	resp, err := b.Do(r)
	must(b.t, err)
	text, err := io.ReadAll(resp.Body)
	must(b.t, errors.Join(err, resp.Body.Close()))
	return page{resp, string(text)}
}

func (b *browser) get(target string) page { b.t.Helper(); return b.send("GET", target, nil, "") }

var formAction = regexp.MustCompile(`action="([^"]+)"`)

// asked says whether a page is Keycloak's, asking for the password.
func (p page) asked() bool { return strings.Contains(p.text, "kc-form-login") }

// proves types the password into Keycloak's page.
func (b *browser) proves(p page) page {
	b.t.Helper()
	action := formAction.FindStringSubmatch(p.text)
	if !p.asked() || action == nil {
		b.t.Fatalf("no login page at %s (%d): %.2000s", p.Request.URL, p.StatusCode, p.text)
	}
	return b.send("POST", html.UnescapeString(action[1]), url.Values{"username": {"ana"}, "password": {password}}, "")
}

// signIn signs ana in at a realm, by password or by the realm's own session.
func (b *browser) signIn(realm string) page {
	b.t.Helper()
	p := b.get(b.base + "/login/" + realm + "?return_to=/who")
	if p.asked() {
		p = b.proves(p)
	}
	return p
}

// answer is what the hub's one page says.
type answer struct {
	Code    graph.Code
	Officer auth.Principal
}

func (b *browser) who() answer {
	b.t.Helper()
	var a answer
	must(b.t, json.Unmarshal([]byte(b.get(b.base+"/who").text), &a))
	return a
}
