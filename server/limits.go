package server

import (
	"context"
	"fmt"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"entente/graph"
)

// The limits of one document, with every fragment written out where it is
// spread. TestTheLimitsFitTheUI says what the UI's own documents need of each.
const (
	maxBody       = 1 << 20
	maxDocument   = 64 << 10 // bytes; what is long belongs in variables, which are not parsed
	maxTokens     = 4_000
	maxOperations = 10
	maxDepth      = 15
	maxFields     = 800
	maxAliases    = 60
	maxDirectives = 50
	keptDocuments = 500
)

// shape is how large a document is, before anything knows what it means.
type shape struct{ operations, depth, fields, aliases, directives int }

// check says which limit a document breaks.
func (s shape) check() error {
	for _, limit := range []struct {
		is, most int
		what     string
	}{
		{s.operations, maxOperations, "operations"},
		{s.depth, maxDepth, "levels"},
		{s.fields, maxFields, "fields"},
		{s.aliases, maxAliases, "aliases"},
		{s.directives, maxDirectives, "directives"},
	} {
		if limit.is > limit.most {
			return &graph.Error{Code: graph.LimitExceeded, Message: fmt.Sprintf("A document may have at most %d %s.", limit.most, limit.what)}
		}
	}
	return nil
}

// shapeOf measures the largest operation or fragment. The time it takes grows
// with the text, not with what the fragments make of it.
func shapeOf(d *ast.QueryDocument) shape {
	m := measure{fragments: map[string]*ast.FragmentDefinition{}, known: map[string]shape{}}
	for _, f := range d.Fragments {
		m.fragments[f.Name] = f
	}
	var all shape
	for _, f := range d.Fragments {
		all = all.or(m.fragment(f.Name))
	}
	for _, o := range d.Operations {
		s := m.set(o.SelectionSet)
		s.directives = add(s.directives, len(o.Directives))
		all = all.or(s)
	}
	all.operations = len(d.Operations)
	return all
}

// measure remembers the fragments that it has measured.
type measure struct {
	fragments map[string]*ast.FragmentDefinition
	known     map[string]shape
}

// fragment measures one; within itself it counts nothing, and the validation
// that follows refuses it.
func (m measure) fragment(name string) shape {
	if s, ok := m.known[name]; ok || m.fragments[name] == nil {
		return s
	}
	m.known[name] = shape{}
	s := m.set(m.fragments[name].SelectionSet)
	s.directives = add(s.directives, len(m.fragments[name].Directives))
	m.known[name] = s
	return s
}

func (m measure) set(set ast.SelectionSet) shape {
	var all shape
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			all = all.with(m.field(s), len(s.Directives))
		case *ast.InlineFragment:
			all = all.with(m.set(s.SelectionSet), len(s.Directives))
		case *ast.FragmentSpread:
			all = all.with(m.fragment(s.Name), len(s.Directives))
		}
	}
	return all
}

func (m measure) field(f *ast.Field) shape {
	s := m.set(f.SelectionSet)
	s.fields, s.depth = add(s.fields, 1), s.depth+1
	if f.Alias != f.Name {
		s.aliases = add(s.aliases, 1)
	}
	return s
}

// with puts what stands beside into one; depth is that of the deeper.
func (s shape) with(o shape, directives int) shape {
	return shape{
		depth: max(s.depth, o.depth), fields: add(s.fields, o.fields), aliases: add(s.aliases, o.aliases),
		directives: add(add(s.directives, o.directives), directives),
	}
}

// or is the larger in each.
func (s shape) or(o shape) shape {
	return shape{
		depth: max(s.depth, o.depth), fields: max(s.fields, o.fields),
		aliases: max(s.aliases, o.aliases), directives: max(s.directives, o.directives),
	}
}

// most is where counting stops: spreads of spreads double with each level.
const most = 1 << 40

func add(a, b int) int { return min(a+b, most) }

func multiply(a, b int) int {
	if a != 0 && b > most/a {
		return most
	}
	return a * b
}

// shapes refuses a document that is too large before it is validated, for that
// takes time that grows faster than the text.
type shapes struct {
	kept graphql.Cache[*ast.QueryDocument]
}

// ExtensionName names the extension to the executor.
func (shapes) ExtensionName() string { return "DocumentShape" }

// Validate has nothing to check.
func (shapes) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters reads the document, unless one that passed is kept.
// What cannot be read is left to the executor, which says where.
func (s shapes) MutateOperationParameters(ctx context.Context, p *graphql.RawParams) *gqlerror.Error {
	if len(p.Query) > maxDocument {
		return beforehand(&graph.Error{Code: graph.LimitExceeded, Message: "A document may have at most 64 KiB: send what is long in variables."})
	}
	if _, ok := s.kept.Get(ctx, p.Query); ok {
		return nil
	}
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: p.Query}, maxTokens)
	if err != nil && strings.Contains(err.Error(), "token limit") {
		return beforehand(&graph.Error{Code: graph.LimitExceeded, Message: fmt.Sprintf("A document may have at most %d words and signs.", maxTokens)})
	}
	if err != nil && strings.Contains(err.Error(), "nesting depth") {
		return beforehand(shape{depth: most}.check())
	}
	if err != nil {
		return nil //nolint:nilerr // the executor reads it again and presents what is wrong
	}
	if err := shapeOf(document).check(); err != nil {
		return beforehand(err)
	}
	return nil
}
