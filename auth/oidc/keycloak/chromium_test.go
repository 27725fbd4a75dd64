package keycloak_test

import (
	"bufio"
	"crypto/hmac"
	"crypto/sha1" //nolint:gosec // what RFC 6238 and Keycloak's default have
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"entente/graph"
)

// chromium is an officer's real browser.
type chromium struct {
	t     *testing.T
	tells io.Writer
	said  *bufio.Reader
}

// view is what stands in its window.
type view struct{ Fault, Address, Text, HTML string }

// newChromium starts one, ended with the test.
func newChromium(t *testing.T) *chromium {
	t.Helper()
	if _, err := os.Stat(filepath.Join("..", "..", "..", "web", "node_modules", "@playwright", "test")); err != nil {
		t.Fatal("Playwright is not installed: make web-modules")
	}
	cmd := exec.CommandContext(t.Context(), "node", "chromium.mjs")
	cmd.Stderr = t.Output()
	tells, err := cmd.StdinPipe()
	must(t, err)
	said, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	t.Cleanup(func() { _ = tells.Close(); _ = cmd.Wait() })
	c := &chromium{t: t, tells: tells, said: bufio.NewReader(said)}
	if line := c.line(); line != "ready\n" {
		t.Fatalf("Chromium did not start: %q", line)
	}
	return c
}

func (c *chromium) line() string {
	c.t.Helper()
	line, err := c.said.ReadString('\n')
	must(c.t, err)
	return line
}

// tell has the browser do something and gives what it shows then.
func (c *chromium) tell(does, where, value string) view {
	c.t.Helper()
	command, err := json.Marshal(map[string]string{"does": does, "address": where, "field": where, "value": value})
	must(c.t, err)
	_, err = fmt.Fprintf(c.tells, "%s\n", command)
	must(c.t, err)
	var v view
	must(c.t, json.Unmarshal([]byte(c.line()), &v))
	if v.Fault != "" {
		c.t.Fatalf("%s %s: %s\nat %s: %.2000s", does, where, v.Fault, v.Address, v.Text)
	}
	return v
}

// types fills a field of Keycloak's page and sends it.
func (c *chromium) types(field, value string) { c.t.Helper(); c.tell("fill", field, value) }

func (c *chromium) send() view { c.t.Helper(); return c.tell("click", "#kc-login", "") }

// who asks the hub's page.
func (c *chromium) who(h *door) answer {
	c.t.Helper()
	var a answer
	must(c.t, json.Unmarshal([]byte(c.tell("open", h.URL+"/who", "").Text), &a))
	return a
}

// Debian's Chromium logs in, is asked for the second factor by a step-up, and is out
// at its next request once the provider has signed the officer out.
func inChromium(t *testing.T, h *door, keycloak *server) {
	c := newChromium(t)
	if v := c.tell("open", h.URL+"/login", ""); !strings.Contains(v.Text, "Invented Police uk") {
		t.Fatalf("no choice of agencies: %s", v.Text)
	}
	c.tell("click", `a[href="/login/uk"]`, "")
	c.types("#username", "ana")
	c.types("#password", password)
	c.send()
	signedIn := c.who(h)
	if p := signedIn.Officer; signedIn.Code != "" || p.Organisation != northmet || p.ACR != "silver" || p.Proved(time.Now()) {
		t.Fatalf("after the password: %+v; %s", signedIn, h.log)
	}
	if v := c.tell("open", h.URL+"/login/step-up?return_to=/who", ""); !strings.Contains(v.HTML, `id="otp"`) {
		t.Fatalf("the step-up did not ask for the second factor: %s: %s", v.Address, v.Text)
	}
	c.types("#otp", code(time.Now()))
	if v := c.send(); v.Address != h.URL+"/who" {
		t.Fatalf("the step-up ended at %s: %s; %s", v.Address, v.Text, h.log)
	}
	if p := c.who(h).Officer; p.ACR != "gold" || !p.Proved(time.Now()) {
		t.Errorf("after the second factor: %+v", p)
	}
	keycloak.signIn() // a browser takes its time, and an administrator's token lives a minute
	keycloak.administer("uk/users/"+keycloak.user("uk", "ana")+"/logout", map[string]any{}, nil)
	if got := c.who(h); got.Code != graph.Unauthenticated {
		t.Errorf("signed out at Keycloak, and signed in still in Chromium: %+v; %s", got, h.log)
	}
}

// code is the officer's second factor at a moment (RFC 6238).
func code(at time.Time) string {
	mac := hmac.New(sha1.New, []byte(otpSecret))
	_ = binary.Write(mac, binary.BigEndian, at.Unix()/30)
	sum := mac.Sum(nil)
	from := sum[len(sum)-1] & 0xf
	return fmt.Sprintf("%06d", (binary.BigEndian.Uint32(sum[from:])&0x7fffffff)%1_000_000)
}
