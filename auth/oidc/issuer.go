package oidc

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"entente/auth"
	"entente/graph"
)

// Issuer is one entry of the trust registry: a partner's identity provider,
// and the closed list of what it may say. Everything it does not list, the
// provider cannot grant, whatever its tokens claim.
type Issuer struct {
	// Name is the short name in paths and logs: a to z, 0 to 9 and hyphens.
	Name string
	// DisplayName is what officers choose from; Country is ISO 3166-1 alpha-2.
	DisplayName string
	Country     string
	// URL is the issuer identifier, compared byte for byte with every `iss`.
	URL   string
	State State
	// ClientID is the hub at the provider. ClientSecret is empty for a public client.
	ClientID     string
	ClientSecret string
	// ClientKey proves the hub to the provider in place of a secret; nil has none.
	ClientKey *ClientKey
	// Audience is what access tokens for the hub's API name. It differs from
	// ClientID, so that an ID token can never pass for an access token.
	Audience string
	// Algorithms are the accepted signatures; empty means DefaultAlgorithms.
	Algorithms []string
	// AccessTokenType is the `typ` access tokens must carry: "at+jwt" (RFC 9068,
	// also when empty), or "JWT" for a provider that cannot do better.
	AccessTokenType string
	// SenderConstrained refuses access tokens that are not bound to a key of
	// whoever sends them (RFC 9449).
	SenderConstrained bool
	// Scopes are asked for at login beside openid and profile.
	Scopes []string
	// Organisations, Roles and Clearances map the values of this provider's
	// claims to what they grant here. A value that is not a key grants nothing;
	// for the organisation, without which there is no officer, it is refused.
	Organisations Mapping[graph.ID]
	Roles         Mapping[auth.Role]
	Clearances    Mapping[graph.Compartment]
	// Services are programs this provider may vouch for, each with what it may
	// do; the claims of their tokens grant nothing.
	Services []Service
	// HomeDomains are e-mail domains that lead an officer to this provider.
	// They are never used to identify anyone.
	HomeDomains []string
	// SignIn is what every sign-in must be, of people in the browser and by access
	// token; its age counts when the sign-in ends, or the token is made.
	SignIn auth.Proof
	// RefreshEvery is how often the provider is asked, by refresh token, whether a
	// session still holds; zero never asks, and then no refresh token is kept.
	RefreshEvery time.Duration
	// StepUp is what a sign-in must be before the gravest actions. Without any
	// word of it DefaultStepUp is asked.
	StepUp auth.Proof
	// Contacts are desks to speak to about this provider, never a person.
	Contacts []string
}

// DefaultStepUp is asked where an entry says nothing: that the officer signed in
// today.
func DefaultStepUp() auth.Proof { return auth.Proof{MaxAge: 4 * time.Hour} }

// Mapping says which claim to read and what each of its values grants.
type Mapping[T ~string] struct {
	Claim  string
	Values map[string]T
}

// State says whether an issuer is trusted now.
type State string

// The states. Only an active issuer opens the door; suspending one ends its
// sessions and tokens at their next use.
const (
	Active    State = "active"
	Suspended State = "suspended"
)

// The claims read where a Mapping names none.
const (
	defaultOrganisationClaim = "org"
	defaultRolesClaim        = "roles"
	defaultClearancesClaim   = "clearances"
)

const (
	typeAccessToken = "at+jwt" // RFC 9068 section 2.1
	typeJWT         = "JWT"
	typeLogoutToken = "logout+jwt" // #nosec G101 -- a type, of OpenID Connect Back-Channel Logout section 2.4
)

// DefaultAlgorithms are the signatures accepted unless an issuer narrows them.
func DefaultAlgorithms() []string { return []string{"ES256", "RS256", "PS256", "EdDSA"} }

// withDefaults fills what may be left out.
func (i Issuer) withDefaults() Issuer {
	if i.State == "" {
		i.State = Active
	}
	if len(i.Algorithms) == 0 {
		i.Algorithms = DefaultAlgorithms()
	}
	if i.AccessTokenType == "" {
		i.AccessTokenType = typeAccessToken
	}
	if i.asksNothing() {
		i.StepUp = DefaultStepUp()
	}
	i.Organisations.Claim = or(i.Organisations.Claim, defaultOrganisationClaim)
	i.Roles.Claim = or(i.Roles.Claim, defaultRolesClaim)
	i.Clearances.Claim = or(i.Clearances.Claim, defaultClearancesClaim)
	return i
}

func (i Issuer) asksNothing() bool {
	return len(i.StepUp.ACR) == 0 && len(i.StepUp.AMR) == 0 && i.StepUp.MaxAge == 0
}

// asksTheDefault says whether nothing but the default is asked for a step-up:
// then a provider that never says when somebody proved who they are is taken at
// the date of its token.
func (i Issuer) asksTheDefault() bool {
	return len(i.StepUp.ACR) == 0 && len(i.StepUp.AMR) == 0 && i.StepUp.MaxAge == DefaultStepUp().MaxAge &&
		i.SignIn.MaxAge == 0
}

