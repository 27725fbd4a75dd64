package devissuer_test

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"entente/auth/oidc/devissuer"
)

// The Romanian provider speaks Romanian to who prefers it, and English to others; no
// other provider does.
func TestTheRomanianProviderSpeaksRomanian(t *testing.T) {
	ro, _ := serve(t, func(o *devissuer.Options) { o.Country = "RO" })
	uk, _ := serve(t, func(*devissuer.Options) {})
	for _, c := range []struct{ url, path, accept, lang, says string }{
		{ro.URL, "/device", "ro-RO,ro;q=0.9,en;q=0.5", "ro", "<legend>Ofițer</legend>"},
		{ro.URL, "/device", "ro", "ro", "<button>Autentificare</button>"},
		{ro.URL, "/", "ro", "ro", "Acest furnizor autentifică ofițeri inventați"},
		{ro.URL, "/device", "en-GB,ro;q=0.5", "en", "<legend>Officer</legend>"},
		{ro.URL, "/device", "", "en", "<button>Sign in</button>"},
		{uk.URL, "/device", "ro", "en", "<legend>Officer</legend>"},
	} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, c.url+c.path, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Accept-Language", c.accept)
		got, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(got.Body)
		_ = got.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		if page := string(body); !strings.Contains(page, `<html lang="`+c.lang+`">`) || !strings.Contains(page, c.says) {
			t.Errorf("%s%s for %q: %s", c.url, c.path, c.accept, page)
		}
	}
}
