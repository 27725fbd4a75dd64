package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"entente/auth/oidc/devissuer"
)

// caller is somebody who asks two processes of one hub: by a session, or by the
// token of the officer.
type caller struct {
	http.Client
	t     *testing.T
	token string
}

var loginID = regexp.MustCompile(`name="id" value="([^"]+)"`)

// signIn goes the whole login in a browser that keeps cookies; the two processes
// have one host, as behind one address.
func (h *devHub) signIn(t *testing.T, username string) *caller {
	t.Helper()
	jar, err := cookiejar.New(nil)
	must(t, err)
	c := &caller{t: t, Client: http.Client{Jar: jar}}
	page := c.send(http.MethodGet, "http://"+h.addr+"/login/ro", "", nil)
	id := loginID.FindStringSubmatch(page)
	if id == nil {
		t.Fatalf("no page to sign in at: %s", page)
	}
	form := url.Values{"id": {id[1]}, "username": {username}, "password": {devissuer.DefaultPassword}}
	c.send(http.MethodPost, h.uk+"/login", form.Encode(), http.Header{"Content-Type": {"application/x-www-form-urlencoded"}})
	return c
}

func (c *caller) do(method, target, body string, header http.Header) *http.Response {
	c.t.Helper()
	r, err := http.NewRequestWithContext(c.t.Context(), method, target, strings.NewReader(body))
	must(c.t, err)
	for name, values := range header {
		r.Header[name] = values
	}
	if c.token != "" {
		r.Header.Set("Authorization", "Bearer "+c.token)
	}
	answer, err := c.Do(r) //nolint:bodyclose // closed by who reads it
	must(c.t, err)
	return answer
}

func (c *caller) send(method, target, body string, header http.Header) string {
	c.t.Helper()
	answer := c.do(method, target, body, header)
	text, err := io.ReadAll(answer.Body)
	must(c.t, err)
	must(c.t, answer.Body.Close())
	return string(text)
}

func asksJSON() http.Header { return http.Header{"Content-Type": {"application/json"}} }

// known says whether a process knows who asks.
func (c *caller) known(h *devHub) bool {
	c.t.Helper()
	return strings.Contains(c.send(http.MethodPost, "http://"+h.addr+"/graphql", `{"query":"{ me { officer { name } } }"}`, asksJSON()), "Serve Tester")
}

// listens opens a subscription at a process; the channel is closed when it ends.
func (c *caller) listens(h *devHub) <-chan struct{} {
	c.t.Helper()
	header := asksJSON()
	header.Set("Accept", "text/event-stream")
	answer := c.do(http.MethodPost, "http://"+h.addr+"/graphql", `{"query":"subscription { notices { notice { kind } } }"}`, header) //nolint:bodyclose // by who reads it
	lines := bufio.NewScanner(answer.Body)
	if answer.StatusCode != http.StatusOK || !lines.Scan() {
		c.t.Fatalf("no subscription at %s: %d", h.addr, answer.StatusCode)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		defer func() { _ = answer.Body.Close() }()
		for lines.Scan() {
			continue
		}
	}()
	return ended
}

// haveEnded waits until subscriptions have ended.
func haveEnded(t *testing.T, why string, all ...<-chan struct{}) {
	t.Helper()
	for _, ended := range all {
		select {
		case <-ended:
		case <-time.After(time.Minute):
			t.Fatalf("a subscription outlives it: %s", why)
		}
	}
}

// endsAtBoth begins a session at one process; the other knows it, and a logout
// there ends it at both, with the subscription that is open here.
func (h *devHub) endsAtBoth(t *testing.T, second *devHub) {
	t.Helper()
	c := h.signIn(t, "serve.tester")
	if !c.known(h) || !c.known(second) {
		t.Fatalf("signed in at one process: %v, %v\n%s", c.known(h), c.known(second), h.said)
	}
	here, there := c.listens(h), c.listens(second)
	held := &caller{t: t}
	jar, err := cookiejar.New(nil)
	must(t, err)
	at, err := url.Parse("http://" + h.addr)
	must(t, err)
	jar.SetCookies(at, c.Jar.Cookies(at))
	held.Jar = jar // the cookie as somebody kept it
	c.send(http.MethodPost, "http://"+second.addr+"/logout", "", http.Header{"Accept": {"application/json"}})
	if held.known(h) || held.known(second) {
		t.Error("signed out at one process, and still known at another")
	}
	haveEnded(t, "the logout at the second process", here, there)
}

