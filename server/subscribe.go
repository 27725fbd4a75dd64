package server

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"entente/auth"
	"entente/casework"
	"entente/graph"
	"entente/resolvers"
)

// Rechecker says whether a caller still is who they were, without counting that
// as use of their session: a page that only listens must not keep it alive.
type Rechecker interface {
	Recheck(r *http.Request) (auth.Principal, error)
}

// The limits of subscriptions.
const (
	maxSubscriptions = 16               // of one officer, on one process
	pingEvery        = 15 * time.Second // a fixed clock, whatever happens
	initTime         = 10 * time.Second // from the opening of a websocket to connection_init
)

// subscriptions serves what is told as it happens: server-sent events and
// graphql-transport-ws. Nothing else is answered there.
type subscriptions struct {
	options  Options
	present  graphql.ErrorPresenterFunc
	known    documents
	accounts *accounts
	lines    *lines
	open     *openings
	sockets  *openings
}

func newSubscriptions(o Options, present graphql.ErrorPresenterFunc, known documents, accounts *accounts, open *lines) *subscriptions {
	return &subscriptions{
		options: o, present: present, known: known, accounts: accounts, lines: open,
		open: newOpenings(maxSubscriptions), sockets: newOpenings(maxSockets),
	}
}

// over lets api serve subscriptions too.
func (s *subscriptions) over(api *handler.Server) {
	first := int64(maxFirst)
	api.AddTransport(transport.Websocket{
		Implementation: websockets{}, InitFunc: s.opened, InitTimeout: initTime, PayloadReadLimit: &first,
		PingPongInterval: pingEvery, ErrorFunc: func(context.Context, error) {},
	})
	api.AddTransport(transport.SSE{KeepAlivePingInterval: pingEvery})
	api.AroundOperations(s.subscribed)
	api.AroundResponses(s.told)
}

// wants says whether a request asks for events.
func wants(r *http.Request) bool {
	return websocket(r) || r.Method == http.MethodPost && strings.Contains(r.Header.Get("Accept"), "text/event-stream")
}

func websocket(r *http.Request) bool { return strings.EqualFold(r.Header.Get("Upgrade"), "websocket") }

// elsewhere says whether a page of another site opens a connection: a browser says of
// which, and sends the cookie of this one with it.
func elsewhere(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" {
		return false
	}
	from, err := url.Parse(origin)
	return err != nil || !strings.EqualFold(from.Host, r.Host)
}

// serve hands such requests to the API, others to next.
func (s *subscriptions) serve(api, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !wants(r) {
			r.Header.Del("Upgrade") // to another protocol: one is free not to follow (RFC 9110 section 7.8)
			next.ServeHTTP(w, r)
			return
		}
		if websocket(r) && elsewhere(r) {
			s.options.Log.WarnContext(r.Context(), "a page of another site asked for a websocket", "request", requestID(r.Context()))
			http.Error(w, "Only a page of the hub itself opens a websocket.", http.StatusForbidden)
			return
		}
		if !s.lines.begin() {
			http.Error(w, "The hub is ending.", http.StatusServiceUnavailable)
			return
		}
		defer s.lines.done()
		ctx, cancel := context.WithCancel(r.Context())
		defer cancel()
		defer context.AfterFunc(s.lines.ends, cancel)()
		c := &connection{request: r.Clone(ctx)}
		r = r.WithContext(context.WithValue(ctx, connectionKey{}, c))
		w = timely(w)
		if !websocket(r) {
			if s.readable(w, r, c) {
				api.ServeHTTP(w, r)
			}
			return
		}
		if c.line = s.shake(w, r); c.line != nil {
			defer func() { _ = c.line.Close() }()
			api.ServeHTTP(w, r)
		}
	})
}

// readable signs the caller of server-sent events in and reads the document, so
// that what is wrong with either is answered like anywhere else.
func (s *subscriptions) readable(w http.ResponseWriter, r *http.Request, c *connection) bool {
	caller, err := s.options.Callers.Authenticate(r)
	if err != nil {
		refuse(w, r, statusOf(graph.CodeOf(err)), s.present(r.Context(), err))
		return false
	}
	c.caller = caller
	r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	body, err := s.known.written(r)
	if err != nil {
		refuse(w, r, statusOf(graph.CodeOf(err)), s.present(r.Context(), err))
		return false
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	// The time to read a request has no part in how long one may listen.
	_ = http.NewResponseController(w).SetReadDeadline(time.Time{})
	return true
}

// who signs the caller of a connection in again.
func (s *subscriptions) who(c *connection) func(context.Context) (auth.Principal, error) {
	return func(ctx context.Context) (auth.Principal, error) {
		return recheck(s.options, c.request.WithContext(ctx))
	}
}

// recheck signs the caller of a request that was let in before in again.
func recheck(o Options, r *http.Request) (auth.Principal, error) {
	if again, ok := o.Callers.(Rechecker); ok {
		return again.Recheck(r)
	}
	return o.Callers.Authenticate(r)
}

// subscribed begins a subscription: on a line for events nothing else is
// answered, and on no other line is one begun.
func (s *subscriptions) subscribed(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	subscribes := graphql.GetOperationContext(ctx).Operation.Operation == ast.Subscription
	c := connectionOf(ctx)
	switch {
	case c == nil && !subscribes:
		return next(ctx)
	case c == nil:
		return s.refused(ctx, graph.Bad("query", "A subscription is asked for over server-sent events or a websocket."))
	case !subscribes:
		return s.refused(ctx, graph.Bad("query", "On a line for events only subscriptions are answered."))
	}
	if !s.lines.begin() {
		return func(context.Context) *graphql.Response { return nil }
	}
	defer s.lines.done()
	who := s.who(c)
	p, err := who(ctx)
	if err != nil {
		return s.refused(ctx, err)
	}
	if !s.open.take(p.Officer) {
		return s.refused(ctx, &graph.Error{Code: graph.LimitExceeded, Message: "You have too many subscriptions open: end one first."})
	}
	context.AfterFunc(ctx, func() { s.open.free(p.Officer) })
	ctx = context.WithValue(ctx, listenerKey{}, p.Officer)
	return next(resolvers.WithStream(ctx, s.options.Casework.Watch(who, requestID(ctx))))
}

// listenerKey is where the officer of a subscription is.
type listenerKey struct{}

func (s *subscriptions) refused(ctx context.Context, err error) graphql.ResponseHandler {
	return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{s.present(ctx, err)}})
}

// told sends one event once the log has it, when the officer's account allows
// it: until then it is not drawn, and nothing waits in memory. A right that was taken away
// meanwhile lets it be read anew; any other failure ends the subscription.
func (s *subscriptions) told(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	stream := resolvers.StreamOf(ctx)
	if stream == nil {
		return next(ctx)
	}
	if !s.lines.begin() {
		return nil
	}
	defer s.lines.done()
	officer, _ := ctx.Value(listenerKey{}).(graph.ID)
	if s.accounts.afford(ctx, officer) != nil {
		return nil
	}
	for {
		enquiry, err := stream.Next(ctx)
		if enquiry == nil && err == nil || ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return &graphql.Response{Errors: gqlerror.List{s.present(ctx, err)}}
		}
		counted, work := withResolved(resolvers.With(ctx, enquiry))
		response := next(counted)
		err = enquiry.Disclose(ctx)
		s.accounts.charge(officer, work.fields.Load())
		switch {
		case err == nil:
			return response
		case errors.Is(err, casework.ErrAskAgain):
			stream.Again()
		default:
			stream.End()
			return &graphql.Response{Errors: gqlerror.List{s.present(ctx, err)}}
		}
	}
}
