package resolvers

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"entente/casework"
)

// detailOfPaths is how much the field that is being resolved is asked to give of
// the links and records on paths.
func detailOfPaths(ctx context.Context) casework.Detail {
	return detailOf(graphql.GetFieldContext(ctx).Field.Selections)
}

// detailOf looks at every field of a selection, whether or not a directive leaves it
// out or a fragment's type does not fit: to read more than is asked does no harm.
func detailOf(selections ast.SelectionSet) casework.Detail {
	for _, selection := range selections {
		detail := casework.IDsAlone
		switch s := selection.(type) {
		case *ast.Field:
			if detail = detailOf(s.SelectionSet); !ofPathItself(s) {
				detail = casework.InFull
			}
		case *ast.InlineFragment:
			detail = detailOf(s.SelectionSet)
		case *ast.FragmentSpread:
			detail = detailOf(s.Definition.SelectionSet)
		}
		if detail == casework.InFull {
			return casework.InFull
		}
	}
	return casework.IDsAlone
}

// ofPathItself says whether a field needs nothing of a link or record but its id.
func ofPathItself(f *ast.Field) bool {
	if f.Name == "id" || f.Name == "__typename" {
		return true
	}
	switch f.ObjectDefinition.Name {
	case "Path", "PathStep", "PairRoute", "Paths", "Hub", "Grading":
		return true
	case "Route":
		return f.Name != "reliesOn" // it names the hubs
	}
	return false
}
