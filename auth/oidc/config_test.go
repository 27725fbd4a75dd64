package oidc_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"entente/auth"
	"entente/auth/oidc"
	"entente/graph"
)

const registryText = `# Who may vouch for whom.
issuers:
  - name: uk
    display_name: Invented Police
    country: GB
    url: https://id.invented.example
    client_id: hub
    client_secret_file: uk.secret
    audience: https://hub.example/api
    organisations:
      northmet: ORGANISATION
    roles_claim: groups
    roles:
      intel: ANALYST
    clearances:
      child-protection: CHILD
    home_domains: [Police.Invented.Example]
`

// write puts a registry and its secret into a folder.
func write(t *testing.T, text string) (file string) {
	t.Helper()
	dir := t.TempDir()
	file = filepath.Join(dir, "issuers.yaml")
	text = strings.ReplaceAll(text, "ORGANISATION", string(northmet))
	for name, content := range map[string]string{file: text, filepath.Join(dir, "uk.secret"): "s3cret\n"} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return file
}

func TestLoadRegistry(t *testing.T) {
	r, err := oidc.LoadRegistry(write(t, registryText))
	if err != nil {
		t.Fatal(err)
	}
	want := []oidc.Issuer{{
		Name: "uk", DisplayName: "Invented Police", Country: "GB", URL: "https://id.invented.example", State: oidc.Active,
		ClientID: "hub", ClientSecret: "s3cret", Audience: "https://hub.example/api",
		Algorithms: oidc.DefaultAlgorithms(), AccessTokenType: "at+jwt",
		Organisations: oidc.Mapping[graph.ID]{Claim: "org", Values: map[string]graph.ID{"northmet": northmet}},
		Roles:         oidc.Mapping[auth.Role]{Claim: "groups", Values: map[string]auth.Role{"intel": auth.Analyst}},
		Clearances:    oidc.Mapping[graph.Compartment]{Claim: "clearances", Values: map[string]graph.Compartment{"child-protection": graph.Child}},
		HomeDomains:   []string{"police.invented.example"},
		StepUp:        oidc.DefaultStepUp(),
	}}
	if diff := cmp.Diff(want, r.All()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRegistryFaultsNameTheirLine(t *testing.T) {
	cases := []struct{ name, old, replacement, want string }{
		{"unknown key", "audience:", "audiance:", `issuers.yaml:9: unknown field "audiance"`},
		{"repeated key", "    client_id: hub\n", "    client_id: hub\n    client_id: hub\n", "issuers.yaml:8: "},
		{"no audience", "    audience: https://hub.example/api\n", "", `issuers.yaml:3: issuer "uk": audience: must not be empty`},
		{"empty audience", "https://hub.example/api", `""`, `issuers.yaml:9: issuer "uk": audience: must not be empty`},
		{"http", "https://id.", "http://id.", `issuers.yaml:6: issuer "uk": url: must be https`},
		{"unknown role", "ANALYST", "ANALYST\n      chief: KING", `issuers.yaml:15: issuer "uk": roles: "chief"`},
		{"organisation is not an id", "ORGANISATION", "northmet", `issuers.yaml:11: issuer "uk": organisations: "northmet"`},
		{"secret missing", "uk.secret", "gone.secret", `issuers.yaml:8: issuer "uk": client_secret_file: cannot be read`},
		{"key missing", "client_secret_file: uk.secret", "client_key_file: gone.pem", `issuers.yaml:8: issuer "uk": client_key_file: cannot be read`},
		{"key that is none", "client_secret_file: uk.secret", "client_key_file: uk.secret", `issuers.yaml:8: issuer "uk": client_key_file: holds no key`},
		{"not YAML", "issuers:", "issuers: [", "issuers.yaml:"},
		{"an object for a list", "[Police.Invented.Example]", "{a: b}", "issuers.yaml:17: "},
		{"twice the same", "", "", `issuers.yaml:18: issuer "uk": name: is taken`},
		{"nothing", registryText, "issuers: []\n", "issuers.yaml:1: issuers: must list"},
		{"empty file", registryText, "", "issuers.yaml:1: issuers: must list"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			text := strings.Replace(registryText, tc.old, tc.replacement, 1)
			if tc.name == "twice the same" {
				text += registryText[strings.Index(registryText, "  - name"):]
			}
			_, err := oidc.LoadRegistry(write(t, text))
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("got %v, want %q", err, tc.want)
			}
		})
	}
}

func TestMissingRegistryFile(t *testing.T) {
	if _, err := oidc.LoadRegistry(filepath.Join(t.TempDir(), "gone.yaml")); err == nil {
		t.Error("a missing file was loaded")
	}
}

// TestDocumentedRegistryLoads reads the example of docs/federation.md.
func TestDocumentedRegistryLoads(t *testing.T) {
	page, err := os.ReadFile("../../docs/federation.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, found := strings.Cut(string(page), "```yaml\n")
	example, _, closed := strings.Cut(example, "```")
	if !found || !closed {
		t.Fatal("the page has no example")
	}
	r, err := oidc.LoadRegistry(write(t, strings.Replace(example, "uk-example.secret", "uk.secret", 1)))
	if err != nil {
		t.Fatal(err)
	}
	if got := r.All(); len(got) != 1 || got[0].Name != "uk-example" || len(got[0].Roles.Values) != 2 {
		t.Errorf("the example gives %+v", got)
	} else if len(got[0].SignIn.ACR) != 3 || got[0].RefreshEvery != 15*time.Minute || len(got[0].StepUp.AMR) != 1 {
		t.Errorf("of sign-ins the example gives %+v, %s, %+v", got[0].SignIn, got[0].RefreshEvery, got[0].StepUp)
	}
}
