package server

import (
	"context"
	"net/http"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"

	"entente/tracing"
)

// traced begins the span of a request. What others say of a trace of theirs is not
// taken over. The path is given as the route that it took, for a path may hold the
// id of a record.
func traced(provider trace.TracerProvider, routes *http.ServeMux) http.Handler {
	if provider == nil {
		return routes
	}
	tracer := provider.Tracer(tracing.Scope)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, pattern := routes.Handler(r)
		_, route, _ := strings.Cut(pattern, "/")
		ctx, span := tracer.Start(r.Context(), "HTTP /"+route, trace.WithSpanKind(trace.SpanKindServer), trace.WithNewRoot())
		defer span.End()
		seen := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		defer func() {
			span.SetAttributes(
				attribute.String("http.request.method", methodOf(r)), attribute.Int("http.response.status_code", seen.status),
				attribute.String("entente.request", requestID(ctx)))
		}()
		routes.ServeHTTP(seen, r.WithContext(ctx))
	})
}

// methodOf is the method, of those that are served.
func methodOf(r *http.Request) string {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodOptions, http.MethodDelete:
		return r.Method
	}
	return "_OTHER"
}

// tracedOperation begins the span of a query or a mutation. Its name is the sort
// alone: what a client calls it may say what it is about.
func tracedOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	operation := graphql.GetOperationContext(ctx).Operation.Operation
	if operation == ast.Subscription {
		return next(ctx)
	}
	ctx, end := tracing.Begin(ctx, "GraphQL "+string(operation))
	answers := next(ctx)
	return func(ctx context.Context) *graphql.Response {
		defer end()
		return answers(ctx)
	}
}

// tracedField begins the span of each field of the root, by its name in the schema.
func tracedField(ctx context.Context, next graphql.Resolver) (any, error) {
	field := graphql.GetFieldContext(ctx)
	if field.Object != "Query" && field.Object != "Mutation" {
		return next(ctx)
	}
	ctx, end := tracing.Begin(ctx, field.Object+"."+field.Field.Name)
	defer end()
	return next(ctx)
}
