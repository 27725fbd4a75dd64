package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/auth"
	"entente/auth/oidc/devissuer"
	"entente/graph/neo4j/neo4jtest"
)

// The hub runs against a Neo4j and an issuer of somebody's own: an
// organisation is made known, the issuer vouches for it, its officer asks.
func TestServe(t *testing.T) {
	at := neo4jtest.StartOwn(t)
	h := &devHub{tb: t, data: t.TempDir(), addr: freeAddress(t), watch: freeAddress(t), uk: "http://" + freeAddress(t), tokens: map[string]string{}}
	password := filepath.Join(h.data, "password")
	must(t, os.WriteFile(password, []byte(at.Password+"\n"), 0o600))
	neo4j := []string{"--neo4j-uri", at.URI, "--neo4j-user", at.User, "--neo4j-password-file", password}
	if _, err := h.command(append([]string{"organisation", "list"}, neo4j...)...); err == nil || !strings.Contains(err.Error(), "migrate") {
		t.Errorf("a database without schema: %v", err)
	}
	var out bytes.Buffer
	must(t, run(context.Background(), append([]string{"migrate"}, neo4j...), &out, &out))
	add := append([]string{"organisation", "add", "Serve Test Police", "--country", "RO", "--contact", "desk"}, neo4j...)
	organisation, err := h.command(add...)
	must(t, err)
	organisation = lastLine(organisation)
	if again, err := h.command(add...); err != nil || lastLine(again) != organisation {
		t.Errorf("added again: %q, %v", again, err)
	}
	h.issuer(t, organisation)
	spans := newCollector(t)
	h.startArgs(append([]string{
		"serve", "--addr", h.addr, "--metrics-addr", h.watch, "--data", h.data, "--issuers", h.issuersFile(t, organisation), "--traces", spans.URL + "/v1/traces",
	}, neo4j...))
	token, err := devissuer.Token(context.Background(), h.uk, "serve.tester", devissuer.DefaultPassword)
	must(t, err)
	h.tokens["serve.tester"] = token
	var got struct {
		Me struct{ Organisation struct{ Name string } }
	}
	h.get("serve.tester", `{ me { organisation { name } } }`, &got)
	if got.Me.Organisation.Name != "Serve Test Police" {
		t.Errorf("the officer acts for %q", got.Me.Organisation.Name)
	}
	second := &devHub{tb: t, data: h.data, addr: freeAddress(t), uk: h.uk, tokens: h.tokens}
	second.startArgs(append([]string{
		"serve", "--addr", second.addr, "--metrics-addr", "", "--data", h.data, "--process", "second", "--issuers", h.issuersFile(t, organisation),
	}, neo4j...))
	h.figuresApart(t)
	secrets := h.asksOfSentinels(t, organisation)
	h.endsAtBoth(t, second)
	h.issuerCommands(t, second, organisation, neo4j)
	h.end() // sends the last spans
	spans.holdNothingOf(t, secrets)
}

// lastLine is what a command answers, behind what it logged on the way.
func lastLine(said string) string {
	lines := strings.Split(strings.TrimSpace(said), "\n")
	return lines[len(lines)-1]
}

// issuer serves a provider with one officer.
func (h *devHub) issuer(t *testing.T, organisation string) {
	t.Helper()
	stop, err := startProviders(context.Background(), []devProvider{{options: devissuer.Options{
		Name: "Test provider", Country: "RO", URL: h.uk, ClientID: devClient, Audience: devAudience,
		RedirectURIs: []string{"http://" + h.addr + "/login/ro/callback"},
		Officers: []devissuer.Officer{{
			Username: "serve.tester", Subject: "1", Name: "Serve Tester", Organisation: organisation, Roles: []auth.Role{auth.Analyst},
		}},
	}}})
	must(t, err)
	t.Cleanup(stop)
}

func (h *devHub) issuersFile(t *testing.T, organisation string) string {
	t.Helper()
	file := filepath.Join(h.data, "issuers.yaml")
	text := fmt.Sprintf(`issuers:
  - name: ro
    display_name: Test provider
    country: RO
    url: %s
    state: active
    client_id: %s
    audience: %s
    organisations: {%s: %s}
    roles: {ANALYST: ANALYST}
`, h.uk, devClient, devAudience, organisation, organisation)
	must(t, os.WriteFile(file, []byte(text), 0o600))
	return file
}

// What is set wrongly is said within seconds, with the setting to look at.
func TestServeSaysWhatIsSetWrongly(t *testing.T) {
	data := t.TempDir()
	password := filepath.Join(data, "password")
	must(t, os.WriteFile(password, []byte("wrong"), 0o600))
	h := &devHub{tb: t, data: data, addr: freeAddress(t), uk: "http://" + freeAddress(t)}
	issuers := h.issuersFile(t, "g041061050r3gg28a1c60t3gf20")
	faulty := filepath.Join(data, "faulty.yaml")
	must(t, os.WriteFile(faulty, []byte("issuers:\n  - name: ro\n    colour: red\n"), 0o600))
	cases := []struct{ name, says, uri, password, issuers string }{
		{"no Neo4j named", "NEO4J_URI", "", password, issuers},
		{"nobody there", "NEO4J_URI", "bolt://" + freeAddress(t), password, issuers},
		{"another scheme", "NEO4J_URI is to be bolt://", "http://127.0.0.1:7", password, issuers},
		{"no password file", "NEO4J_PASSWORD_FILE", "bolt://127.0.0.1:7", "", issuers},
		{"an unknown setting of an issuer", "faulty.yaml:3", "bolt://127.0.0.1:7", password, faulty},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			args := []string{"serve", "--addr", h.addr, "--data", data, "--issuers", c.issuers}
			if c.uri != "" {
				args = append(args, "--neo4j-uri", c.uri)
			}
			if c.password != "" {
				args = append(args, "--neo4j-password-file", c.password)
			}
			err := run(context.Background(), args, &out, &out)
			if err == nil || !strings.Contains(explain(err), c.says) {
				t.Errorf("%v does not name %s", err, c.says)
			}
		})
	}
}
