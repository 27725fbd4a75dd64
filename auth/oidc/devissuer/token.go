package devissuer

import (
	"crypto/rand"
	"encoding/json"
	"net/http"
	"slices"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/zitadel/oidc/v3/pkg/oidc"
	"github.com/zitadel/oidc/v3/pkg/op"
)

// token trades a code. The library checks code, client and PKCE; the tokens
// are signed here, because its own access tokens are not RFC 9068's at+jwt.
func (p *Provider) token(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	answer, err := p.trade(r)
	if err != nil {
		op.RequestError(w, r, err, nil)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(answer) //nolint:gosec // a token is what was asked for; a client that went away can ask again
}

func (p *Provider) trade(r *http.Request) (*oidc.AccessTokenResponse, error) {
	switch oidc.GrantType(r.FormValue("grant_type")) {
	case oidc.GrantTypeCode:
		return p.tradeCode(r)
	case oidc.GrantTypeDeviceCode:
		return p.tradeDevice(r)
	}
	return nil, oidc.ErrUnsupportedGrantType()
}

func (p *Provider) tradeCode(r *http.Request) (*oidc.AccessTokenResponse, error) {
	asked, err := op.ParseAccessTokenRequest(r, p.op.Decoder())
	if err != nil {
		return nil, err
	}
	login, client, err := op.ValidateAccessTokenRequest(r.Context(), asked, p.op)
	if err != nil {
		return nil, err
	}
	return p.answer(login, login.GetNonce(), client.GetID())
}

func (p *Provider) tradeDevice(r *http.Request) (*oidc.AccessTokenResponse, error) {
	asked, err := op.ParseDeviceAccessTokenRequest(r, p.op)
	if err != nil {
		return nil, err
	}
	login, err := op.CheckDeviceAuthorizationState(r.Context(), r.PostFormValue("client_id"), asked.DeviceCode, p.op)
	if err != nil {
		return nil, err
	}
	return p.answer(login, "", login.ClientID)
}

// login is how somebody signed in.
type login interface {
	GetSubject() string
	GetScopes() []string
	GetAuthTime() time.Time
	GetAMR() []string
}

func (p *Provider) answer(l login, nonce, client string) (*oidc.AccessTokenResponse, error) {
	at := slices.IndexFunc(p.Officers, func(o Officer) bool { return o.Subject == l.GetSubject() })
	if at < 0 {
		return nil, oidc.ErrInvalidGrant()
	}
	access, err := p.sign("at+jwt", p.accessClaims(p.Officers[at], l, client))
	if err != nil {
		return nil, err
	}
	hash, err := oidc.ClaimHash(access, p.store.key.SignatureAlgorithm())
	if err != nil {
		return nil, err
	}
	claims := p.idClaims(p.Officers[at], l, nonce, client)
	claims["at_hash"] = hash
	id, err := p.sign("JWT", claims)
	if err != nil {
		return nil, err
	}
	return &oidc.AccessTokenResponse{
		AccessToken: access, IDToken: id, TokenType: oidc.BearerToken,
		ExpiresIn: uint64(accessLife / time.Second), Scope: l.GetScopes(),
	}, nil
}

// claims are what both tokens say of an officer.
func (p *Provider) claims(o Officer, l login, life time.Duration) map[string]any {
	now := p.Clock()
	c := map[string]any{
		"iss": p.URL, "sub": o.Subject, "iat": now.Unix(), "exp": now.Add(life).Unix(),
		"auth_time": l.GetAuthTime().Unix(), "amr": l.GetAMR(),
		"name": o.Name, "org": o.Organisation,
	}
	if len(o.Roles) > 0 {
		c["roles"] = o.Roles
	}
	if len(o.Clearances) > 0 {
		c["clearances"] = o.Clearances
	}
	return c
}

func (p *Provider) accessClaims(o Officer, l login, client string) map[string]any {
	c := p.claims(o, l, accessLife)
	c["aud"], c["client_id"], c["jti"] = p.Audience, client, rand.Text()
	return c
}

func (p *Provider) idClaims(o Officer, l login, nonce, client string) map[string]any {
	c := p.claims(o, l, idLife)
	c["aud"], c["azp"] = client, client
	if nonce != "" {
		c["nonce"] = nonce
	}
	return c
}

func (p *Provider) sign(typ string, claims map[string]any) (string, error) {
	key := jose.SigningKey{
		Algorithm: p.store.key.SignatureAlgorithm(),
		Key:       jose.JSONWebKey{Key: p.store.key.private, KeyID: p.store.key.id},
	}
	signer, err := jose.NewSigner(key, (&jose.SignerOptions{}).WithType(jose.ContentType(typ)))
	if err != nil {
		return "", err
	}
	payload, err := json.Marshal(claims)
	if err != nil {
		return "", err
	}
	signed, err := signer.Sign(payload)
	if err != nil {
		return "", err
	}
	return signed.CompactSerialize()
}
