package server

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"entente/auth"
	"entente/casework"
	"entente/graph"
	"entente/resolvers"
	"entente/resolvers/generated"
)

// atLeastHeader carries the sealed revision that an answer must contain.
const atLeastHeader = "Entente-At-Least"

// newGraphQL serves the API: who asks is settled first, then the document is
// read, and an answer leaves only once the log holds what it discloses.
func newGraphQL(o Options, open *lines) http.Handler {
	schema := generated.NewExecutableSchema(generated.Config{Resolvers: &resolvers.Resolver{}})
	present := refusing(resolvers.Presenter(o.Log, requestID))
	kept := lru.New[*ast.QueryDocument](keptDocuments)
	known := newDocuments(o.Documents, o.OnlyTrusted)
	api := handler.New(schema)
	api.SetParserTokenLimit(maxTokens)
	api.SetQueryCache(kept)
	api.SetDisableSuggestion(true)
	accounts := newAccounts(o.Work, time.Now)
	live := newSubscriptions(o, present, known, accounts, open)
	api.Use(extension.Introspection{})
	api.Use(paced{live})
	api.Use(known)
	api.Use(shapes{kept})
	api.Use(newCosts())
	api.AroundFields(counted(weights()))
	api.AroundFields(tracedField)
	api.SetErrorPresenter(present)
	api.SetRecoverFunc(func(_ context.Context, _ any) error { return errors.New("a resolver panicked") })
	live.over(api)
	api.AddTransport(overHTTP{documents: known, present: present})
	api.AroundOperations(tracedOperation)
	api.AroundOperations(askedAgain(o))
	api.AroundResponses(disclosed(present))
	return live.serve(api, o.Metrics.measured(opened(o, accounts, present, api)))
}

// opened opens the enquiry of a request, and bounds its size, time and work.
func opened(o Options, accounts *accounts, present graphql.ErrorPresenterFunc, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !asks(w, r) {
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), o.RequestTime)
		defer cancel()
		principal, err := o.Callers.Authenticate(r)
		if err != nil {
			refuse(w, r, statusOf(graph.CodeOf(err)), present(ctx, err))
			return
		}
		if err := accounts.begin(principal.Officer); err != nil {
			limited(w, r, o, principal, err)
			return
		}
		ctx, work := withResolved(ctx)
		defer func() { accounts.end(principal.Officer, work.fields.Load()) }()
		enquiry, err := beginAgain(ctx, o, r, principal)
		if err != nil {
			refuse(w, r, statusOf(graph.CodeOf(err)), present(ctx, err))
			return
		}
		r = r.WithContext(asking(resolvers.With(ctx, enquiry), r))
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		next.ServeHTTP(w, r)
	})
}

// limited refuses an officer for a while.
func limited(w http.ResponseWriter, r *http.Request, o Options, p auth.Principal, refusal *tooMuch) {
	noteLimited(r.Context(), o, p, refusal)
	refuse(w, r, http.StatusTooManyRequests, refusal.present())
}

// noteLimited logs the first refusal after a question that was let in before it
// leaves; those that follow it say nothing new, and whoever floods the hub must not
// fill its log.
func noteLimited(ctx context.Context, o Options, p auth.Principal, refusal *tooMuch) {
	if !refusal.first {
		return
	}
	if err := o.Casework.Limited(ctx, p, requestID(ctx)); err != nil {
		o.Log.ErrorContext(ctx, "a refusal was not logged", "request", requestID(ctx), "error", err)
	}
}

// asks lets a request through that a page of this hub, or a program, sends. A
// browser sends a cookie along with a GET from anywhere, and such a question
// would be logged as the officer's own.
func asks(w http.ResponseWriter, r *http.Request) bool {
	switch {
	case r.Method == http.MethodPost:
		return true
	case r.Method != http.MethodGet:
		w.Header().Set("Allow", "GET, POST")
		http.Error(w, "GraphQL is asked by POST, or by GET to read.", http.StatusMethodNotAllowed)
		return false
	case r.Header.Get("Cookie") != "" && r.Header.Get("Sec-Fetch-Site") != "same-origin":
		http.Error(w, "By GET, only a page of this hub may ask in an officer's session.", http.StatusForbidden)
		return false
	}
	return true
}

// begin begins the enquiry of a request that was let in before anew.
func begin(ctx context.Context, o Options, r *http.Request) (*casework.Enquiry, error) {
	principal, err := recheck(o, r)
	if err != nil {
		return nil, err
	}
	return beginFor(ctx, o, r, principal)
}

func beginFor(ctx context.Context, o Options, r *http.Request, p auth.Principal) (*casework.Enquiry, error) {
	return o.Casework.Begin(ctx, p, casework.Request{ID: requestID(ctx), AtLeast: r.Header.Get(atLeastHeader)})
}

// disclosed holds an answer back until the log has what it discloses. If the
// log does not take it, the answer is dropped and an error stands in its place.
func disclosed(present graphql.ErrorPresenterFunc) graphql.ResponseMiddleware {
	return func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		response := next(ctx)
		if response == nil || resolvers.StreamOf(ctx) != nil || connectionOf(ctx) != nil {
			return response // an event is disclosed by its own enquiry, and a refusal on a line discloses nothing
		}
		if err := resolvers.Enquiry(ctx).Disclose(ctx); err != nil {
			again(ctx, err)
			return &graphql.Response{Errors: gqlerror.List{present(ctx, err)}}
		}
		inOrder(response.Errors)
		return response
	}
}

// inOrder sorts errors by where they stand in the answer. Fields are resolved
// side by side, and who fails first is a matter of time, which must not show.
func inOrder(errs gqlerror.List) {
	slices.SortStableFunc(errs, func(a, b *gqlerror.Error) int { return strings.Compare(a.Path.String(), b.Path.String()) })
}
