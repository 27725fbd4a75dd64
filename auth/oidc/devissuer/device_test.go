package devissuer_test

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"entente/auth/oidc"
	"entente/auth/oidc/devissuer"
	"entente/graph"
)

// enter enters a code at the provider's page and gives its status.
func enter(t *testing.T, base, code, username, password string) int {
	t.Helper()
	form := url.Values{"user_code": {code}, "username": {username}, "password": {password}}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, base+"/device", strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	answer, err := (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Do(r)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = io.Copy(io.Discard, answer.Body)
	if err := answer.Body.Close(); err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode
}

func TestSignInByAnotherDevice(t *testing.T) {
	o, _ := serve(t, func(*devissuer.Options) {})
	d, err := oidc.BeginDevice(t.Context(), oidc.DeviceOptions{Issuer: o.URL, ClientID: devissuer.CommandLineClient, Clock: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if d.URL != o.URL+"/device" || d.Complete != d.URL+"?user_code="+d.Code || len(d.Code) != len("BCDF-GHJK") {
		t.Errorf("go to %s or %s with %s", d.URL, d.Complete, d.Code)
	}
	if page := get(t, d.Complete); !strings.Contains(page, `value="`+d.Code+`"`) {
		t.Error("the page does not fill the code in")
	}
	for _, tc := range []struct {
		code, password string
		status         int
	}{
		{d.Code, "wrong", http.StatusUnauthorized},
		{"BBBB-BBBB", devissuer.DefaultPassword, http.StatusBadRequest},
		{strings.ToLower(strings.ReplaceAll(d.Code, "-", "")), devissuer.DefaultPassword, http.StatusOK},
		{d.Code, devissuer.DefaultPassword, http.StatusBadRequest},
	} {
		if got := enter(t, o.URL, tc.code, "ada", tc.password); got != tc.status {
			t.Errorf("%s with password %s: %d, not %d", tc.code, tc.password, got, tc.status)
		}
	}
	got, err := d.Wait(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	registry, err := oidc.NewRegistry(devissuer.Trust(o, "uk", map[string]graph.ID{"northmet": northmet}))
	if err != nil {
		t.Fatal(err)
	}
	verifier := oidc.NewVerifier(registry, time.Now)
	defer verifier.Close()
	p, err := verifier.Principal(t.Context(), got.Token)
	if err != nil || p.Name != "Ada Invented" || got.Key != nil || got.Issuer != o.URL {
		t.Errorf("%q, %v; key %v", p.Name, err, got.Key)
	}
	if _, err := d.Wait(t.Context()); err == nil || !strings.Contains(err.Error(), "was refused") {
		t.Errorf("a code served twice: %v", err)
	}
}

func TestSignInByAnotherDeviceRefusals(t *testing.T) {
	o, _ := serve(t, func(*devissuer.Options) {})
	begin := func(issuer, client string) error {
		_, err := oidc.BeginDevice(context.Background(), oidc.DeviceOptions{Issuer: issuer, ClientID: client, Clock: time.Now})
		return err
	}
	for name, tc := range map[string]struct {
		err  error
		want string
	}{
		"the hub's own client": {begin(o.URL, "hub"), "unauthorized_client"},
		"unknown client":       {begin(o.URL, "stranger"), "refused"},
		"off loopback":         {begin("http://id.invented.example", devissuer.CommandLineClient), "must be https"},
		"another name":         {begin(o.URL+"/realm", devissuer.CommandLineClient), "by this very name"},
	} {
		if tc.err == nil || !strings.Contains(tc.err.Error(), tc.want) {
			t.Errorf("%s: %v, want %q", name, tc.err, tc.want)
		}
	}
}
