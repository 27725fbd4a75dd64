package server

import (
	"context"
	"errors"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"entente/graph"
)

// The limits of websockets.
const (
	maxSockets     = 16       // of one officer, on one process
	maxFirst       = 64 << 10 // bytes of what is said before somebody is signed in, as of headers
	socketProtocol = "graphql-transport-ws"
	// notOurProtocol is what graphql-transport-ws calls a client that speaks another.
	notOurProtocol = 4406
)

// websockets hand on what was opened already. gqlgen would open them itself, and
// print a request that is none, with what it holds, past the hub's log.
type websockets struct{}

// Accept gives the line of the connection.
func (websockets) Accept(_ http.ResponseWriter, r *http.Request, _ transport.WebsocketAcceptOptions) (transport.WebsocketConn, error) {
	c := connectionOf(r.Context())
	if c == nil || c.line == nil {
		return nil, errors.New("no websocket was opened")
	}
	return c.line, nil
}

// shake opens a websocket; nil if the request is none, or wants another protocol.
func (s *subscriptions) shake(w http.ResponseWriter, r *http.Request) transport.WebsocketConn {
	line, err := transport.CoderWebsocketImplementation{}.Accept(w, r, transport.WebsocketAcceptOptions{Subprotocols: []string{socketProtocol}})
	if err != nil { // its text repeats what was sent
		s.options.Log.WarnContext(r.Context(), "a request for a websocket was none", "request", requestID(r.Context()))
		return nil
	}
	if line.Subprotocol() != socketProtocol {
		_ = line.WriteClose(notOurProtocol, "Subprotocol not acceptable")
		return nil
	}
	return line
}

// opened signs the caller of a websocket in, by the cookie of the page that
// opened it or by the Authorization (and DPoP) of its connection_init.
func (s *subscriptions) opened(ctx context.Context, payload transport.InitPayload) (context.Context, *transport.InitPayload, error) {
	c := connectionOf(ctx)
	r := c.request.Clone(ctx)
	for _, name := range []string{"Authorization", "DPoP", "Entente-Purpose"} {
		if value := payload.GetString(name); value != "" {
			r.Header.Set(name, value)
		}
	}
	caller, err := s.options.Callers.Authenticate(r)
	if err != nil {
		return ctx, nil, s.said(ctx, err)
	}
	if !s.sockets.take(caller.Officer) {
		return ctx, nil, s.said(ctx, &graph.Error{Code: graph.LimitExceeded, Message: "You have too many websockets open: close one first."})
	}
	context.AfterFunc(ctx, func() { s.sockets.free(caller.Officer) })
	if limited, ok := c.line.(transport.WebsocketReadLimiter); ok {
		limited.SetReadLimit(maxBody)
	}
	return context.WithValue(ctx, connectionKey{}, &connection{request: r, line: c.line, caller: caller}), nil, nil
}

// said is the public message alone, for that is all that a line which does not begin is told.
func (s *subscriptions) said(ctx context.Context, err error) error {
	return errors.New(s.present(ctx, err).Message)
}

// paced takes each document that comes by a line from its officer's account, before
// it is read: a line is one request, and would else be a way past the account.
type paced struct{ *subscriptions }

// ExtensionName names the extension to the executor.
func (paced) ExtensionName() string { return "Pace" }

// Validate has nothing to check.
func (paced) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters refuses a document for a while.
func (p paced) MutateOperationParameters(ctx context.Context, _ *graphql.RawParams) *gqlerror.Error {
	c := connectionOf(ctx)
	if c == nil {
		return nil
	}
	if refusal := p.accounts.begin(c.caller.Officer); refusal != nil {
		noteLimited(ctx, p.options, c.caller, refusal)
		said := refusal.present()
		said.Err = refusal // for the presenter
		return said
	}
	p.accounts.end(c.caller.Officer, leastWork)
	return nil
}
