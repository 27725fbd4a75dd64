package devissuer

import (
	"bytes"
	"crypto/subtle"
	_ "embed"
	"html/template"
	"io"
	"net/http"
)

//go:embed login.html
var loginHTML string

//go:embed login.css
var loginCSS string

var loginPage = template.Must(template.New("login").Parse(loginHTML))

const (
	textExpired   = "This sign-in is over or was never begun here. Please go back to Entente and begin again."
	textWrong     = "The officer or the password is wrong. Please try again."
	textNoCode    = "No program waits for this code. Please look at it once more, or begin anew."
	textEntered   = "You are signed in. Please go back to the program that gave you the code."
	textSignedOut = "You are signed out."
	textHome      = "This provider signs in invented officers for development."
)

// view is what the one template shows.
type view struct {
	Provider *Provider
	Lang     string
	ID       string // of the login under way; empty shows the text alone
	Text     string
	Chosen   string
	// Device asks for the code of a program as well; UserCode fills it in.
	Device   bool
	UserCode string
}

func (p *Provider) showLogin(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	login, err := p.store.AuthRequestByID(r.Context(), id)
	if err != nil {
		p.page(w, r, http.StatusBadRequest, view{Text: textExpired})
		return
	}
	kept, ok := login.(*request)
	if !ok {
		p.page(w, r, http.StatusInternalServerError, view{Text: textExpired})
		return
	}
	p.page(w, r, http.StatusOK, view{ID: id, Chosen: kept.LoginHint})
}

func (p *Provider) checkLogin(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 4<<10)
	id := r.PostFormValue("id")
	officer, right := p.signsIn(r)
	if !right {
		p.page(w, r, http.StatusUnauthorized, view{ID: id, Text: textWrong, Chosen: r.PostFormValue("username")})
		return
	}
	if err := p.store.signIn(id, officer.Subject); err != nil {
		p.page(w, r, http.StatusBadRequest, view{Text: textExpired})
		return
	}
	p.sendCode(w, r, id)
}

// signsIn says who a form signs in, and whether it does.
func (p *Provider) signsIn(r *http.Request) (Officer, bool) {
	officer, known := p.officer(r.PostFormValue("username"))
	right := subtle.ConstantTimeCompare([]byte(r.PostFormValue("password")), []byte(p.Password)) == 1
	return officer, known && right
}

func (p *Provider) signedOut(w http.ResponseWriter, r *http.Request) {
	p.page(w, r, http.StatusOK, view{Text: textSignedOut})
}

func (p *Provider) home(w http.ResponseWriter, r *http.Request) {
	p.page(w, r, http.StatusOK, view{Text: textHome})
}

func (p *Provider) page(w http.ResponseWriter, r *http.Request, status int, v view) {
	v.Provider, v.Lang = p, p.language(r)
	var body bytes.Buffer
	if err := loginPage.Execute(&body, v); err != nil {
		http.Error(w, "The page could not be made.", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	// No form-action: a browser would hold the redirect after the form to it.
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "no-store")
	h.Set("Vary", "Accept-Language")
	w.WriteHeader(status)
	_, _ = body.WriteTo(w) // a browser that went away can ask again
}

func serveStyle(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	_, _ = io.WriteString(w, loginCSS) // a browser that went away needs no style
}
