package oidc

import (
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"time"
)

// acceptsType compares `typ` as RFC 7515 section 4.1.9 has it: without regard
// to case, "application/" may be left out.
func acceptsType(i Issuer, typ string, k kind) bool {
	typ = strings.TrimPrefix(strings.ToLower(typ), "application/")
	switch {
	case k == idToken:
		return typ == "" || typ == "jwt"
	case k == logoutToken:
		return typ == "" || typ == "jwt" || typ == typeLogoutToken
	case i.AccessTokenType == typeJWT:
		return typ == "" || typ == "jwt" || typ == typeAccessToken
	}
	return typ == typeAccessToken
}

// checkKind refuses a token of one kind offered as another, and the rules on
// subject and audience that the kinds share.
func (t token) checkKind(k kind) error {
	if err := errors.Join(t.checkSubject(k), t.checkEvents(k)); err != nil {
		return err
	}
	audience, err := t.payload.texts("aud")
	if err != nil {
		return err
	}
	if len(audience) == 0 {
		return errors.New("aud is missing")
	}
	if k == accessToken {
		return t.checkAccess()
	}
	return t.checkParty(audience)
}

// checkSubject wants a subject; a logout token may name the login instead.
func (t token) checkSubject(k kind) error {
	if k == logoutToken && !t.payload.has("sub") {
		return nil
	}
	subject, err := t.payload.text("sub")
	if err != nil {
		return err
	}
	if strings.TrimSpace(subject) == "" || len(subject) > maxSubject {
		return errors.New("sub is missing, empty or too long")
	}
	return nil
}

// checkEvents tells logout tokens from the others.
func (t token) checkEvents(k kind) error {
	switch {
	case k == logoutToken:
		return t.checkLogout()
	case t.payload.has("events"):
		return errors.New("a logout or event token is neither an access nor an ID token")
	}
	return nil
}

// checkAccess refuses an ID token offered as an access token.
func (t token) checkAccess() error {
	for _, name := range []string{"nonce", "at_hash", "c_hash", "s_hash"} {
		if t.payload.has(name) {
			return fmt.Errorf("claim %s is of an ID token", name)
		}
	}
	return nil
}

// checkParty is OpenID Connect Core section 3.1.3.7, points 3 to 5, read
// strictly: every further audience is one the hub does not know.
func (t token) checkParty(audience []string) error {
	if len(audience) > 1 || audience[0] != t.issuer.ClientID {
		return errors.New("aud is not this hub alone")
	}
	if !t.payload.has("azp") {
		return nil
	}
	party, err := t.payload.text("azp")
	if err != nil {
		return err
	}
	if party != t.issuer.ClientID {
		return errors.New("azp is another client")
	}
	return nil
}

// checkTimes wants iat and exp, a life within the limit, and a clock that is
// not ahead of ours by more than MaxClockSkew. An expired token gets no grace.
func (t *token) checkTimes(now time.Time, k kind) error {
	issued, ok, err := t.payload.instant("iat")
	if err != nil || !ok {
		return errors.Join(errors.New("iat is missing or malformed"), err)
	}
	expires, ok, err := t.payload.instant("exp")
	if err != nil || !ok {
		return errors.Join(errors.New("exp is missing or malformed"), err)
	}
	t.expires = expires
	if err := t.checkNotBefore(now); err != nil {
		return err
	}
	life, age := limitsOf(k)
	switch {
	case issued.After(now.Add(MaxClockSkew)):
		return errors.New("iat is in the future")
	case !now.Before(expires):
		return errors.New("token has expired")
	case !expires.After(issued):
		return errors.New("exp is not after iat")
	case expires.Sub(issued) > life:
		return errors.New("exp is too far from iat")
	case now.Sub(issued) > age:
		return errors.New("iat is too long ago")
	}
	return nil
}

// limitsOf are the longest life of a token and its greatest age when it is used.
func limitsOf(k kind) (life, age time.Duration) {
	switch k {
	case idToken:
		return maxIDLife, maxIDAge
	case logoutToken:
		return maxLogoutLife, maxLogoutLife
	case accessToken:
	}
	return maxAccessLife, maxAccessLife
}

func (t token) checkNotBefore(now time.Time) error {
	begins, ok, err := t.payload.instant("nbf")
	if err != nil {
		return err
	}
	if ok && begins.After(now.Add(MaxClockSkew)) {
		return errors.New("nbf is in the future")
	}
	return nil
}

// checkNonce wants exactly the nonce of this login.
func (t token) checkNonce(want string) error {
	nonce, err := t.payload.text("nonce")
	if err != nil {
		return err
	}
	if want == "" || subtle.ConstantTimeCompare([]byte(nonce), []byte(want)) != 1 {
		return errors.New("nonce is missing or not that of this login")
	}
	return nil
}

// checkAccessHash compares at_hash, where present, with the access token that
// came along (OpenID Connect Core section 3.1.3.6).
func (t token) checkAccessHash(access string) error {
	if !t.payload.has("at_hash") {
		return nil
	}
	got, err := t.payload.text("at_hash")
	if err != nil {
		return err
	}
	alg, err := t.header.text("alg")
	if err != nil {
		return err
	}
	if access == "" || got != accessHash(alg, access) {
		return errors.New("at_hash is not that of the access token")
	}
	return nil
}

// accessHash is the left half of the hash that goes with the algorithm.
func accessHash(alg, access string) string {
	if alg == "EdDSA" {
		sum := sha512.Sum512([]byte(access))
		return base64.RawURLEncoding.EncodeToString(sum[:sha512.Size/2])
	}
	sum := sha256.Sum256([]byte(access))
	return base64.RawURLEncoding.EncodeToString(sum[:sha256.Size/2])
}