// issuerCommands puts an entry in force from the command line, by two people, and
// suspends it: tokens, sessions and subscriptions end at both processes.
func (h *devHub) issuerCommands(t *testing.T, second *devHub, organisation string, neo4j []string) {
	t.Helper()
	file := h.issuersFile(t, organisation)
	entry := filepath.Join(h.data, "entry.yaml")
	text, err := os.ReadFile(file) //nolint:gosec // the test's own
	must(t, err)
	must(t, os.WriteFile(entry, bytes.ReplaceAll(text, []byte("    state: active\n"), nil), 0o600))
	issuer := func(operator string, args ...string) (string, error) {
		all := append(append([]string{"issuer"}, args...), neo4j...)
		return h.command(append(all, "--operator", operator)...)
	}
	for _, step := range []struct {
		operator, says, refused string
		args                    []string
	}{
		{"first", "PENDING", "", []string{"add", entry}},
		{"first", "(a draft waits for a second person)", "", []string{"list"}},
		{"first", "", "Somebody else", []string{"activate", "ro", "--read", "1"}},
		{"second", "", "version", []string{"activate", "ro", "--read", "2"}},
		{"second", "ACTIVE", "", []string{"activate", "ro", "--read", "1"}},
		{"second", "ACTIVE", "", []string{"list"}},
		{"second", "", `no issuer "gost" is trusted (known: ro;`, []string{"suspend", "gost"}},
		{"second", "", `no issuer "gost" is trusted (known: ro)`, []string{"suspend", "gost", "--issuers", file}},
		{"second", "", `no draft of an issuer "gost" waits`, []string{"activate", "gost", "--read", "1"}},
	} {
		said, err := issuer(step.operator, step.args...)
		if (err != nil) != (step.refused != "") || !strings.Contains(said, step.says) || err != nil && !strings.Contains(explain(err), step.refused) {
			t.Errorf("%s %v: %q, %v", step.operator, step.args, said, err)
		}
	}
	token, err := devissuer.Token(context.Background(), h.uk, "serve.tester", devissuer.DefaultPassword)
	must(t, err)
	tries(t, entry, token)
	byToken, bySession := &caller{t: t, token: token}, h.signIn(t, "serve.tester")
	if !byToken.known(h) || !byToken.known(second) || !bySession.known(second) {
		t.Fatal("what two people put in force lets nobody in")
	}
	open := []<-chan struct{}{byToken.listens(h), byToken.listens(second), bySession.listens(h), bySession.listens(second)}
	if said, err := issuer("third", "suspend", "ro"); err != nil || !strings.Contains(said, "SUSPENDED") {
		t.Fatalf("%q, %v", said, err)
	}
	for _, c := range []*caller{byToken, bySession} {
		if c.known(h) || c.known(second) {
			t.Error("the issuer is suspended, and vouches still")
		}
	}
	haveEnded(t, "the suspension of the issuer", open...)
}

// tries asks what a token would become, a good one and a spoilt one.
func tries(t *testing.T, entry, token string) {
	t.Helper()
	var out bytes.Buffer
	try := issuerDryRunCommand{File: entry}
	must(t, try.Run(t.Context(), &terminal{in: strings.NewReader(token + "\n"), out: &out}))
	if !strings.Contains(out.String(), "roles        [ANALYST]") {
		t.Errorf("the dry run says %s", out.String())
	}
	err := try.Run(t.Context(), &terminal{in: strings.NewReader(token + "x"), out: &out})
	if err == nil || !strings.Contains(err.Error(), "would be refused") {
		t.Errorf("a spoilt token: %v", err)
	}
}
