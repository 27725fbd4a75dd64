package oidc

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/oauth2"
)

// begin gives the address that begins a login at the provider. Where it takes
// pushed requests (RFC 9126), what the login asks for goes to it directly, and
// the browser carries a reference that nobody can change.
func (l *Login) begin(ctx context.Context, i Issuer, known *metadata, p pending) (string, error) {
	client := l.client(i, known.endpoint)
	options := []oauth2.AuthCodeOption{oauth2.SetAuthURLParam("nonce", p.Nonce), oauth2.S256ChallengeOption(p.Verifier)}
	options = append(options, asking(i.wanted(p.StepUp))...)
	target := client.AuthCodeURL(p.State, options...)
	if known.pushed == "" {
		return target, nil
	}
	ctx, cancel := context.WithTimeout(ctx, l.options.Verifier.timeout)
	defer cancel()
	reference, err := l.push(ctx, i, known, target)
	if err != nil {
		return "", fmt.Errorf("issuer %s: push the request: %w", i.Name, err)
	}
	return withQuery(known.endpoint.AuthURL, url.Values{"client_id": {i.ClientID}, "request_uri": {reference}})
}

// push sends the parameters of an authorization request to the provider and
// gives its reference.
func (l *Login) push(ctx context.Context, i Issuer, known *metadata, target string) (string, error) {
	u, err := url.Parse(target)
	if err != nil {
		return "", err
	}
	request, err := l.pushed(ctx, i, known, u.Query())
	if err != nil {
		return "", err
	}
	answer, err := l.options.Verifier.provider(i.URL).client.Do(request) //nolint:gosec // a trusted issuer's own endpoint
	if err != nil {
		return "", err
	}
	defer func() { _ = answer.Body.Close() }()
	var got struct {
		Reference string `json:"request_uri"`
		Fault     string `json:"error"`
	}
	if err := json.NewDecoder(answer.Body).Decode(&got); err != nil {
		return "", fmt.Errorf("status %d, and the answer is not JSON", answer.StatusCode)
	}
	if answer.StatusCode != http.StatusCreated || got.Reference == "" {
		return "", fmt.Errorf("status %d, %.40q", answer.StatusCode, got.Fault)
	}
	return got.Reference, nil
}

// pushed is the request, with the client proved as at the token endpoint.
func (l *Login) pushed(ctx context.Context, i Issuer, known *metadata, form url.Values) (*http.Request, error) {
	form.Set("client_id", i.ClientID)
	proof, err := l.asserted(i)
	if err != nil {
		return nil, err
	}
	for name, value := range proof {
		form.Set(name, value)
	}
	inHeader := i.ClientSecret != "" && known.takesSecretInHeader()
	if i.ClientSecret != "" && !inHeader {
		form.Set("client_secret", i.ClientSecret)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, known.pushed, strings.NewReader(form.Encode())) //nolint:gosec // the same
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if inHeader {
		request.SetBasicAuth(url.QueryEscape(i.ClientID), url.QueryEscape(i.ClientSecret)) // RFC 6749 section 2.3.1
	}
	return request, nil
}

// takesSecretInHeader is so unless the provider lists methods without it
// (OpenID Connect Discovery section 3).
func (m *metadata) takesSecretInHeader() bool {
	return len(m.clientMethods) == 0 || slices.Contains(m.clientMethods, "client_secret_basic")
}

func withQuery(target string, more url.Values) (string, error) {
	u, err := url.Parse(target)
	if err != nil {
		return "", errors.New("the provider's endpoint is not a URL")
	}
	q := u.Query()
	for name, values := range more {
		q[name] = values
	}
	u.RawQuery = q.Encode()
	return u.String(), nil
}
