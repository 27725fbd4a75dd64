package neo4j

import (
	"errors"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// failure is an error of the database that may be printed anywhere: Neo4j puts
// property values into some of its messages, so only its code is shown.
type failure struct {
	operation string
	err       error
}

func failed(operation string, err error) error { return &failure{operation: operation, err: err} }

// Error says the operation and Neo4j's code, or the driver's own text, which
// holds addresses at most.
func (f *failure) Error() string {
	var server *neo4j.Neo4jError
	if errors.As(f.err, &server) {
		return f.operation + ": " + server.Code
	}
	return f.operation + ": " + f.err.Error()
}

// Unwrap gives the driver's error, to ask what it is and not to print it.
func (f *failure) Unwrap() error { return f.err }
