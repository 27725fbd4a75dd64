package oidc

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"entente/auth"
	"entente/graph"
)

// TrustSource holds what the hub's administrators have decided about issuers,
// for all processes; graph/neo4j.Store is one.
type TrustSource interface {
	// IssuersVersion changes with every decision, at whatever process.
	IssuersVersion(ctx context.Context) (int64, error)
	// Issuers gives all entries, and the version they are of.
	Issuers(ctx context.Context) ([]graph.IssuerEntry, int64, error)
}

// decided is the part of a Registry that follows a TrustSource.
type decided struct {
	source TrustSource
	proof  func(name string) (ClientProof, error)

	mu      sync.Mutex
	file    []Issuer // of the configuration file
	version int64    // that was followed last; -1 is none
}

// Follow lets the registry hold what administrators decide beside what it was
// made of: a decision about an issuer goes before the configuration file. proof
// gives what proves the hub to an issuer that administrators entered.
// It is called once, before the registry is used.
func (r *Registry) Follow(source TrustSource, proof func(name string) (ClientProof, error)) {
	r.decided.source, r.decided.proof = source, proof
	r.decided.file, r.decided.version = r.All(), -1
}

// Fresh makes the registry hold all that was decided before the call, at any
// process. It asks the source for one number, and for the entries only where
// that has changed. On an error nobody should be let in.
func (r *Registry) Fresh(ctx context.Context) error {
	d := &r.decided
	if d.source == nil {
		return nil
	}
	version, err := d.source.IssuersVersion(ctx)
	if err != nil {
		return fmt.Errorf("trust registry: %w", err)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.version >= version {
		return nil
	}
	entries, version, err := d.source.Issuers(ctx)
	if err != nil {
		return fmt.Errorf("trust registry: %w", err)
	}
	merged, err := merge(d.file, entries, d.proof)
	if err != nil {
		return fmt.Errorf("trust registry: %w", err)
	}
	r.entries.Store(&merged)
	d.version = version
	return nil
}

// merge is the configuration file with what was decided. An entry that cannot
// stand any more, as the file has its URL for another one now, is left out: it
// must not close the hub, and lets nobody in.
func merge(file []Issuer, entries []graph.IssuerEntry, proof func(string) (ClientProof, error)) ([]Issuer, error) {
	out := slices.Clone(file)
	for _, e := range entries {
		at := slices.IndexFunc(out, func(i Issuer) bool { return i.Name == e.Name })
		switch {
		case e.InForce == "" && at >= 0 && e.Suspended:
			out[at].State = Suspended
			continue
		case e.InForce == "":
			continue
		case at >= 0:
			out = slices.Delete(out, at, at+1)
		}
		if issuer, err := decidedIssuer(e, proof); err == nil && distinct(out, issuer) == nil {
			out = append(out, issuer)
		}
	}
	return checkedEntries(out)
}

func decidedIssuer(e graph.IssuerEntry, proof func(string) (ClientProof, error)) (Issuer, error) {
	issuer, err := ParseEntry(e.InForce)
	if err != nil {
		return Issuer{}, err
	}
	issuer.State = Active
	if e.Suspended {
		issuer.State = Suspended
	}
	if proof == nil {
		return issuer, nil
	}
	by, err := proof(e.Name)
	issuer.ClientSecret, issuer.ClientKey = by.Secret, by.Key
	return issuer, errors.Join(err, issuer.Check())
}

// Fits says why an issuer could not stand beside those of the configuration file
// and the others; nil if it can. One of its own name it replaces.
func (r *Registry) Fits(issuer Issuer) error {
	others := slices.DeleteFunc(slices.Clone(r.All()), func(i Issuer) bool { return i.Name == issuer.Name })
	return distinct(others, issuer)
}

// DryRun is what a token of an issuer would become if its entry were in force:
// the officer, or the precise reason of the refusal. It asks the issuer for its
// keys, and changes nothing. An ID token is taken for that by its audience; its
// nonce is not looked at, as there was no login.
func (v *Verifier) DryRun(ctx context.Context, issuer Issuer, token string) (auth.Principal, error) {
	issuer.State = Active
	registry, err := NewRegistry(issuer)
	if err != nil {
		return auth.Principal{}, err
	}
	dry := NewVerifier(registry, v.clock)
	defer dry.Close()
	k := accessToken
	if _, payload, err := decodeToken(token); err == nil {
		if audience, err := payload.texts("aud"); err == nil && slices.Equal(audience, []string{issuer.ClientID}) {
			k = idToken
		}
	}
	opened, err := dry.open(ctx, token, k)
	if err != nil {
		return auth.Principal{}, err
	}
	p, err := opened.officer(v.clock())
	p.Expires = opened.expires
	return p, err
}
