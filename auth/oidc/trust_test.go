package oidc_test

import (
	"context"
	"crypto/elliptic"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"entente/auth"
	"entente/auth/oidc"
	"entente/graph"
)

// decisions are what administrators have decided, for the tests of one hub.
type decisions struct {
	entries []graph.IssuerEntry
	version int64
	down    error
	read    int // how often the entries were asked for
}

func (d *decisions) IssuersVersion(context.Context) (int64, error) { return d.version, d.down }

func (d *decisions) Issuers(context.Context) ([]graph.IssuerEntry, int64, error) {
	d.read++
	return d.entries, d.version, d.down
}

func (d *decisions) decide(entries ...graph.IssuerEntry) { d.entries, d.version = entries, d.version+1 }

// written is the fake issuer's entry in the words of the configuration file.
func (f *fakeIssuer) written(name, more string) string {
	return fmt.Sprintf(`issuers:
  - name: %s
    display_name: Invented Police
    country: GB
    url: %s
    client_id: %s
    audience: %s
    organisations: {northmet: %s, southmet: %s}
    roles: {intel: ANALYST, boss: SUPERVISOR}
    clearances: {child-protection: CHILD}
%s`, name, f.URL, hubClient, hubAudience, northmet, southmet, more)
}

func following(t *testing.T, d *decisions, file ...oidc.Issuer) *oidc.Registry {
	t.Helper()
	r := newRegistry(t, file...)
	r.Follow(d, func(name string) (oidc.ClientProof, error) {
		return oidc.ClientProof{Secret: "secret of " + name}, nil
	})
	return r
}

func states(r *oidc.Registry) string {
	var out []string
	for _, i := range r.All() {
		out = append(out, i.Name+" "+string(i.State))
	}
	return strings.Join(out, ", ")
}

func TestDecisionsGoBeforeTheConfigurationFile(t *testing.T) {
	f, other := newFakeIssuer(t), newFakeIssuer(t)
	inFile := f.entry()
	for name, tc := range map[string]struct {
		entries []graph.IssuerEntry
		want    string
	}{
		"nothing":                        {nil, "uk active"},
		"a draft alone":                  {[]graph.IssuerEntry{{Name: "uk", Draft: "x"}, {Name: "new", Draft: other.written("new", "")}}, "uk active"},
		"the file's suspended":           {[]graph.IssuerEntry{{Name: "uk", Suspended: true}}, "uk suspended"},
		"another beside":                 {[]graph.IssuerEntry{{Name: "new", InForce: other.written("new", "")}}, "new active, uk active"},
		"another, suspended":             {[]graph.IssuerEntry{{Name: "new", InForce: other.written("new", ""), Suspended: true}}, "new suspended, uk active"},
		"in place of the file's":         {[]graph.IssuerEntry{{Name: "uk", InForce: other.written("uk", "")}}, "uk active"},
		"cannot be read":                 {[]graph.IssuerEntry{{Name: "uk", InForce: "issuers: []"}}, ""},
		"the URL of the file's":          {[]graph.IssuerEntry{{Name: "new", InForce: f.written("new", "")}}, "uk active"},
		"says active and is suspended":   {[]graph.IssuerEntry{{Name: "new", InForce: other.written("new", "    state: active"), Suspended: true}}, "new suspended, uk active"},
		"says suspended and is in force": {[]graph.IssuerEntry{{Name: "new", InForce: other.written("new", "    state: suspended")}}, "new active, uk active"},
	} {
		d := &decisions{}
		r := following(t, d, inFile)
		d.decide(tc.entries...)
		if err := r.Fresh(t.Context()); err != nil || states(r) != tc.want {
			t.Errorf("%s: %q, not %q; %v", name, states(r), tc.want, err)
		}
	}
}

// What proves the hub to an issuer that administrators entered comes from beside
// the hub; two proofs, or one that cannot be read, close that issuer and no other.
func TestDecidedIssuersProveTheHubByAKeyToo(t *testing.T) {
	f, other := newFakeIssuer(t), newFakeIssuer(t)
	key, err := oidc.ReadClientKey(keyFile(t, p256(t, elliptic.P256()), 0o600))
	if err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		proof oidc.ClientProof
		err   error
		want  string
	}{
		"a key":      {oidc.ClientProof{Key: key}, nil, "new active, uk active"},
		"both":       {oidc.ClientProof{Key: key, Secret: "x"}, nil, "uk active"},
		"unreadable": {oidc.ClientProof{}, errors.New("no right to read it"), "uk active"},
	} {
		d := &decisions{}
		r := newRegistry(t, f.entry())
		r.Follow(d, func(string) (oidc.ClientProof, error) { return tc.proof, tc.err })
		d.decide(graph.IssuerEntry{Name: "new", InForce: other.written("new", "")})
		if err := r.Fresh(t.Context()); err != nil || states(r) != tc.want {
			t.Errorf("%s: %q, not %q; %v", name, states(r), tc.want, err)
		}
		if got, ok := r.ByName("new"); ok && got.ClientKey != key {
			t.Errorf("%s: the key is %v", name, got.ClientKey)
		}
	}
}

