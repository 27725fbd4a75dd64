package resolvers

import (
	"context"
	"errors"
	"log/slog"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"entente/graph"
)

// Presenter turns every error into what a caller may know: the public message,
// the code, and the field at fault. The precise cause goes to the log with the
// request's id and nowhere else.
func Presenter(log *slog.Logger, requestID func(context.Context) string) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		var path ast.Path
		var written *gqlerror.Error
		if errors.As(err, &written) {
			path = written.Path
		}
		if path == nil {
			path = graphql.GetPath(ctx)
		}
		var public *graph.Error
		switch {
		case errors.As(err, &public) && public.Code != graph.Internal:
			return present(public, path)
		case written != nil && written.Err == nil:
			return invalid(written)
		case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
			return present(tooLong(), path)
		}
		id := requestID(ctx)
		log.ErrorContext(ctx, "a request failed", "request", id, "error", causes(err))
		return present(internal(public, id), path)
	}
}

func present(e *graph.Error, path ast.Path) *gqlerror.Error {
	extensions := map[string]any{"code": string(e.Code)}
	field := e.Field
	if field == "" && e.Code == graph.BadInput {
		field = fieldAt(path)
	}
	if field != "" {
		extensions["field"] = field
	}
	return &gqlerror.Error{Message: e.Message, Path: path, Extensions: extensions}
}

// complexityFault is how gqlgen calls a document that asks for too much.
const complexityFault = "COMPLEXITY_LIMIT_EXCEEDED"

// invalid is a document or variables that do not fit the schema; the message
// speaks of the document alone, and the field is that of the variable at fault.
func invalid(e *gqlerror.Error) *gqlerror.Error {
	said := *e
	said.Message = withoutValues(e)
	code := graph.BadInput
	if e.Extensions["code"] == complexityFault {
		code = graph.LimitExceeded
	}
	said.Extensions = map[string]any{"code": string(code)}
	if len(e.Path) > 1 && e.Path[0] == ast.PathName("variable") {
		said.Extensions["field"] = fieldAt(e.Path)
	}
	return &said
}

// withoutValues is what is wrong with a document, without what it might have meant
// instead; and with variables, without the value, which may be of a record.
func withoutValues(e *gqlerror.Error) string {
	message, _, _ := strings.Cut(e.Message, " Did you mean")
	if len(e.Path) == 0 || e.Path[0] != ast.PathName("variable") {
		return message
	}
	if at := strings.LastIndex(message, notValid); at >= 0 {
		return "This" + message[at:]
	}
	return message
}

// notValid is how gqlparser goes on after the value of an enum that is none.
const notValid = " is not a valid "

// fieldAt is the input at fault, from the path of a field and its arguments:
// the path less the field itself.
func fieldAt(path ast.Path) string {
	var names []string
	for i, element := range path {
		if name, ok := element.(ast.PathName); ok && i > 0 {
			names = append(names, string(name))
		}
	}
	return strings.Join(names, ".")
}

func tooLong() *graph.Error {
	return &graph.Error{Code: graph.LimitExceeded, Message: "This took too long and was stopped. Narrow the question."}
}

func internal(public *graph.Error, id string) *graph.Error {
	message := "Something went wrong at the hub."
	if public != nil {
		message = public.Message
	}
	return &graph.Error{Code: graph.Internal, Message: message + " Quote this number when you report it: " + id}
}

// causes are the messages of an error and of all it wraps: a graph.Error says
// nothing of its cause by itself.
func causes(err error) []string {
	var out []string
	for ; err != nil; err = errors.Unwrap(err) {
		out = append(out, err.Error())
	}
	return out
}
