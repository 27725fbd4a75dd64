package engine

import (
	"fmt"

	"entente/graph"
)

// checkSet bounds how many records are given.
func checkSet(field string, records []graph.ID, least, most int) error {
	if len(records) < least || len(records) > most {
		return graph.Bad(field, fmt.Sprintf("Give between %d and %d records.", least, most))
	}
	return nil
}
