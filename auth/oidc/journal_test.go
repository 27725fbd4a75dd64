package oidc_test

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"entente/auth"
	"entente/auth/oidc"
)

// diary is a Journal that keeps what it is told, until it is full.
type diary struct {
	mu    sync.Mutex
	lines []string
	full  error
}

func (d *diary) write(what string, p auth.Principal) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.full != nil {
		return d.full
	}
	d.lines = append(d.lines, strings.TrimSpace(what+" "+p.Name))
	return nil
}

func (d *diary) SignedIn(_ context.Context, p auth.Principal, again bool) error {
	if again {
		return d.write("again", p)
	}
	return d.write("in", p)
}

func (d *diary) SignedOut(_ context.Context, p auth.Principal) error { return d.write("out", p) }
func (d *diary) Ended(_ context.Context, p auth.Principal) error     { return d.write("ended", p) }
func (d *diary) Refused(_ context.Context, p auth.Principal) error   { return d.write("refused", p) }

// said are the lines since the last time.
func (d *diary) said() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	lines := d.lines
	d.lines = nil
	return lines
}

func TestTheJournalHasEveryComingAndGoing(t *testing.T) {
	h, d := newHub(t), &diary{}
	h.keepIn(d)
	b := h.browser()
	for _, step := range []struct {
		what string
		do   func()
		want []string
	}{
		{"a stranger", func() { b.who() }, nil},
		{"a login", func() { b.signIn("uk", "ada") }, []string{"in Ada Invented"}},
		{"a question", func() { b.who() }, nil},
		{"proved anew", func() { b.signIn("uk", "ada") }, []string{"again Ada Invented"}},
		{"another officer at the same browser", func() { b.signIn("uk", "bob") }, []string{"ended Ada Invented", "in Bob Invented"}},
		{"a logout", func() { b.do(b.request("POST", h.URL+"/logout", url.Values{})) }, []string{"out Bob Invented"}},
		{"a logout of nobody", func() { b.do(b.request("POST", h.URL+"/logout", url.Values{})) }, nil},
		{"an organisation the issuer may not vouch for", func() { b.signIn("uk", "eve") }, []string{"refused"}},
		{"an answer to no login", func() { b.get(h.URL + "/login/uk/callback?state=x&code=y") }, []string{"refused"}},
		{"a token that is none", func() { b.bearer("x") }, []string{"refused"}},
		{"a session nobody gave", func() { b.setCookie("entente", "planted"); b.who() }, []string{"refused"}},
		{"a new login", func() { b.signIn("ro", "ion") }, []string{"in Ion Inventat"}},
		{"a session whose time is over", func() { h.forward(oidc.DefaultIdle + time.Second); b.who() }, []string{"ended Ion Inventat"}},
		{"the same once more", func() { b.who() }, []string{"refused"}},
		{"a login before trust is lost", func() { b.signIn("uk", "ada") }, []string{"in Ada Invented"}},
		{"trust is lost", func() { h.replace(func(e []oidc.Issuer) []oidc.Issuer { return e[1:] }); b.who() }, []string{"ended Ada Invented"}},
	} {
		step.do()
		if got := d.said(); !slices.Equal(got, step.want) {
			t.Errorf("%s: the journal has %q, want %q", step.what, got, step.want)
		}
	}
}

// What cannot be written down does not happen: no cookie leaves. Only a logout
// happens all the same, and says that something failed.
func TestNobodyIsSignedInUnwritten(t *testing.T) {
	h, d := newHub(t), &diary{}
	h.keepIn(d)
	b := h.browser()
	d.full = errors.New("no space left")
	h.failed(b.signIn("uk", "ada"), "no space left")
	if b.cookie("entente") != "" || b.who().Officer.Officer != "" {
		t.Error("a session began that is not written down")
	}
	d.full = nil
	b.signIn("uk", "ada")
	d.full = errors.New("no space left")
	h.failed(b.do(b.request("POST", h.URL+"/logout", url.Values{})), "no space left")
	if b.who().Officer.Officer != "" {
		t.Error("the session goes on after a logout that could not be written down")
	}
}

// keepIn gives the hub's login a journal.
func (h *hub) keepIn(d *diary) {
	h.t.Helper()
	h.options.Journal = d
	login, err := oidc.NewLogin(h.options)
	if err != nil {
		h.t.Fatal(err)
	}
	*h.login = *login
}

func (b *browser) bearer(token string) page {
	b.t.Helper()
	r := b.request(http.MethodGet, b.h.URL+"/", nil)
	r.Header.Set("Authorization", "Bearer "+token)
	return b.do(r)
}
