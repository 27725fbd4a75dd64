package oidc

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	goidc "github.com/coreos/go-oidc/v3/oidc"
	"github.com/go-jose/go-jose/v4"
	"golang.org/x/oauth2"
)

// DeviceOptions say where a program signs its officer in by another device
// (RFC 8628). Issuer, ClientID and Clock must be set.
type DeviceOptions struct {
	Issuer   string
	ClientID string
	Scopes   []string
	// Resource names the hub's API at providers that want it named (RFC 8707);
	// empty names none.
	Resource string
	Clock    func() time.Time
}

// Device is a sign-in under way: the officer opens URL on any device and enters
// Code there. Complete has the code in it, where the provider gives such an
// address; otherwise it is empty.
type Device struct {
	URL, Code, Complete string

	options  DeviceOptions
	provider *oauth2.Config
	begun    *oauth2.DeviceAuthResponse
	client   *http.Client
	key      *ProofKey
}

// Credential is what a program signs its requests with: an access token, until it
// expires, and the key it is bound to, or nil.
type Credential struct {
	Issuer  string    `json:"issuer"`
	Token   string    `json:"token"`
	Expires time.Time `json:"expires"`
	Key     *ProofKey `json:"key,omitempty"`
}

// BeginDevice asks a provider for a code. It refuses an address that is neither
// https nor on loopback, and a provider without the device flow.
func BeginDevice(ctx context.Context, o DeviceOptions) (*Device, error) {
	if err := checkURL(o.Issuer); err != nil {
		return nil, fmt.Errorf("issuer %w", err)
	}
	d := &Device{options: o, client: newClient(local(o.Issuer), providerTimeout)}
	if err := d.discover(ctx); err != nil {
		return nil, fmt.Errorf("sign in at %s: %w", o.Issuer, err)
	}
	asking := &http.Client{Transport: whole{ctx, d.client}, CheckRedirect: checkRedirect}
	begun, err := d.provider.DeviceAuth(goidc.ClientContext(ctx, asking), d.resource()...)
	if err != nil {
		return nil, fmt.Errorf("sign in at %s: %w", o.Issuer, plainly(err))
	}
	if !plainCode.MatchString(begun.UserCode) {
		return nil, fmt.Errorf("sign in at %s: its code is none that a person could type", o.Issuer)
	}
	d.begun, d.URL, d.Code, d.Complete = begun, begun.VerificationURI, begun.UserCode, begun.VerificationURIComplete
	for _, address := range []string{d.URL, d.Complete} {
		if u, err := url.Parse(address); address != "" && (err != nil || u.Scheme != "https" && (u.Scheme != "http" || !loopback(u.Hostname()))) {
			return nil, fmt.Errorf("sign in at %s: it sends officers to an address that is not https", o.Issuer)
		}
	}
	return d, nil
}

// plainCode is a code that may be shown on a terminal as it is.
var plainCode = regexp.MustCompile(`^[A-Za-z0-9 -]{1,40}$`)

// whole asks within the time of its context and reads each answer to its end:
// oauth2's DeviceAuth knows no context and leaves the answer open.
type whole struct {
	ctx  context.Context //nolint:containedctx // of one call, which cannot be told it otherwise
	next *http.Client
}

// RoundTrip gives an answer that holds nothing open.
func (w whole) RoundTrip(r *http.Request) (*http.Response, error) {
	answer, err := w.next.Do(r.WithContext(w.ctx))
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(answer.Body)
	if err := errors.Join(err, answer.Body.Close()); err != nil {
		return nil, err
	}
	answer.Body = io.NopCloser(bytes.NewReader(body))
	return answer, nil
}

// discover finds the endpoints, and draws a key where tokens can be bound to one.
func (d *Device) discover(ctx context.Context) error {
	found, err := goidc.NewProvider(goidc.ClientContext(ctx, d.client), d.options.Issuer)
	if err != nil {
		return errors.New("no OpenID provider answers there by this very name")
	}
	var more struct {
		Proofs []string `json:"dpop_signing_alg_values_supported"`
	}
	if err := found.Claims(&more); err != nil {
		return errors.New("its discovery document is malformed")
	}
	endpoint := found.Endpoint()
	endpoint.AuthStyle = oauth2.AuthStyleInParams
	about := provider{issuer: d.options.Issuer}
	for _, target := range []string{endpoint.DeviceAuthURL, endpoint.TokenURL} {
		if target == "" {
			return errors.New("it does not sign in by another device")
		}
		if err := about.checkEndpoint(target); err != nil {
			return err
		}
	}
	d.provider = &oauth2.Config{ClientID: d.options.ClientID, Endpoint: endpoint, Scopes: append([]string{"openid"}, d.options.Scopes...)}
	if slices.Contains(more.Proofs, string(jose.ES256)) {
		d.key, err = NewProofKey()
	}
	return err
}

func (d *Device) resource() []oauth2.AuthCodeOption {
	if d.options.Resource == "" {
		return nil
	}
	return []oauth2.AuthCodeOption{oauth2.SetAuthURLParam("resource", d.options.Resource)}
}

// Wait asks the provider, as often as it allows, until the officer has signed in
// or refused, the code has expired, or ctx ends.
func (d *Device) Wait(ctx context.Context) (Credential, error) {
	client := *d.client
	if d.key != nil {
		client.Transport = proving{d.key, d.options.Clock, client.Transport}
	}
	got, err := d.provider.DeviceAccessToken(goidc.ClientContext(ctx, &client), d.begun, d.resource()...)
	if err != nil {
		return Credential{}, fmt.Errorf("sign in at %s: %w", d.options.Issuer, plainly(err))
	}
	c := Credential{Issuer: d.options.Issuer, Token: got.AccessToken, Expires: got.Expiry.UTC()}
	if strings.EqualFold(got.TokenType, schemeProof) {
		c.Key = d.key
	}
	return c, nil
}

// plainly keeps the provider's error code and drops its text.
func plainly(err error) error {
	var refused *oauth2.RetrieveError
	if !errors.As(err, &refused) {
		return err
	}
	switch refused.ErrorCode {
	case "access_denied":
		return errors.New("the sign-in was refused")
	case "expired_token":
		return errors.New("nobody signed in before the code expired")
	}
	return fmt.Errorf("the provider refused: %.40q", refused.ErrorCode)
}

// Sign puts the token on a request, and where it is bound to a key a proof for
// this request alone.
func (c Credential) Sign(r *http.Request, now time.Time) error {
	if c.Key == nil {
		r.Header.Set("Authorization", "Bearer "+c.Token)
		return nil
	}
	proof, err := c.Key.Proof(r.Method, withoutQuery(r), c.Token, "", now)
	if err != nil {
		return err
	}
	r.Header.Set("Authorization", "DPoP "+c.Token)
	r.Header.Set("DPoP", proof)
	return nil
}
