package server

import (
	"context"
	"encoding/json"
	"errors"
	"mime"
	"net/http"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"entente/casework"
	"entente/graph"
	"entente/resolvers"
	"entente/resolvers/generated"
)

// The limits of one document. The UI's largest query needs about a tenth of each.
const (
	maxBody       = 1 << 20
	maxTokens     = 4_000
	maxComplexity = 2_000
	keptDocuments = 500
)

// atLeastHeader carries the sealed revision that an answer must contain.
const atLeastHeader = "Entente-At-Least"

// newGraphQL serves the API: who asks is settled first, then the document is
// read, and an answer leaves only once the log holds what it discloses.
func newGraphQL(o Options) http.Handler {
	schema := generated.NewExecutableSchema(generated.Config{Resolvers: &resolvers.Resolver{}})
	api := handler.New(schema)
	api.SetParserTokenLimit(maxTokens)
	api.SetQueryCache(lru.New[*ast.QueryDocument](keptDocuments))
	api.SetDisableSuggestion(true)
	api.Use(extension.Introspection{})
	api.Use(extension.FixedComplexityLimit(maxComplexity))
	present := resolvers.Presenter(o.Log, requestID)
	api.SetErrorPresenter(refusing(present))
	api.SetRecoverFunc(func(_ context.Context, _ any) error { return errors.New("a resolver panicked") })
	live := newSubscriptions(o, present, api)
	api.AddTransport(transport.POST{})
	api.AroundOperations(askedAgain(o))
	api.AroundResponses(disclosed(present))
	return live.serve(api, o.Metrics.measured(opened(o, present, api)))
}

// opened opens the enquiry of a request, and bounds its size and time.
func opened(o Options, present graphql.ErrorPresenterFunc, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost {
			w.Header().Set("Allow", http.MethodPost)
			http.Error(w, "GraphQL is asked by POST.", http.StatusMethodNotAllowed)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), o.RequestTime)
		defer cancel()
		enquiry, err := beginAgain(ctx, o, r)
		if err != nil {
			refuse(w, graph.CodeOf(err), present(ctx, err))
			return
		}
		if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
			refuse(w, graph.BadInput, present(ctx, graph.Bad("Content-Type", "A question is sent as application/json.")))
			return
		}
		r = r.WithContext(asking(resolvers.With(ctx, enquiry), r))
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		next.ServeHTTP(w, r)
	})
}

func begin(ctx context.Context, o Options, r *http.Request) (*casework.Enquiry, error) {
	principal, err := o.Callers.Authenticate(r)
	if err != nil {
		return nil, err
	}
	return o.Casework.Begin(ctx, principal, casework.Request{ID: requestID(ctx), AtLeast: r.Header.Get(atLeastHeader)})
}

// disclosed holds an answer back until the log has what it discloses. If the
// log does not take it, the answer is dropped and an error stands in its place.
func disclosed(present graphql.ErrorPresenterFunc) graphql.ResponseMiddleware {
	return func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		response := next(ctx)
		if response == nil || resolvers.StreamOf(ctx) != nil {
			return response // an event is disclosed by its own enquiry
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

// refuse answers before any document is read.
func refuse(w http.ResponseWriter, code graph.Code, e *gqlerror.Error) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(statusOf(code))
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": gqlerror.List{e}})
}

func statusOf(code graph.Code) int {
	switch code {
	case graph.Unauthenticated:
		return http.StatusUnauthorized
	case graph.BadInput:
		return http.StatusBadRequest
	case graph.RateLimited:
		return http.StatusTooManyRequests
	}
	return http.StatusServiceUnavailable
}