func or(value, otherwise string) string {
	if value == "" {
		return otherwise
	}
	return value
}

// fault is what is wrong with one setting of an issuer.
type fault struct {
	setting string // as the configuration file spells it
	key     string // of a mapping, or empty
	reason  string
}

func (f fault) Error() string {
	if f.key != "" {
		return fmt.Sprintf("%s: %q %s", f.setting, f.key, f.reason)
	}
	return f.setting + ": " + f.reason
}

var (
	validName    = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,39}$`)
	validCountry = regexp.MustCompile(`^[A-Z]{2}$`)
)

// Check refuses an issuer that could not be trusted safely; the error names
// the setting at fault.
func (i Issuer) Check() error {
	i = i.withDefaults()
	checks := []struct {
		setting string
		wrong   bool
		reason  string
	}{
		{"name", !validName.MatchString(i.Name), "must be 1 to 40 of a-z, 0-9 and hyphen, and not begin with a hyphen"},
		{"display_name", strings.TrimSpace(i.DisplayName) == "", "must say what officers call the agency"},
		{"country", !validCountry.MatchString(i.Country), "must be two capital letters (ISO 3166-1)"},
		{"state", i.State != Active && i.State != Suspended, "must be active or suspended"},
		{"client_id", i.ClientID == "", "must not be empty"},
		{"client_key_file", i.ClientKey != nil && i.ClientSecret != "", "must not go with client_secret_file: one of them is to prove the hub"},
		{"audience", i.Audience == "", "must not be empty: without it any token of the provider would open the hub"},
		{"audience", i.Audience == i.ClientID, "must differ from client_id, or an ID token would pass for an access token"},
		{"access_token_type", i.AccessTokenType != typeAccessToken && i.AccessTokenType != typeJWT, "must be at+jwt or JWT"},
		{"organisations", len(i.Organisations.Values) == 0, "must list at least one organisation"},
		{"name", i.Name == stepUpName, "is taken by the hub itself"},
		{"step_up", wrongAge(i.StepUp), "max_age must be whole seconds, such as 15m"},
		{"step_up", spaced(i.StepUp.ACR) || spaced(i.StepUp.AMR), "acr and amr must be single words"},
		{"sign_in", wrongAge(i.SignIn), "max_age must be whole seconds, such as 15m"},
		{"step_up", i.classesApart(), "acr must be of those of sign_in, or nobody who steps up is signed in"},
		{"sign_in", spaced(i.SignIn.ACR) || spaced(i.SignIn.AMR), "acr and amr must be single words"},
		{"refresh_every", i.RefreshEvery != 0 && i.RefreshEvery < time.Minute, "must be a minute or longer, such as 15m"},
	}
	for _, c := range checks {
		if c.wrong {
			return fault{setting: c.setting, reason: c.reason}
		}
	}
	return errors.Join(checkURL(i.URL), i.checkAlgorithms(), i.checkMappings(), i.checkServices())
}

// classesApart says whether a class of sign-in is enough for the gravest actions
// and not for signing in.
func (i Issuer) classesApart() bool {
	return len(i.SignIn.ACR) > 0 && slices.ContainsFunc(i.StepUp.ACR, func(c string) bool { return !slices.Contains(i.SignIn.ACR, c) })
}

func wrongAge(p auth.Proof) bool { return p.MaxAge < 0 || p.MaxAge%time.Second != 0 }

// spaced says whether a word is empty or more than one: acr_values has them
// side by side.
func spaced(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return w == "" || strings.ContainsFunc(w, unicode.IsSpace) })
}

func checkURL(raw string) error {
	u, err := url.Parse(raw)
	switch {
	case err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "":
		return fault{setting: "url", reason: "must be an absolute URL without user, query or fragment"}
	case u.Scheme == "https", u.Scheme == "http" && loopback(u.Hostname()):
		return nil
	}
	return fault{setting: "url", reason: "must be https; http is for loopback addresses only"}
}

// loopback says whether a host name is this machine itself.
func loopback(host string) bool {
	return host == "localhost" || net.ParseIP(host).IsLoopback()
}

func (i Issuer) checkAlgorithms() error {
	for _, alg := range i.Algorithms {
		if !slices.Contains(DefaultAlgorithms(), alg) {
			return fault{setting: "algorithms", reason: "must be of " + strings.Join(DefaultAlgorithms(), ", ")}
		}
	}
	return nil
}

func (i Issuer) checkMappings() error {
	for value, id := range i.Organisations.Values {
		if value == "" || !id.Is(graph.NounOrganisation) {
			return fault{"organisations", value, "must map to the id of an organisation"}
		}
	}
	for value, role := range i.Roles.Values {
		if value == "" || !slices.Contains(auth.Roles(), role) {
			return fault{"roles", value, "must map to a role of the hub"}
		}
	}
	for value, c := range i.Clearances.Values {
		if value == "" || !slices.Contains(graph.Compartments(), c) {
			return fault{"clearances", value, "must map to a compartment of the hub"}
		}
	}
	return nil
}
