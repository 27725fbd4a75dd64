package devissuer

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	goidc "github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// commandLineRedirect is where the provider sends a script; nobody listens
// there, the script reads the address.
const commandLineRedirect = "http://127.0.0.1/callback"

const walkTimeout = 10 * time.Second

// Token gets an access token from a development provider: it signs in at the
// login page and trades the code, as a browser and a client would. It refuses
// an issuer that is not on loopback.
func Token(ctx context.Context, issuerURL, username, password string) (string, error) {
	u, err := url.Parse(issuerURL)
	if err != nil || !loopback(u.Hostname()) {
		return "", fmt.Errorf("get a token: %q is not on loopback", issuerURL)
	}
	ctx, cancel := context.WithTimeout(ctx, walkTimeout)
	defer cancel()
	transport := &http.Transport{DisableKeepAlives: true}
	w := walk{&http.Client{Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}}}
	token, err := w.token(goidc.ClientContext(ctx, w.client), issuerURL, username, password)
	if err != nil {
		return "", fmt.Errorf("get a token from %s: %w", issuerURL, err)
	}
	return token, nil
}

type walk struct{ client *http.Client }

func (w walk) token(ctx context.Context, issuerURL, username, password string) (string, error) {
	provider, err := goidc.NewProvider(ctx, issuerURL)
	if err != nil {
		return "", err
	}
	config := oauth2.Config{
		ClientID: CommandLineClient, Endpoint: provider.Endpoint(),
		RedirectURL: commandLineRedirect, Scopes: []string{goidc.ScopeOpenID},
	}
	state, verifier := rand.Text(), oauth2.GenerateVerifier()
	login, err := w.follow(ctx, http.MethodGet, config.AuthCodeURL(state, oauth2.S256ChallengeOption(verifier)), nil)
	if err != nil {
		return "", err
	}
	form := url.Values{"id": {login.Query().Get("id")}, "username": {username}, "password": {password}}
	login.RawQuery = ""
	back, err := w.follow(ctx, http.MethodPost, login.String(), form)
	if err != nil {
		return "", err
	}
	answer := back.Query()
	if answer.Get("state") != state || answer.Get("iss") != issuerURL {
		return "", errors.New("the answer is not to this login")
	}
	traded, err := config.Exchange(ctx, answer.Get("code"), oauth2.VerifierOption(verifier))
	if err != nil {
		return "", err
	}
	return traded.AccessToken, nil
}

// follow sends a request and gives the address it is redirected to.
func (w walk) follow(ctx context.Context, method, target string, form url.Values) (*url.URL, error) {
	request, err := http.NewRequestWithContext(ctx, method, target, strings.NewReader(form.Encode()))
	if err != nil {
		return nil, err
	}
	if form != nil {
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	answer, err := w.client.Do(request)
	if err != nil {
		return nil, err
	}
	_, err = io.Copy(io.Discard, answer.Body)
	if err := errors.Join(err, answer.Body.Close()); err != nil {
		return nil, err
	}
	if answer.StatusCode == http.StatusUnauthorized {
		return nil, errors.New("there is no such officer, or the password is wrong")
	}
	return answer.Location()
}
