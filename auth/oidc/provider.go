package oidc

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"

	goidc "github.com/coreos/go-oidc/v3/oidc"
	"github.com/go-jose/go-jose/v4"
	"golang.org/x/oauth2"
)

const (
	maxRoundsPerMinute = 2
	keysAge            = 10 * time.Minute // after which keys are fetched anew beside serving the old
)

// provider is what the hub knows of one issuer from the issuer itself:
// endpoints and keys. Both are fetched when first needed, at most twice a
// minute; the last good ones are served while the issuer is down. Each issuer
// has its own lock, never held during a fetch, so none waits for another.
type provider struct {
	issuer  string
	client  *http.Client
	clock   func() time.Time
	timeout time.Duration
	begin   func(func(context.Context)) bool // starts background work; false once the verifier is closed

	mu     sync.Mutex
	known  *metadata
	rounds []time.Time // when the last rounds of fetches began
	round  *round      // the one under way, or nil
}

// metadata is one good answer: never changed once made.
type metadata struct {
	endpoint    oauth2.Endpoint
	endSession  string // empty if the provider has no such endpoint
	namesItself bool   // it sends `iss` with every authorisation answer (RFC 9207)
	pushed      string // where pushed authorization requests go; empty if the provider takes none
	// clientMethods are how clients may prove themselves; empty is unsaid.
	clientMethods []string
	keys          []jose.JSONWebKey
	fetched       time.Time
}

// round is a fetch that several requests may wait for.
type round struct {
	done chan struct{}
	got  *metadata
	err  error
}

// errBusy says that the issuer was asked often enough for now.
var errBusy = errors.New("the issuer was asked for its keys twice in the last minute")

// metadata gives what is known, fetching it if nothing is. Stale knowledge is
// served at once and renewed in the background.
func (p *provider) metadata(ctx context.Context) (*metadata, error) {
	p.mu.Lock()
	known := p.known
	if known != nil && p.clock().Sub(known.fetched) > keysAge {
		_, _ = p.startLocked() // busy or closing: what is known serves on
	}
	p.mu.Unlock()
	if known != nil {
		return known, nil
	}
	return p.renew(ctx)
}

// renew fetches, or joins the fetch under way, and waits no longer than ctx.
func (p *provider) renew(ctx context.Context) (*metadata, error) {
	p.mu.Lock()
	r, err := p.startLocked()
	p.mu.Unlock()
	if err != nil {
		return nil, err
	}
	select {
	case <-r.done:
		return r.got, r.err
	case <-ctx.Done():
		return nil, fmt.Errorf("fetch keys: %w", ctx.Err())
	}
}

func (p *provider) startLocked() (*round, error) {
	if p.round != nil {
		return p.round, nil
	}
	now := p.clock()
	p.rounds = slices.DeleteFunc(p.rounds, func(t time.Time) bool { return now.Sub(t) >= time.Minute })
	if len(p.rounds) >= maxRoundsPerMinute {
		return nil, errBusy
	}
	r := &round{done: make(chan struct{})}
	if !p.begin(func(ctx context.Context) { p.run(ctx, r) }) {
		return nil, errors.New("the hub is shutting down")
	}
	p.rounds, p.round = append(p.rounds, now), r
	return r, nil
}

func (p *provider) run(ctx context.Context, r *round) {
	ctx, cancel := context.WithTimeout(ctx, p.timeout)
	defer cancel()
	r.got, r.err = p.fetch(ctx)
	p.mu.Lock()
	if r.err == nil {
		p.known = r.got
	}
	p.round = nil
	p.mu.Unlock()
	close(r.done)
}

// fetch reads the discovery document and the keys it points to, so that a
// provider may move either.
func (p *provider) fetch(ctx context.Context) (*metadata, error) {
	discovered, err := goidc.NewProvider(goidc.ClientContext(ctx, p.client), p.issuer)
	if err != nil {
		return nil, errors.New("discovery failed") // the library's error quotes the answer
	}
	var more struct {
		Keys        string   `json:"jwks_uri"`
		EndSession  string   `json:"end_session_endpoint"`
		NamesItself bool     `json:"authorization_response_iss_parameter_supported"`
		Pushed      string   `json:"pushed_authorization_request_endpoint"`
		Methods     []string `json:"token_endpoint_auth_methods_supported"`
	}
	if err := discovered.Claims(&more); err != nil {
		return nil, errors.New("discovery document is malformed")
	}
	endpoint := discovered.Endpoint()
	for _, target := range []string{endpoint.AuthURL, endpoint.TokenURL, more.Keys} {
		if err := p.checkEndpoint(target); err != nil {
			return nil, err
		}
	}
	for _, target := range []string{more.EndSession, more.Pushed} {
		if err := p.checkEndpoint(target); target != "" && err != nil {
			return nil, err
		}
	}
	keys, err := getKeys(ctx, p.client, more.Keys)
	if err != nil {
		return nil, err
	}
	return &metadata{
		endpoint: endpoint, endSession: more.EndSession, namesItself: more.NamesItself,
		pushed: more.Pushed, clientMethods: more.Methods, keys: keys, fetched: p.clock(),
	}, nil
}

// checkEndpoint holds endpoints to https, as the issuer itself is held.
func (p *provider) checkEndpoint(target string) error {
	u, err := url.Parse(target)
	if err != nil || u.Host == "" || u.User != nil {
		return errors.New("discovery names an endpoint that is not an absolute URL")
	}
	if u.Scheme == "https" || u.Scheme == "http" && loopback(u.Hostname()) && p.local() {
		return nil
	}
	return errors.New("discovery names an endpoint that is not https")
}

func (p *provider) local() bool { return local(p.issuer) }

func local(issuer string) bool {
	u, err := url.Parse(issuer)
	return err == nil && loopback(u.Hostname())
}

// verifySignature gives the payload of a token signed by a key of the issuer.
// A key not seen before leads to one fetch, within the limit.
func (p *provider) verifySignature(ctx context.Context, jws *jose.JSONWebSignature) ([]byte, error) {
	known, err := p.metadata(ctx)
	if err != nil {
		return nil, err
	}
	payload, err := verifyWith(known.keys, jws)
	if err == nil || knows(known.keys, jws.Signatures[0].Header.KeyID) {
		return payload, err
	}
	renewed, err := p.renew(ctx)
	if err != nil {
		return nil, errors.Join(errUnknownKey, err)
	}
	return verifyWith(renewed.keys, jws)
}

// knows says whether the key id is among the keys, so that a bad signature
// under a known id costs no fetch.
func knows(keys []jose.JSONWebKey, id string) bool {
	return id != "" && slices.ContainsFunc(keys, func(k jose.JSONWebKey) bool { return k.KeyID == id })
}
