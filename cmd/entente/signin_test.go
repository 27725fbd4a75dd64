package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"entente/auth"
	"entente/auth/oidc/devissuer"
)

var userCode = regexp.MustCompile(`enter the code (\S+)`)

// signInAs runs 'entente login' and enters its code.
func signInAs(t *testing.T, issuer, file, username string) string {
	t.Helper()
	said, ended := &lockedBuffer{}, make(chan error, 1)
	go func() {
		ended <- run(context.Background(), []string{"login", issuer, "--sign-in", file}, said, said)
	}()
	var code []string
	for code == nil {
		select {
		case err := <-ended:
			t.Fatalf("%v\n%s", err, said)
		case <-time.After(10 * time.Millisecond):
			code = userCode.FindStringSubmatch(said.String())
		}
	}
	answer, err := http.PostForm(issuer+"/device", url.Values{ //nolint:noctx // a test
		"user_code": {code[1]}, "username": {username}, "password": {devissuer.DefaultPassword},
	})
	must(t, err)
	must(t, answer.Body.Close())
	must(t, <-ended)
	return said.String()
}

func TestSignIn(t *testing.T) {
	server := httptest.NewUnstartedServer(nil)
	issuer := "http://" + server.Listener.Addr().String()
	provider, err := devissuer.New(devissuer.Options{
		Name: "Invented Police", Country: "GB", URL: issuer, ClientID: "hub", Audience: "api",
		Officers: []devissuer.Officer{{Username: "ada", Subject: "7", Name: "Ada Invented", Roles: []auth.Role{auth.Analyst}}},
	})
	must(t, err)
	server.Config.Handler = provider
	server.Start()
	defer server.Close()

	file := filepath.Join(t.TempDir(), "new", "sign-in.json")
	run := func(args ...string) (string, error) {
		said := &lockedBuffer{}
		err := run(t.Context(), append(args, "--sign-in", file), said, io.Discard)
		return strings.TrimSpace(said.String()), err
	}
	if _, err := run("token"); err == nil || !strings.Contains(err.Error(), "nobody is signed in") {
		t.Errorf("before: %v", err)
	}
	if said := signInAs(t, issuer, file, "ada"); !strings.Contains(said, "Signed in until ") {
		t.Errorf("said %q", said)
	}
	about, err := os.Stat(file)
	must(t, err)
	if about.Mode().Perm() != 0o600 {
		t.Errorf("the sign-in has the mode %v", about.Mode())
	}
	token, err := run("token")
	if err != nil || strings.Count(token, ".") != 2 {
		t.Errorf("token %q, %v", token, err)
	}

	var got *http.Request
	var body struct {
		Query     string
		Variables map[string]int
	}
	hub := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got = r
		_ = json.NewDecoder(r.Body).Decode(&body)
		_, _ = io.WriteString(w, `{"data":{"me":null}}`)
	}))
	defer hub.Close()
	document := filepath.Join(t.TempDir(), "q.graphql")
	must(t, os.WriteFile(document, []byte("{ me { name } }"), 0o600))
	said, err := run("ask", document, "--url", hub.URL, "--purpose", "Operation Example", "--variables", `{"n":1}`)
	if err != nil || said != `{"data":{"me":null}}` {
		t.Errorf("said %q, %v", said, err)
	}
	if got.URL.Path != "/graphql" || got.Header.Get("Authorization") != "Bearer "+token || got.Header.Get("Entente-Purpose") != "Operation%20Example" {
		t.Errorf("asked %s with %v", got.URL, got.Header)
	}
	if body.Query != "{ me { name } }" || body.Variables["n"] != 1 {
		t.Errorf("asked %+v", body)
	}
	if _, err := run("ask", document, "--url", "http://hub.invented.example"); err == nil || !strings.Contains(err.Error(), "must be https") {
		t.Errorf("a token went out without TLS: %v", err)
	}

	must(t, os.Chmod(file, 0o640))
	if _, err := run("token"); err == nil || !strings.Contains(err.Error(), "can be read by others") {
		t.Errorf("a sign-in that others can read: %v", err)
	}
	if _, err := run("logout"); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(file); !os.IsNotExist(err) {
		t.Errorf("after logout: %v", err)
	}
}
