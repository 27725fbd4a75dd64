package oidc

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// backChannel is where a provider says that somebody signed out there (OpenID
// Connect Back-Channel Logout): their sessions end here, on every process. It
// answers 200 whether or not there was one, and one plain refusal to a token
// that does not hold or was used before.
func (l *Login) backChannel(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	err := l.leave(r)
	if err == nil {
		w.WriteHeader(http.StatusOK)
		return
	}
	l.tell(r.Context(), "logout token refused", err)
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusBadRequest)
	_, _ = w.Write([]byte(`{"error":"invalid_request"}` + "\n")) // a provider that went away asks again
}

func (l *Login) leave(r *http.Request) error {
	ctx := r.Context()
	issuer, err := l.active(ctx, r.PathValue("issuer"))
	if err != nil {
		return l.failed(ctx, err)
	}
	if kind, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";"); kind != "application/x-www-form-urlencoded" {
		return l.failed(ctx, errors.New("the logout token did not come as a form"))
	}
	if err := r.ParseForm(); err != nil || len(r.PostForm["logout_token"]) != 1 {
		return l.failed(ctx, errors.New("there is not one logout token"))
	}
	out, err := l.options.Verifier.leaving(ctx, issuer, r.PostForm.Get("logout_token"))
	if err != nil {
		return l.failed(ctx, fmt.Errorf("logout token: %w", err))
	}
	// It is spent first: of two that come at once, one is refused.
	fresh, err := l.options.Sessions.Spend(ctx, "logout "+out.issuer+" "+out.id, out.expires)
	if err != nil {
		return err
	}
	if !fresh {
		return l.failed(ctx, errors.New("logout token: it was used before"))
	}
	return l.endAll(ctx, out)
}

// endAll ends the sessions that a logout token means.
func (l *Login) endAll(ctx context.Context, out leaving) error {
	found, err := l.options.Sessions.Marked(ctx, out.mark())
	if err != nil {
		return err
	}
	ended := 0
	for _, s := range found {
		if !out.ends(s) {
			continue
		}
		key, ok := parseSessionKey(s.Officer.Session)
		if !ok {
			continue
		}
		if err := errors.Join(l.options.Sessions.Delete(ctx, key), l.options.Journal.Ended(ctx, s.Officer)); err != nil {
			return err
		}
		ended++
	}
	l.options.Log.InfoContext(ctx, "logout token taken", "sessions", ended)
	return nil
}
