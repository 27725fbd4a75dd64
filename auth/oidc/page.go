package oidc

import (
	"bytes"
	_ "embed"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

//go:embed login.html
var loginHTML string

//go:embed login.css
var loginCSS string

var loginPage = template.Must(template.New("login").Parse(loginHTML))

// page is what the one template shows: a text, a way on, or the agencies.
type page struct {
	Words          wording
	Text           string
	Failed         bool
	Number         string // of the request, to be quoted
	Next, NextText string
	Choose         bool
	Domain, Return string
	Agencies       []agency
}

type agency struct{ Name, Country, Start string }

// wording is the page in one language.
type wording struct {
	Lang, Title, Choose, Domain, Show, NoneMatch, Failed, Again, SignedOut, Continue, Number string
}

func english() wording {
	return wording{
		Lang: "en", Title: "Sign in to Entente", Choose: "Choose your agency. You sign in with its own account; Entente never sees your password.",
		Domain: "Domain of your work e-mail", Show: "Show my agency", NoneMatch: "No agency here uses this domain.",
		Failed: "You could not be signed in. Please try again; if it happens again, speak to your agency's administrator.",
		Again:  "Back to sign-in", SignedOut: "You are signed out of Entente.", Continue: "Continue signing out at your agency",
		Number: "Number to quote:",
	}
}

func romanian() wording {
	return wording{
		Lang: "ro", Title: "Autentificare în Entente", Choose: "Alegeți instituția dumneavoastră. Vă autentificați cu contul acesteia; Entente nu vă vede niciodată parola.",
		Domain: "Domeniul adresei de e-mail de serviciu", Show: "Arată instituția mea", NoneMatch: "Nicio instituție de aici nu folosește acest domeniu.",
		Failed: "Autentificarea nu a reușit. Încercați din nou; dacă se repetă, adresați-vă administratorului instituției.",
		Again:  "Înapoi la autentificare", SignedOut: "Ați ieșit din Entente.", Continue: "Continuați ieșirea la instituția dumneavoastră",
		Number: "Numărul de comunicat:",
	}
}

// words are those of the language the browser prefers.
func words(r *http.Request) wording {
	matcher := language.NewMatcher([]language.Tag{language.English, language.Romanian})
	if _, at := language.MatchStrings(matcher, r.Header.Get("Accept-Language")); at == 1 {
		return romanian()
	}
	return english()
}

// choose lists the agencies, all or those of an e-mail domain.
func (l *Login) choose(w http.ResponseWriter, r *http.Request) {
	domain := strings.ToLower(strings.TrimSpace(r.FormValue("domain")))
	domain = domain[strings.LastIndex(domain, "@")+1:]
	returnTo := returnPath(r.FormValue("return_to"))
	if err := l.options.Registry.Fresh(r.Context()); err != nil {
		l.fail(w, r, err)
		return
	}
	l.render(w, r, http.StatusOK, page{
		Choose: true, Domain: domain, Return: returnTo,
		Agencies: l.agencies(domain, returnTo),
	})
}

func (l *Login) agencies(domain, returnTo string) []agency {
	var list []agency
	for _, i := range l.options.Registry.All() {
		if i.State != Active || domain != "" && !slices.Contains(i.HomeDomains, domain) {
			continue
		}
		start := "/login/" + i.Name
		if returnTo != "/" {
			start += "?" + url.Values{"return_to": {returnTo}}.Encode()
		}
		list = append(list, agency{i.DisplayName, i.Country, start})
	}
	return list
}

// fail shows the one plain message, and logs the reason.
func (l *Login) fail(w http.ResponseWriter, r *http.Request, reason error) {
	l.tell(r.Context(), "sign-in refused", reason)
	l.render(w, r, http.StatusBadRequest, page{
		Failed: true, Text: words(r).Failed, Number: l.requestID(r.Context()),
		Next: "/login", NextText: words(r).Again,
	})
}

func (l *Login) render(w http.ResponseWriter, r *http.Request, status int, p page) {
	p.Words = words(r)
	var body bytes.Buffer
	if err := loginPage.Execute(&body, p); err != nil {
		l.options.Log.ErrorContext(r.Context(), "login page not made", "error", err)
		http.Error(w, p.Words.Failed, http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Vary", "Accept-Language")
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	if _, err := body.WriteTo(w); err != nil {
		l.options.Log.WarnContext(r.Context(), "login page not sent", "error", err)
	}
}

func serveStyle(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "max-age=3600")
	_, _ = io.WriteString(w, loginCSS) // a browser that went away needs no style
}
