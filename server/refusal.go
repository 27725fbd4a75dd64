package server

import (
	"context"
	"errors"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"entente/graph"
	"entente/resolvers"
)

// refusing presents errors, and has the log take down what was refused before
// the answer leaves: the code, and the ids that were asked for.
func refusing(present graphql.ErrorPresenterFunc) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		if enquiry := resolvers.Enquiry(ctx); enquiry != nil {
			enquiry.Refused(codeOf(err), askedFor(ctx)...)
		}
		var limited *tooMuch
		if errors.As(err, &limited) {
			return limited.present()
		}
		return present(ctx, err)
	}
}

// beforehand is a refusal of a document before it is carried out. It has its code
// already: a websocket hands such refusals on as they are, past the presenter.
func beforehand(err error) *gqlerror.Error {
	said := gqlerror.Wrap(err)
	var public *graph.Error
	if errors.As(err, &public) {
		said.Message = public.Message
	}
	said.Extensions = map[string]any{"code": string(graph.CodeOf(err))}
	return said
}

// codeOf is the code of an error; a document that does not fit the schema is bad
// input.
func codeOf(err error) graph.Code {
	var written *gqlerror.Error
	if code := graph.CodeOf(err); code != graph.Internal || !errors.As(err, &written) || written.Err != nil {
		return code
	}
	return graph.BadInput
}

// askedFor are the ids among the arguments of the field at fault.
func askedFor(ctx context.Context) []graph.ID {
	field := graphql.GetFieldContext(ctx)
	if field == nil {
		return nil
	}
	var ids []graph.ID
	for _, argument := range field.Args {
		switch value := argument.(type) {
		case graph.ID:
			ids = append(ids, value)
		case []graph.ID:
			ids = append(ids, value...)
		}
	}
	return ids
}
