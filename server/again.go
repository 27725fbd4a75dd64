package server

import (
	"context"
	"errors"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"entente/auth"
	"entente/casework"
	"entente/resolvers"
)

// repeats is how often the server itself repeats a question that met a right
// being taken away, before its client has to.
const repeats = 3

// asked is the request behind a question, and whether its answer was refused
// for a reason that the next one may not meet.
type asked struct {
	request *http.Request
	refused bool
}

type askedKey struct{}

func asking(ctx context.Context, r *http.Request) context.Context {
	return context.WithValue(ctx, askedKey{}, &asked{request: r})
}

// again notes that an answer was refused and why.
func again(ctx context.Context, err error) {
	if a, ok := ctx.Value(askedKey{}).(*asked); ok {
		a.refused = errors.Is(err, casework.ErrAskAgain)
	}
}

// askedAgain carries out a query anew, with the rights of now, if rights were
// taken away while it was answered. A mutation is never repeated: its client
// knows the key under which that is safe.
func askedAgain(o Options) graphql.OperationMiddleware {
	return func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		a, ok := ctx.Value(askedKey{}).(*asked)
		if !ok || graphql.GetOperationContext(ctx).Operation.Operation != ast.Query {
			return next(ctx)
		}
		answers := next(ctx)
		return func(ctx context.Context) *graphql.Response {
			response := answers(ctx)
			for n := 0; a.refused && n < repeats; n++ {
				a.refused = false
				enquiry, err := begin(ctx, o, a.request)
				if err != nil {
					again(ctx, err)
					continue
				}
				fresh := resolvers.With(ctx, enquiry)
				response = next(fresh)(fresh)
			}
			return response
		}
	}
}

// beginAgain begins an enquiry, repeatedly while this process has yet to follow
// a right that was taken away.
func beginAgain(ctx context.Context, o Options, r *http.Request, p auth.Principal) (*casework.Enquiry, error) {
	enquiry, err := beginFor(ctx, o, r, p)
	for n := 0; errors.Is(err, casework.ErrAskAgain) && n < repeats; n++ {
		enquiry, err = beginFor(ctx, o, r, p)
	}
	return enquiry, err
}
