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
)

//go:embed login.html
var loginHTML string

//go:embed login.css
var loginCSS string

var loginPage = template.Must(template.New("login").Parse(loginHTML))

// page is what the one template shows: a text, a way on, or the agencies.
type page struct {
	Words          Wording
	Lang           string
	Text           string
	Failed         bool
	Number         string // of the request, to be quoted
	Next, NextText string
	Choose         bool
	Domain, Return string
	Agencies       []agency
}

type agency struct{ Name, Country, Start string }

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
	_, words := l.speech.of(r)
	l.render(w, r, http.StatusBadRequest, page{
		Failed: true, Text: words.Failed, Number: l.requestID(r.Context()),
		Next: "/login", NextText: words.Again,
	})
}

func (l *Login) render(w http.ResponseWriter, r *http.Request, status int, p page) {
	p.Lang, p.Words = l.speech.of(r)
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
