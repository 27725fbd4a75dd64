package oidc

import (
	"context"
	"crypto"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/go-jose/go-jose/v4"

	"entente/auth"
)

// Proof is what comes with a request to show that its sender holds the key an
// access token is bound to (RFC 9449 section 4).
type Proof struct {
	JWT string // the header DPoP
	// Method and URL are of the request, the URL as callers know it.
	Method, URL string
	// Repeated says that this very request was let in before and only goes on,
	// as a subscription does: its proof may be old, and is not counted again.
	Repeated bool
}

const (
	typeProof    = "dpop+jwt"
	maxProofSize = 8 << 10 // bytes
	maxProofID   = 256     // bytes of jti
	// maxProofAge is how old a proof may be; one is made for every request.
	maxProofAge = time.Minute
)

// Holder is the officer an access token speaks for that is bound to a key: as
// Principal, and the proof must be of this key, this token and this request, and
// not have been here before, at any process that shares spent. A token that is bound
// to none is refused; spent that fails is no refusal but an error without a code.
func (v *Verifier) Holder(ctx context.Context, rawToken string, p Proof, spent SpentTokens) (auth.Principal, error) {
	t, err := v.open(ctx, rawToken, accessToken)
	if err != nil {
		return auth.Principal{}, refusef("access token: %w", err)
	}
	thumbprint, err := boundTo(t.payload)
	if err != nil {
		return auth.Principal{}, refusef("access token: %w", err)
	}
	id, err := p.check(rawToken, thumbprint, v.clock())
	if err != nil {
		return auth.Principal{}, refusef("issuer %s: proof of the key: %w", t.issuer.Name, err)
	}
	officer, err := t.principal()
	if err != nil || p.Repeated {
		return officer, err
	}
	if err := v.spend(ctx, t.issuer, thumbprint, id, spent); err != nil {
		return auth.Principal{}, err
	}
	return officer, nil
}

// spend lets a proof in once. This process remembers it first: that bounds how many
// one key may bring, and a repetition costs the other store nothing.
func (v *Verifier) spend(ctx context.Context, issuer Issuer, thumbprint, id string, spent SpentTokens) error {
	now := v.clock()
	if err := v.proofs.take(thumbprint, id, now); err != nil {
		return refusef("issuer %s: proof of the key: %w", issuer.Name, err)
	}
	fresh, err := spent.Spend(ctx, "proof "+thumbprint+" "+id, now.Add(proofsTurn))
	switch {
	case err != nil:
		return fmt.Errorf("remember a proof: %w", err)
	case !fresh:
		return refusef("issuer %s: proof of the key: it has been here before, at another process", issuer.Name)
	}
	return nil
}

// checkBearer refuses a token bound to a key (RFC 7800) that comes without proof
// of that key, and an unbound one of an issuer that binds its tokens.
func (t token) checkBearer() error {
	switch {
	case t.payload.has("cnf"):
		return errors.New("a token bound to a key is not a bearer token")
	case t.issuer.SenderConstrained:
		return fmt.Errorf("issuer %s binds its tokens to keys, and this one is bound to none", t.issuer.Name)
	}
	return nil
}

// boundTo is the thumbprint of the key a token is bound to (RFC 9449 section
// 6.1). A token that is bound in another way as well is refused, for that way
// would go unchecked.
func boundTo(payload claims) (string, error) {
	if !payload.has("cnf") {
		return "", errors.New("the token is bound to no key")
	}
	confirmation, err := decodeObject(payload["cnf"])
	if err != nil {
		return "", errors.New("cnf is not an object")
	}
	thumbprint, err := confirmation.text("jkt")
	if err != nil || thumbprint == "" || len(confirmation) != 1 {
		return "", errors.New("cnf is not the thumbprint of a key, and that alone")
	}
	return thumbprint, nil
}

