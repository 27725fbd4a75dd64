package server

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"go.opentelemetry.io/otel/trace"

	"entente/auth"
	"entente/casework"
)

// Authenticator says who asks; auth/oidc.Login is one.
type Authenticator interface {
	Authenticate(r *http.Request) (auth.Principal, error)
}

// Options are what a server needs.
type Options struct {
	Casework *casework.Casework
	Callers  Authenticator
	Login    http.Handler // serves /login and /logout
	Web      http.Handler // serves the UI
	Metrics  *Metrics     // is added to; served apart, by its Handler
	// Ready says whether everything is served; nil is always.
	Ready func(context.Context) error
	Log   *slog.Logger
	// Secure says that the hub is reached over TLS: browsers are told to stay there.
	Secure bool
	// RequestTime bounds one request, the work it causes included; zero is 30 s.
	RequestTime time.Duration
	// Documents are those that may be asked for by id; OnlyTrusted refuses all
	// others, and with them introspection.
	Documents   map[string]string
	OnlyTrusted bool
	// Traces takes the spans of requests and what they cause; nil takes none.
	Traces trace.TracerProvider
	// Work is what one officer may have resolved.
	Work Work
}

const defaultRequestTime = 30 * time.Second

// Server is the handler of the whole hub.
type Server struct {
	http.Handler
	open *lines
}

// EndSubscriptions tells every subscription that it ends, and begins no other. An
// http.Server does not wait for all of them: WaitForSubscriptions does.
func (s *Server) EndSubscriptions() { s.open.over() }

// WaitForSubscriptions waits, after EndSubscriptions, until none of them is read for
// any more, so that the store may be closed; or until ctx ends, with its error.
func (s *Server) WaitForSubscriptions(ctx context.Context) error { return s.open.wait(ctx) }

// New gives the handler of the whole hub.
func New(o Options) (*Server, error) {
	if o.Casework == nil || o.Callers == nil || o.Login == nil || o.Web == nil || o.Metrics == nil || o.Log == nil {
		return nil, errors.New("server: casework, callers, login, web, metrics and log must be given")
	}
	if o.RequestTime == 0 {
		o.RequestTime = defaultRequestTime
	}
	open := newLines()
	routes := http.NewServeMux()
	routes.Handle("/graphql", newGraphQL(o, open))
	routes.Handle("/login", o.Login)
	routes.Handle("/login/", o.Login)
	routes.Handle("/logout", o.Login)
	routes.HandleFunc("GET /audit/{log}/checkpoint", checkpoint(o))
	routes.HandleFunc("GET /healthz", alive)
	routes.HandleFunc("GET /readyz", ready(o))
	routes.Handle("/metrics", http.NotFoundHandler()) // figures of all there is are no callers' business
	if o.OnlyTrusted {
		routes.Handle("/explore", http.NotFoundHandler()) // it would have nothing to ask
	}
	routes.Handle("/", o.Web)
	return &Server{Handler: identified(recovered(o.Log, headers(o.Secure, sameOrigin(traced(o.Traces, routes))))), open: open}, nil
}

// sameOrigin refuses requests that another site makes a browser send.
func sameOrigin(next http.Handler) http.Handler {
	return http.NewCrossOriginProtection().Handler(next)
}

func alive(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("ok\n")) }

// readyTime bounds the question whether the hub is ready.
const readyTime = 2 * time.Second

func ready(o Options) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), readyTime)
		defer cancel()
		if o.Ready != nil {
			if err := o.Ready(ctx); err != nil {
				o.Log.WarnContext(ctx, "the hub is not ready", "error", err)
				http.Error(w, "not ready", http.StatusServiceUnavailable)
				return
			}
		}
		_, _ = w.Write([]byte("ready\n"))
	}
}
