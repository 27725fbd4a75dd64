package resolvers_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"entente/graph"
	"entente/resolvers"
)

// presented is what a caller gets for an error, and what the log got.
func presented(t *testing.T, ctx context.Context, err error) (answer, logged string) { //nolint:revive // t first, as in all tests here
	t.Helper()
	var log bytes.Buffer
	present := resolvers.Presenter(slog.New(slog.NewTextHandler(&log, nil)), func(context.Context) string { return "REQUEST7" })
	text, failed := json.Marshal(present(ctx, err))
	if failed != nil {
		t.Fatal(failed)
	}
	return string(text), log.String()
}

// at is the context of a field of the answer.
func at(path ...string) context.Context {
	ctx := context.Background()
	for _, name := range path {
		ctx = graphql.WithPathContext(ctx, graphql.NewPathWithField(name))
	}
	return ctx
}

// Whatever broke, the caller gets one sentence and a number; the log gets it all.
func TestInternalErrorsShowNoCause(t *testing.T) {
	cause := errors.New("bolt://10.0.0.7: MATCH (p {name: 'Ion Exemplu'})")
	const sorry = `{"message":"Something went wrong at the hub. Quote this number when you report it: REQUEST7","path":["node"],"extensions":{"code":"INTERNAL"}}`
	unlogged := &graph.Error{Code: graph.Internal, Message: "This could not be logged, so nothing is shown.", Err: cause}
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"a stranger":         {cause, sorry},
		"wrapped":            {fmt.Errorf("read records: %w", cause), sorry},
		"joined":             {errors.Join(errors.New("close"), cause), sorry},
		"located by gqlgen":  {gqlerror.WrapPath(ast.Path{ast.PathName("node")}, cause), sorry},
		"with words for all": {fmt.Errorf("log READ: %w", unlogged), strings.Replace(sorry, "Something went wrong at the hub.", unlogged.Message, 1)},
	} {
		answer, logged := presented(t, at("node"), c.err)
		if answer != c.want {
			t.Errorf("%s: %s", name, answer)
		}
		if strings.Contains(answer, "Exemplu") || strings.Contains(answer, "10.0.0.7") {
			t.Errorf("%s shows its cause: %s", name, answer)
		}
		if !strings.Contains(logged, "REQUEST7") || !strings.Contains(logged, "10.0.0.7") {
			t.Errorf("%s: the log got %s", name, logged)
		}
	}
}

func TestPublicErrorsKeepCodeMessageAndField(t *testing.T) {
	cause := errors.New("the record is r123")
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"not found":       {fmt.Errorf("read a record: %w", graph.Missing()), `{"message":"There is nothing with this id that you can see.","path":["node"],"extensions":{"code":"NOT_FOUND"}}`},
		"an end":          {graph.At("input.from", graph.Missing()), `{"message":"There is nothing with this id that you can see.","path":["node"],"extensions":{"code":"NOT_FOUND","field":"input.from"}}`},
		"an input":        {graph.Bad("input.source", "Name it."), `{"message":"Name it.","path":["node"],"extensions":{"code":"BAD_USER_INPUT","field":"input.source"}}`},
		"a gate":          {&graph.Error{Code: graph.GateClosed, Message: "Not you.", Err: cause}, `{"message":"Not you.","path":["node"],"extensions":{"code":"GATE_CLOSED"}}`},
		"too long":        {fmt.Errorf("search: %w", context.DeadlineExceeded), `{"message":"This took too long and was stopped. Narrow the question.","path":["node"],"extensions":{"code":"LIMIT_EXCEEDED"}}`},
		"gone meanwhile":  {fmt.Errorf("search: %w", context.Canceled), `{"message":"This took too long and was stopped. Narrow the question.","path":["node"],"extensions":{"code":"LIMIT_EXCEEDED"}}`},
		"with a cause":    {&graph.Error{Code: graph.Conflict, Message: "Ask again.", Err: cause}, `{"message":"Ask again.","path":["node"],"extensions":{"code":"CONFLICT"}}`},
		"said by gqlgen":  {gqlerror.WrapPath(ast.Path{ast.PathName("node")}, graph.Missing()), `{"message":"There is nothing with this id that you can see.","path":["node"],"extensions":{"code":"NOT_FOUND"}}`},
		"no such session": {&graph.Error{Code: graph.Unauthenticated, Message: "Sign in first."}, `{"message":"Sign in first.","path":["node"],"extensions":{"code":"UNAUTHENTICATED"}}`},
	} {
		answer, logged := presented(t, at("node"), c.err)
		if answer != c.want {
			t.Errorf("%s: %s", name, answer)
		}
		if logged != "" {
			t.Errorf("%s is no failure, and was logged: %s", name, logged)
		}
	}
}

// A scalar knows not where it stands: the field comes from the path.
func TestTheFieldOfAScalarComesFromThePath(t *testing.T) {
	for want, ctx := range map[string]context.Context{
		"asOf":                          at("node", "asOf"),
		"input.details.journey.departs": at("createRecord", "input", "details", "journey", "departs"),
	} {
		answer, _ := presented(t, ctx, graph.Bad("", "An instant is written otherwise."))
		var got struct{ Extensions struct{ Code, Field string } }
		if err := json.Unmarshal([]byte(answer), &got); err != nil || got.Extensions.Field != want || got.Extensions.Code != "BAD_USER_INPUT" {
			t.Errorf("%s, not %s: %v", answer, want, err)
		}
	}
	listed := graphql.WithPathContext(at("nodes", "ids"), graphql.NewPathWithIndex(3))
	if answer, _ := presented(t, listed, graph.Bad("", "m")); !strings.Contains(answer, `"field":"ids"`) {
		t.Errorf("in a list: %s", answer)
	}
}

// A document or variables that do not fit the schema are the caller's fault.
func TestWhatDoesNotFitTheSchemaIsBadInput(t *testing.T) {
	for name, c := range map[string]struct {
		err  *gqlerror.Error
		want string
	}{
		"a document": {
			&gqlerror.Error{Message: "Expected Name.", Extensions: map[string]any{"code": "GRAPHQL_PARSE_FAILED", "rule": "x"}},
			`{"message":"Expected Name.","extensions":{"code":"BAD_USER_INPUT"}}`,
		},
		"a variable": {
			&gqlerror.Error{Message: "unknown field", Path: ast.Path{ast.PathName("variable"), ast.PathName("input"), ast.PathName("shoeSize")}},
			`{"message":"unknown field","path":["variable","input","shoeSize"],"extensions":{"code":"BAD_USER_INPUT","field":"input.shoeSize"}}`,
		},
		"in a list": {
			&gqlerror.Error{Message: "no", Path: ast.Path{ast.PathName("variable"), ast.PathName("ids"), ast.PathIndex(2)}},
			`{"message":"no","path":["variable","ids",2],"extensions":{"code":"BAD_USER_INPUT","field":"ids"}}`,
		},
	} {
		answer, logged := presented(t, context.Background(), c.err)
		if answer != c.want || logged != "" {
			t.Errorf("%s: %s, logged %q", name, answer, logged)
		}
	}
}

func TestARequestWithoutAnEnquiryHasNone(t *testing.T) {
	if e := resolvers.Enquiry(context.Background()); e != nil {
		t.Errorf("%v", e)
	}
}
