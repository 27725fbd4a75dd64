package oidc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"entente/auth"
	"entente/graph"
)

// registryFile is the configuration file; docs/federation.md explains each key.
type registryFile struct {
	Issuers []issuerEntry `yaml:"issuers"`
}

type issuerEntry struct {
	Name              string                       `yaml:"name,omitempty"`
	DisplayName       string                       `yaml:"display_name,omitempty"`
	Country           string                       `yaml:"country,omitempty"`
	URL               string                       `yaml:"url,omitempty"`
	State             State                        `yaml:"state,omitempty"`
	ClientID          string                       `yaml:"client_id,omitempty"`
	ClientSecretFile  string                       `yaml:"client_secret_file,omitempty"`
	ClientKeyFile     string                       `yaml:"client_key_file,omitempty"`
	Audience          string                       `yaml:"audience,omitempty"`
	Algorithms        []string                     `yaml:"algorithms,omitempty"`
	AccessTokenType   string                       `yaml:"access_token_type,omitempty"`
	SenderConstrained bool                         `yaml:"sender_constrained,omitempty"`
	Scopes            []string                     `yaml:"scopes,omitempty"`
	OrganisationClaim string                       `yaml:"organisation_claim,omitempty"`
	Organisations     map[string]graph.ID          `yaml:"organisations,omitempty"`
	RolesClaim        string                       `yaml:"roles_claim,omitempty"`
	Roles             map[string]auth.Role         `yaml:"roles,omitempty"`
	ClearancesClaim   string                       `yaml:"clearances_claim,omitempty"`
	Clearances        map[string]graph.Compartment `yaml:"clearances,omitempty"`
	Services          []serviceEntry               `yaml:"services,omitempty"`
	HomeDomains       []string                     `yaml:"home_domains,omitempty"`
	SignIn            proofEntry                   `yaml:"sign_in,omitempty"`
	StepUp            proofEntry                   `yaml:"step_up,omitempty"`
	RefreshEvery      time.Duration                `yaml:"refresh_every,omitempty"`
	Contacts          []string                     `yaml:"contacts,omitempty"`
}

type proofEntry struct {
	ACR    []string      `yaml:"acr,omitempty"`
	AMR    []string      `yaml:"amr,omitempty"`
	MaxAge time.Duration `yaml:"max_age,omitempty"`
}

func (e proofEntry) proof() auth.Proof { return auth.Proof{ACR: e.ACR, AMR: e.AMR, MaxAge: e.MaxAge} }

// maxEntry bounds an entry that administrators hand in, in bytes.
const maxEntry = 16 << 10

// ParseEntry reads one issuer in the words of the configuration file: a list of
// one. It reads no file, and refuses to be told of one. Its errors say the line.
func ParseEntry(text string) (Issuer, error) {
	if len(text) > maxEntry {
		return Issuer{}, errors.New(":1: an entry has at most 16 KiB")
	}
	issuers, err := parseIssuers([]byte(text), issuerEntry.noProof)
	if err != nil {
		return Issuer{}, err
	}
	if len(issuers) != 1 {
		return Issuer{}, errors.New(":1: issuers: must list one issuer")
	}
	return issuers[0].withDefaults(), nil
}

// ClientProof is what the hub proves itself to a provider by: one of them, or
// nothing.
type ClientProof struct {
	Secret string
	Key    *ClientKey
}

func (e issuerEntry) noProof() (ClientProof, error) {
	const reason = "is for the configuration file; for this entry put the secret or the key where docs/federation.md says"
	switch {
	case e.ClientSecretFile != "":
		return ClientProof{}, fault{setting: "client_secret_file", reason: reason}
	case e.ClientKeyFile != "":
		return ClientProof{}, fault{setting: "client_key_file", reason: reason}
	}
	return ClientProof{}, nil
}

// proof reads the files that an entry of the configuration file names.
func (e issuerEntry) proof(folder string) (ClientProof, error) {
	secret, secretErr := e.secret(folder)
	key, keyErr := e.clientKey(folder)
	return ClientProof{secret, key}, errors.Join(secretErr, keyErr)
}

// LoadRegistry reads a trust registry from a YAML file. Secrets are read from
// the files it names, relative to its own folder. A fault is reported as
// FILE:LINE; unknown and repeated keys are faults.
func LoadRegistry(file string) (*Registry, error) {
	data, err := os.ReadFile(file) //nolint:gosec // the operator's own configuration
	if err != nil {
		return nil, fmt.Errorf("trust registry: %w", err)
	}
	folder := filepath.Dir(file)
	issuers, err := parseIssuers(data, func(e issuerEntry) (ClientProof, error) { return e.proof(folder) })
	if err != nil {
		return nil, fmt.Errorf("trust registry: %s%w", file, err)
	}
	registry, err := NewRegistry(issuers...)
	if err != nil {
		return nil, fmt.Errorf("trust registry: %s: %w", file, err)
	}
	return registry, nil
}

