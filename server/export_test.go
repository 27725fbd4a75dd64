package server

import (
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// Affordable says whether a question costs no more than one may.
func Affordable(schema *ast.Schema, document string) (bool, error) {
	parsed, err := gqlparser.LoadQueryWithRules(schema, document, nil)
	if err != nil {
		return false, err
	}
	c := newCosts()
	c.schema = schema
	return c.of(parsed.Operations[0], nil) <= maxCost, nil
}