func TestARegistryReadsTheEntriesOnlyWhenTheyChanged(t *testing.T) {
	d := &decisions{}
	r := following(t, d, newFakeIssuer(t).entry())
	d.decide()
	for range 3 {
		if err := r.Fresh(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if d.read != 1 {
		t.Errorf("read %d times", d.read)
	}
	d.down = errors.New("no store")
	if err := r.Fresh(t.Context()); err == nil {
		t.Error("fresh without the store")
	}
	if i, _ := r.ByName("uk"); i.ClientSecret != "" {
		t.Error("the file's issuer has a secret that was not its own")
	}
}

// A suspended issuer's sessions and tokens are refused at once, and a store that
// cannot say whether it is lets nobody in.
func TestSuspendingAnIssuerClosesTheDoorAtOnce(t *testing.T) {
	l := newLeaver(t)
	d := &decisions{}
	l.registry.Follow(d, nil)
	desk := l.signedIn("1", "officer-7", "desk")
	bearer := desk.Clone(t.Context())
	bearer.Header.Del("Cookie")
	bearer.Header.Set("Authorization", "Bearer "+l.token(t, l.accessHeader(), l.accessClaims()))
	if !l.holds(desk) || !l.holds(bearer) {
		t.Fatalf("before: %v %v", l.holds(desk), l.holds(bearer))
	}
	d.down = errors.New("no store")
	if _, err := l.login.Authenticate(bearer); err == nil || graph.CodeOf(err) != graph.Internal {
		t.Errorf("without the store: %v", err)
	}
	d.down = nil
	d.decide(graph.IssuerEntry{Name: "uk", Suspended: true})
	if l.holds(bearer) || l.holds(desk) {
		t.Error("a suspended issuer still opens the door")
	}
	d.decide(graph.IssuerEntry{Name: "uk"})
	if !l.holds(bearer) || l.holds(desk) {
		t.Errorf("trusted again: its tokens open %v, and the session that ended %v", l.holds(bearer), l.holds(desk))
	}
}

func TestEntriesAreCheckedWithTheirLine(t *testing.T) {
	f := newFakeIssuer(t)
	good, err := oidc.ParseEntry(f.written("uk", "    step_up: {acr: [gold], amr: [otp], max_age: 15m}\n    contacts: [desk@police.example]"))
	want := auth.Proof{ACR: []string{"gold"}, AMR: []string{"otp"}, MaxAge: 15 * time.Minute}
	if err != nil || fmt.Sprint(good.StepUp) != fmt.Sprint(want) || len(good.Contacts) != 1 {
		t.Errorf("%+v, %v", good, err)
	}
	for text, fault := range map[string]string{
		"issuers: []": ":1: issuers: must list at least one issuer",
		f.written("uk", "    client_secret_file: /etc/passwd"):                                    ":11: issuer \"uk\": client_secret_file: is for the configuration file",
		f.written("uk", "    client_key_file: /etc/passwd"):                                       ":11: issuer \"uk\": client_key_file: is for the configuration file",
		f.written("uk", "    step_up: {max_age: -1m}"):                                            ":11: issuer \"uk\": step_up: max_age must be whole seconds",
		f.written("uk", "    step_up: {acr: [\"two words\"]}"):                                    ":11: issuer \"uk\": step_up: acr and amr must be single words",
		f.written("step-up", ""):                                                                  ":2: issuer \"step-up\": name: is taken by the hub itself",
		f.written("uk", "    surprise: yes"):                                                      ":11: ",
		f.written("uk", "") + strings.TrimPrefix(newFakeIssuer(t).written("b", ""), "issuers:\n"): "must list one issuer",
		strings.Repeat("#", 20<<10):                                                               "at most 16 KiB",
	} {
		if _, err := oidc.ParseEntry(text); err == nil || !strings.Contains(err.Error(), fault) {
			t.Errorf("%.400s: %v, not %q", text, err, fault)
		}
	}
}

func TestADryRunSaysWhatATokenWouldBecome(t *testing.T) {
	f := newFakeIssuer(t)
	v := newVerifier(t, newRegistry(t), newHands().now)
	entry := f.entry()
	entry.State = oidc.Suspended // what it is now does not matter
	for name, token := range map[string]string{
		"access token": f.token(t, f.accessHeader(), f.accessClaims()),
		"ID token":     f.token(t, f.idHeader(), f.idClaims()),
	} {
		p, err := v.DryRun(t.Context(), entry, token)
		if err != nil || p.Organisation != northmet || len(p.Roles) != 1 || p.Roles[0] != auth.Analyst || !p.Proved(start) {
			t.Errorf("%s: %+v, %v", name, p, err)
		}
	}
	for token, reason := range map[string]string{
		"x": "not a signed compact token",
		f.token(t, f.accessHeader(), f.accessClaims().with("org", "carpati")):               "may not vouch for",
		newSigner(t, "first").token(t, f.accessHeader(), f.accessClaims()):                  "no key of the issuer",
		f.token(t, f.accessHeader(), f.accessClaims().with("iss", "https://other.example")): "not in the trust registry",
	} {
		if _, err := v.DryRun(t.Context(), entry, token); err == nil || !strings.Contains(err.Error(), reason) {
			t.Errorf("%v, not %q", err, reason)
		}
	}
}
