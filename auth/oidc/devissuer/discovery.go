package devissuer

import (
	"encoding/json"
	"net/http"
	"net/url"

	"github.com/zitadel/oidc/v3/pkg/oidc"
	"github.com/zitadel/oidc/v3/pkg/op"
)

// discovery publishes what this provider offers: the library's document
// without what is not served, and with RFC 9207.
func (p *Provider) discovery(w http.ResponseWriter, r *http.Request) {
	made := op.CreateDiscoveryConfig(r.Context(), p.op, p.store)
	made.ResponseTypesSupported = []string{string(oidc.ResponseTypeCode)}
	made.GrantTypesSupported = []oidc.GrantType{oidc.GrantTypeCode, oidc.GrantTypeDeviceCode}
	made.TokenEndpointAuthMethodsSupported = []oidc.AuthMethod{oidc.AuthMethodNone}
	made.ScopesSupported = []string{oidc.ScopeOpenID, oidc.ScopeProfile}
	made.IntrospectionEndpoint, made.RevocationEndpoint = "", ""
	made.UserinfoEndpoint = ""
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(struct { // a client that went away can ask again
		*oidc.DiscoveryConfiguration
		NamesItself bool `json:"authorization_response_iss_parameter_supported"`
	}{made, true})
}

// sendCode sends a browser that signed in back to the client, with a code and
// the issuer's name (RFC 9207).
func (p *Provider) sendCode(w http.ResponseWriter, r *http.Request, id string) {
	login, err := p.store.AuthRequestByID(r.Context(), id)
	if err != nil || !login.Done() {
		p.page(w, r, http.StatusBadRequest, view{Text: textExpired})
		return
	}
	code, err := op.CreateAuthRequestCode(r.Context(), login, p.store, p.op.Crypto())
	if err != nil {
		p.page(w, r, http.StatusBadRequest, view{Text: textExpired})
		return
	}
	target, err := url.Parse(login.GetRedirectURI())
	if err != nil {
		p.page(w, r, http.StatusBadRequest, view{Text: textExpired})
		return
	}
	q := target.Query()
	q.Set("code", code)
	q.Set("state", login.GetState())
	q.Set("iss", p.URL)
	target.RawQuery = q.Encode()
	http.Redirect(w, r, target.String(), http.StatusSeeOther)
}
