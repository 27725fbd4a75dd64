package oidc_test

import (
	"crypto/sha256"
	"encoding/json"
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"testing"

	"entente/auth/oidc"
)

// flowIssuer is a fake issuer that goes the whole code flow with a hub, and puts
// into it the faults that a test says.
type flowIssuer struct {
	*fakeIssuer
	t *testing.T
	h *hub

	guard  sync.Mutex
	pushed map[string]url.Values // authorization requests, by their reference
	codes  map[string]url.Values // and by the code that answered them
	traded []*http.Request       // what came to the token endpoint, forms read
	// What a test changes; nil changes nothing.
	discovers func(members) members          // the discovery document
	answers   func(url.Values)               // the authorization answer
	tokens    func(asked url.Values) members // the token answer
	renews    func(members) members          // the claims of a refreshed ID token
	renewed   func(http.ResponseWriter) bool // instead of the answer to a refresh, if it says so

	refresh map[string]url.Values // authorization requests, by the refresh token that stands for them now
}

// newFlowIssuer starts an issuer that the hub trusts under the name "door".
func newFlowIssuer(t *testing.T, h *hub, change func(*oidc.Issuer)) *flowIssuer {
	t.Helper()
	f := &flowIssuer{fakeIssuer: newFakeIssuer(t), t: t, h: h, pushed: map[string]url.Values{}, codes: map[string]url.Values{}, refresh: map[string]url.Values{}}
	f.answer(f.discovery, nil)
	f.mux.HandleFunc("GET /authorize", f.authorize)
	f.mux.HandleFunc("POST /push", f.push)
	f.mux.HandleFunc("POST /token", f.token)
	entry := f.entry()
	entry.Name = "door"
	if change != nil {
		change(&entry)
	}
	h.entries = append(h.entries, entry)
	h.replace(func(entries []oidc.Issuer) []oidc.Issuer { return entries })
	return f
}

func (f *flowIssuer) discovery(w http.ResponseWriter, _ *http.Request) {
	document := members{
		"issuer": f.URL, "authorization_endpoint": f.URL + "/authorize", "token_endpoint": f.URL + "/token",
		"jwks_uri": f.URL + "/keys", "end_session_endpoint": f.URL + "/end",
	}
	if f.discovers != nil {
		document = f.discovers(document)
	}
	_ = json.NewEncoder(w).Encode(document)
}

func (f *flowIssuer) push(w http.ResponseWriter, r *http.Request) {
	f.guard.Lock()
	defer f.guard.Unlock()
	_ = r.ParseForm()
	reference := "urn:request:" + strconv.Itoa(len(f.pushed))
	f.pushed[reference] = r.PostForm
	w.WriteHeader(http.StatusCreated)
	_ = json.NewEncoder(w).Encode(members{"request_uri": reference, "expires_in": 60})
}

// authorize signs in whoever comes, and sends them back.
func (f *flowIssuer) authorize(w http.ResponseWriter, r *http.Request) {
	f.guard.Lock()
	defer f.guard.Unlock()
	asked := r.URL.Query()
	if reference := asked.Get("request_uri"); reference != "" {
		asked = f.pushed[reference]
	}
	code := "code-" + strconv.Itoa(len(f.codes))
	f.codes[code] = asked
	answer := url.Values{"code": {code}, "state": {asked.Get("state")}}
	if f.answers != nil {
		f.answers(answer)
	}
	http.Redirect(w, r, asked.Get("redirect_uri")+"?"+answer.Encode(), http.StatusSeeOther)
}

// token trades a code once, for whoever has the verifier.
func (f *flowIssuer) token(w http.ResponseWriter, r *http.Request) {
	f.guard.Lock()
	defer f.guard.Unlock()
	_ = r.ParseForm()
	f.traded = append(f.traded, r)
	if r.PostForm.Get("grant_type") == "refresh_token" {
		f.renew(w, r.PostForm.Get("refresh_token"))
		return
	}
	asked, ok := f.codes[r.PostForm.Get("code")]
	sum := sha256.Sum256([]byte(r.PostForm.Get("code_verifier")))
	if !ok || encode(sum[:]) != asked.Get("code_challenge") || r.PostForm.Get("redirect_uri") != asked.Get("redirect_uri") {
		w.WriteHeader(http.StatusBadRequest)
		_ = json.NewEncoder(w).Encode(members{"error": "invalid_grant"})
		return
	}
	delete(f.codes, r.PostForm.Get("code"))
	answer := members{"access_token": "an-access-token", "token_type": "Bearer", "id_token": f.fakeIssuer.token(f.t, f.idHeader(), f.claims(asked))}
	answer["refresh_token"] = f.turn(asked)
	if f.tokens != nil {
		maps.Copy(answer, f.tokens(asked))
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(answer)
}

// turn gives a refresh token that serves once.
func (f *flowIssuer) turn(asked url.Values) string {
	token := "refresh-" + strconv.Itoa(len(f.traded))
	f.refresh[token] = asked
	return token
}

// renew answers a refresh.
func (f *flowIssuer) renew(w http.ResponseWriter, token string) {
	if f.renewed != nil && f.renewed(w) {
		return
	}
	asked, ok := f.refresh[token]
	w.Header().Set("Content-Type", "application/json")
	if !ok {
		w.WriteHeader(http.StatusBadRequest)
		_ = json.NewEncoder(w).Encode(members{"error": "invalid_grant"})
		return
	}
	delete(f.refresh, token)
	answer := members{"access_token": "another", "token_type": "Bearer", "refresh_token": f.turn(asked)}
	if claims := f.renews(f.claims(asked).without("nonce")); claims != nil {
		answer["id_token"] = f.fakeIssuer.token(f.t, f.idHeader(), claims)
	}
	_ = json.NewEncoder(w).Encode(answer)
}

// refreshes are the refresh tokens that came, in order.
func (f *flowIssuer) refreshes() []string {
	f.guard.Lock()
	defer f.guard.Unlock()
	var out []string
	for _, r := range f.traded {
		if token := r.PostForm.Get("refresh_token"); token != "" {
			out = append(out, token)
		}
	}
	return out
}

// claims are those of a good ID token for a login, at the hub's time.
func (f *flowIssuer) claims(asked url.Values) members {
	now := f.h.now()
	return f.idClaims().with("nonce", asked.Get("nonce")).with("iat", now.Unix()).with("exp", now.Unix()+300)
}

// lastTrade is the last form that came to the token endpoint.
func (f *flowIssuer) lastTrade() *http.Request {
	f.guard.Lock()
	defer f.guard.Unlock()
	if len(f.traded) == 0 {
		f.t.Fatal("nothing came to the token endpoint")
	}
	return f.traded[len(f.traded)-1]
}
