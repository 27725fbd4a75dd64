package oidc_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"entente/auth"
	"entente/auth/oidc"
)

func (h *hub) asks(proof auth.Proof) {
	h.t.Helper()
	h.replace(func(entries []oidc.Issuer) []oidc.Issuer {
		entries[0].StepUp = proof
		return entries
	})
}

// An officer whose sign-in has become too old steps up at their own provider,
// and comes back to where they were.
func TestStepUpByAge(t *testing.T) {
	h := newHub(t)
	h.asks(auth.Proof{MaxAge: 10 * time.Minute})
	b := h.browser()
	b.signIn("uk", "ada")
	if !b.who().Officer.Proved(h.now()) {
		t.Fatal("the sign-in is too old at once")
	}
	h.forward(11 * time.Minute)
	if b.who().Officer.Proved(h.now()) {
		t.Fatal("the sign-in is never too old")
	}
	begun := b.get(h.URL + "/login/step-up?return_to=/record/7")
	if begun.Request.URL.Host != strings.TrimPrefix(h.uk.URL, "http://") {
		t.Fatalf("the step-up leads to %s", begun.Request.URL)
	}
	form := url.Values{"id": {loginID.FindStringSubmatch(begun.text)[1]}, "username": {"ada"}, "password": {"development"}}
	sent := b.still().do(b.request("POST", "http://"+begun.Request.URL.Host+"/login", form))
	back := b.still().get(sent.Header.Get("Location"))
	if back.StatusCode != http.StatusSeeOther || back.Header.Get("Location") != "/record/7" {
		t.Fatalf("%d, back to %q: %s", back.StatusCode, back.Header.Get("Location"), h.log)
	}
	if got := b.who(); !got.Officer.Proved(h.now()) || got.Officer.Name != "Ada Invented" {
		t.Errorf("after the step-up: %+v", got)
	}
}

func TestStepUpAsksTheProviderForWhatTheEntryWants(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	b.signIn("uk", "ada")
	h.asks(auth.Proof{ACR: []string{"gold", "platinum"}, MaxAge: time.Minute})
	if b.who().Officer.Proved(h.now()) {
		t.Error("the entry does not hold for who is signed in already")
	}
	sent := b.still().get(h.URL + "/login/step-up")
	to, err := url.Parse(sent.Header.Get("Location"))
	if err != nil || to.Query().Get("acr_values") != "gold platinum" || to.Query().Get("max_age") != "60" {
		t.Errorf("leads to %s, %v", to, err)
	}
	if plain := b.still().get(h.URL + "/login/uk").Header.Get("Location"); strings.Contains(plain, "acr_values") || strings.Contains(plain, "max_age") {
		t.Errorf("a plain login asks for more: %s", plain)
	}
}

// A provider that takes acr_values as a wish does not get the officer past it.
func TestStepUpThatTheProviderDidNotDo(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	b.signIn("uk", "ada")
	h.asks(auth.Proof{ACR: []string{"gold"}})
	begun := b.get(h.URL + "/login/step-up")
	form := url.Values{"id": {loginID.FindStringSubmatch(begun.text)[1]}, "username": {"ada"}, "password": {"development"}}
	sent := b.still().do(b.request("POST", "http://"+begun.Request.URL.Host+"/login", form))
	h.failed(b.get(sent.Header.Get("Location")), "did not do what was asked")
	if got := b.who(); got.Officer.Name != "Ada Invented" || got.Officer.Proved(h.now()) {
		t.Errorf("the session of before: %+v", got)
	}
}

func TestStepUpOfNobodyChoosesAnAgency(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	for _, cookie := range []string{"", "planted"} {
		if cookie != "" {
			b.setCookie("entente", cookie)
		}
		if got := b.get(h.URL + "/login/step-up?return_to=/x"); got.StatusCode != http.StatusOK || !strings.Contains(got.text, "/login/uk?return_to=%2fx") && !strings.Contains(got.text, "/login/uk?return_to=%2Fx") {
			t.Errorf("%d: %s", got.StatusCode, got.text)
		}
	}
}
