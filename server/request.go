package server

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"
	"runtime/debug"
)

type requestKey struct{}

// requestHeader names a call in answers and logs.
const requestHeader = "Entente-Request"

// identified gives each request an id of its own; one from outside is not
// taken over, for it would be written to the log.
func identified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := rand.Text()
		w.Header().Set(requestHeader, id)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), requestKey{}, id)))
	})
}

// RequestID is the id under which answers and logs speak of this request; empty
// outside of one.
func RequestID(ctx context.Context) string { return requestID(ctx) }

func requestID(ctx context.Context) string {
	id, _ := ctx.Value(requestKey{}).(string)
	return id
}

// recovered turns a panic into an error without content.
func recovered(log *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if fault := recover(); fault != nil && fault != http.ErrAbortHandler { //nolint:errorlint // the value that panicked, not an error returned
				log.ErrorContext(r.Context(), "a handler panicked", "request", requestID(r.Context()), "stack", string(debug.Stack()))
				http.Error(w, "Something went wrong at the hub.", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}