// parseIssuers reads and checks the issuers. Its errors begin with ":LINE: ".
func parseIssuers(data []byte, proofOf func(issuerEntry) (ClientProof, error)) ([]Issuer, error) {
	var file registryFile
	decoder := yaml.NewDecoder(bytes.NewReader(data), yaml.DisallowUnknownField())
	if err := decoder.Decode(&file); err != nil && !errors.Is(err, io.EOF) {
		return nil, atLine(err)
	}
	if len(file.Issuers) == 0 {
		return nil, errors.New(":1: issuers: must list at least one issuer")
	}
	tree, err := parser.ParseBytes(data, 0)
	if err != nil {
		return nil, atLine(err)
	}
	var issuers []Issuer
	for n, entry := range file.Issuers {
		issuer, err := entry.issuer(proofOf)
		if err == nil {
			err = errors.Join(issuer.Check(), distinct(issuers, issuer))
		}
		if err != nil {
			return nil, fmt.Errorf(":%d: issuer %q: %w", lineOf(tree, n, err), entry.Name, err)
		}
		issuers = append(issuers, issuer)
	}
	return issuers, nil
}

func (e issuerEntry) issuer(proofOf func(issuerEntry) (ClientProof, error)) (Issuer, error) {
	proof, err := proofOf(e)
	return Issuer{
		Name: e.Name, DisplayName: e.DisplayName, Country: e.Country, URL: e.URL, State: e.State,
		ClientID: e.ClientID, ClientSecret: proof.Secret, ClientKey: proof.Key, Audience: e.Audience,
		Algorithms: e.Algorithms, AccessTokenType: e.AccessTokenType, SenderConstrained: e.SenderConstrained, Scopes: e.Scopes,
		Organisations: Mapping[graph.ID]{e.OrganisationClaim, e.Organisations},
		Roles:         Mapping[auth.Role]{e.RolesClaim, e.Roles},
		Clearances:    Mapping[graph.Compartment]{e.ClearancesClaim, e.Clearances},
		Services:      e.services(),
		HomeDomains:   lower(e.HomeDomains),
		SignIn:        e.SignIn.proof(),
		StepUp:        e.StepUp.proof(),
		RefreshEvery:  e.RefreshEvery,
		Contacts:      e.Contacts,
	}, err
}

func lower(words []string) []string {
	var out []string
	for _, w := range words {
		out = append(out, strings.ToLower(w))
	}
	return out
}

// secret reads the client secret, without the line end editors add.
func (e issuerEntry) secret(folder string) (string, error) {
	if e.ClientSecretFile == "" {
		return "", nil
	}
	data, err := os.ReadFile(within(folder, e.ClientSecretFile)) //nolint:gosec // the operator's own configuration
	if err != nil {
		return "", fault{setting: "client_secret_file", reason: "cannot be read: " + err.Error()}
	}
	secret := strings.TrimRight(string(data), "\r\n")
	if secret == "" {
		return "", fault{setting: "client_secret_file", reason: "is empty"}
	}
	return secret, nil
}

func (e issuerEntry) clientKey(folder string) (*ClientKey, error) {
	if e.ClientKeyFile == "" {
		return nil, nil //nolint:nilnil // the hub has no key at this provider
	}
	key, err := ReadClientKey(within(folder, e.ClientKeyFile))
	if err != nil {
		return nil, fault{setting: "client_key_file", reason: err.Error()}
	}
	return key, nil
}

// within is a file of a registry: relative names are in its folder.
func within(folder, file string) string {
	if filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(folder, file)
}

// lineOf finds the line of the setting a fault is about, or of its issuer.
func lineOf(tree *ast.File, n int, err error) int {
	entry := "$.issuers[" + strconv.Itoa(n) + "]"
	var f fault
	if errors.As(err, &f) {
		for _, at := range []string{entry + "." + f.setting + ".'" + f.key + "'", entry + "." + f.setting} {
			if line := lineAt(tree, at); line > 0 {
				return line
			}
		}
	}
	return max(1, lineAt(tree, entry))
}

func lineAt(tree *ast.File, at string) int {
	path, err := yaml.PathString(at)
	if err != nil {
		return 0
	}
	node, err := path.FilterFile(tree)
	if err != nil || node == nil {
		return 0
	}
	if m, ok := node.(*ast.MappingNode); ok && len(m.Values) > 0 {
		node = m.Values[0].Key
	}
	return node.GetToken().Position.Line
}

// atLine puts the line in front of a fault the YAML reader found.
func atLine(err error) error {
	var located yaml.Error
	if errors.As(err, &located) && located.GetToken() != nil {
		return fmt.Errorf(":%d: %s", located.GetToken().Position.Line, located.GetMessage())
	}
	return fmt.Errorf(": %w", err)
}