// check is RFC 9449 section 4.3, but for the repetition; it gives the proof's
// own id.
func (p Proof) check(token, thumbprint string, now time.Time) (id string, err error) {
	if len(p.JWT) > maxProofSize {
		return "", errors.New("too large")
	}
	header, payload, err := decodeToken(p.JWT)
	if err != nil {
		return "", err
	}
	if err := checkProofHeader(header); err != nil {
		return "", err
	}
	if err := checkProofKey(p.JWT, header, thumbprint); err != nil {
		return "", err
	}
	if err := p.checkRequest(payload, token); err != nil {
		return "", err
	}
	if err := checkProofTime(payload, now); err != nil && !p.Repeated {
		return "", err
	}
	id, err = payload.text("jti")
	if err != nil || id == "" || len(id) > maxProofID {
		return "", errors.New("jti is missing, malformed or too long")
	}
	return id, nil
}

func checkProofHeader(header claims) error {
	typ, err := header.text("typ")
	if err != nil || strings.TrimPrefix(strings.ToLower(typ), "application/") != typeProof {
		return errors.New("typ is not that of a proof")
	}
	for _, name := range []string{"crit", "b64", "jku", "x5u", "x5c", "zip"} {
		if header.has(name) {
			return fmt.Errorf("header %s is not accepted", name)
		}
	}
	return nil
}

// checkProofKey wants the proof signed by the key it brings, and that to be the
// one the token is bound to.
func checkProofKey(raw string, header claims, thumbprint string) error {
	alg, err := header.text("alg")
	if err != nil || !slices.Contains(DefaultAlgorithms(), alg) {
		return errors.New("alg is not accepted")
	}
	var key jose.JSONWebKey
	if err := json.Unmarshal(header["jwk"], &key); err != nil || !usable(key) {
		return errors.New("jwk is missing or no public key that signs")
	}
	sum, err := key.Thumbprint(crypto.SHA256)
	if err != nil || subtle.ConstantTimeCompare([]byte(encodeHash(sum)), []byte(thumbprint)) != 1 {
		return errors.New("jwk is not the key the token is bound to")
	}
	jws, err := jose.ParseSignedCompact(raw, []jose.SignatureAlgorithm{jose.SignatureAlgorithm(alg)})
	if err != nil {
		return errors.New("malformed signature")
	}
	if _, err := jws.Verify(key); err != nil {
		return errors.New("signature is not by its key")
	}
	return nil
}

func (p Proof) checkRequest(payload claims, token string) error {
	method, methodErr := payload.text("htm")
	address, addressErr := payload.text("htu")
	hash, hashErr := payload.text("ath")
	sum := sha256.Sum256([]byte(token))
	switch {
	case methodErr != nil || method != p.Method:
		return errors.New("htm is not the method of this request")
	case addressErr != nil || !sameAddress(address, p.URL):
		return errors.New("htu is not the address of this request")
	case hashErr != nil || subtle.ConstantTimeCompare([]byte(hash), []byte(encodeHash(sum[:]))) != 1:
		return errors.New("ath is not that of the token")
	}
	return nil
}

// sameAddress compares without query and fragment, scheme and host without
// regard to case, a port that goes without saying left out.
func sameAddress(a, b string) bool {
	left, leftErr := url.Parse(a)
	right, rightErr := url.Parse(b)
	return leftErr == nil && rightErr == nil && left.Host != "" && left.User == nil &&
		strings.EqualFold(left.Scheme, right.Scheme) && strings.EqualFold(hostOf(left), hostOf(right)) &&
		left.EscapedPath() == right.EscapedPath()
}

func hostOf(u *url.URL) string {
	switch strings.ToLower(u.Scheme) {
	case "https":
		return strings.TrimSuffix(u.Host, ":443")
	case "http":
		return strings.TrimSuffix(u.Host, ":80")
	}
	return u.Host
}

func checkProofTime(payload claims, now time.Time) error {
	made, ok, err := payload.instant("iat")
	switch {
	case err != nil || !ok:
		return errors.New("iat is missing or malformed")
	case made.After(now.Add(MaxClockSkew)):
		return errors.New("iat is in the future")
	case now.Sub(made) > maxProofAge:
		return errors.New("iat is too long ago")
	}
	return nil
}

func encodeHash(sum []byte) string { return base64.RawURLEncoding.EncodeToString(sum) }
