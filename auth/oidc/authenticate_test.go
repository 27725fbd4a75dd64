package oidc_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/auth/oidc"
	"entente/auth/oidc/devissuer"
	"entente/graph"
)

func TestNobody(t *testing.T) {
	h := newHub(t)
	want := answer{Code: graph.Unauthenticated, Anonymous: true}
	if diff := cmp.Diff(want, h.browser().who()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestCredentialsAreNeverCombined(t *testing.T) {
	h := newHub(t)
	token, err := devissuer.Token(t.Context(), h.uk.URL, "bob", devissuer.DefaultPassword)
	if err != nil {
		t.Fatal(err)
	}
	signedIn := h.browser()
	signedIn.signIn("uk", "ada")
	session := &http.Cookie{Name: "entente", Value: signedIn.cookie("entente")}
	cases := []struct {
		name    string
		headers []string
		cookies []*http.Cookie
		officer string
	}{
		{"token", []string{"Bearer " + token}, nil, "Bob Invented"},
		{"token in small letters", []string{"bearer " + token}, nil, "Bob Invented"},
		{"session", nil, []*http.Cookie{session}, "Ada Invented"},
		{"both", []string{"Bearer " + token}, []*http.Cookie{session}, ""},
		{"two tokens", []string{"Bearer " + token, "Bearer " + token}, nil, ""},
		{"two sessions", nil, []*http.Cookie{session, session}, ""},
		{"password", []string{"Basic YTpi"}, nil, ""},
		{"empty token", []string{"Bearer "}, nil, ""},
		{"unknown session", nil, []*http.Cookie{{Name: "entente", Value: "x"}}, ""},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			r := signedIn.request("GET", h.URL, nil)
			for _, value := range tc.headers {
				r.Header.Add("Authorization", value)
			}
			for _, c := range tc.cookies {
				r.AddCookie(c)
			}
			p, err := h.login.Authenticate(r)
			if p.Name != tc.officer || (tc.officer == "") != (graph.CodeOf(err) == graph.Unauthenticated) {
				t.Errorf("officer %q, error %v", p.Name, err)
			}
		})
	}
}

func TestPurpose(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	b.signIn("uk", "ada")
	session := b.who().Officer.Session
	if err := h.login.SetPurpose(t.Context(), session, " Operation Example, tasking 4 "); err != nil {
		t.Fatal(err)
	}
	if got := b.who().Officer.Purpose; got != "Operation Example, tasking 4" {
		t.Errorf("the session's purpose is %q", got)
	}
	for header, want := range map[string]string{
		"Urgent%20risk%20to%20life":       "Urgent risk to life",
		"Risc%20pentru%20via%C8%9B%C4%83": "Risc pentru viață",
	} {
		r := b.request("GET", h.URL, nil)
		r.AddCookie(&http.Cookie{Name: "entente", Value: b.cookie("entente")})
		r.Header.Set(oidc.PurposeHeader, header)
		p, err := h.login.Authenticate(r)
		if err != nil || p.Purpose != want {
			t.Errorf("%s gives %q, %v", header, p.Purpose, err)
		}
		for _, faulty := range []string{"%zz", "two%0Alines", strings.Repeat("x", 201), "%ff"} {
			r.Header.Set(oidc.PurposeHeader, faulty)
			if _, err := h.login.Authenticate(r); graph.CodeOf(err) != graph.BadInput {
				t.Errorf("%.10q gives %v", faulty, err)
			}
		}
	}
	if err := h.login.SetPurpose(t.Context(), "", "x"); graph.CodeOf(err) != graph.BadInput {
		t.Errorf("a token keeps a purpose: %v", err)
	}
	if err := h.login.SetPurpose(t.Context(), strings.Repeat("0", 64), "x"); graph.CodeOf(err) != graph.Unauthenticated {
		t.Errorf("an unknown session keeps a purpose: %v", err)
	}
}
