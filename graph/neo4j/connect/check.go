package connect

import (
	"context"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// limit is the longest that Check takes: someone waits at a terminal.
const limit = 9 * time.Second

// Check asks the server behind driver what it is. It returns nil for Neo4j 5.26
// or a later 5, Community or Enterprise, that accepts the driver's password;
// else, within ten seconds, an error for whoever set NEO4J_URI, NEO4J_USER and
// NEO4J_PASSWORD_FILE: what is wrong and which of them to look at. It changes
// nothing, and never tries twice.
func Check(ctx context.Context, driver neo4j.DriverWithContext) error {
	bounded, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	found, err := components(bounded, driver)
	if ctx.Err() != nil {
		return fmt.Errorf("check Neo4j: %w", ctx.Err())
	}
	target := driver.Target()
	if err != nil {
		return explain(&target, err)
	}
	return judge(target.Host, found)
}

// component is one row of dbms.components().
type component struct {
	name     string
	versions []any
	edition  string
}

// components runs outside the driver's retries, which outlast any patience.
func components(ctx context.Context, driver neo4j.DriverWithContext) ([]component, error) {
	session := driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead})
	defer session.Close(ctx) //nolint:errcheck // nothing is under way
	result, err := session.Run(ctx, "CALL dbms.components() YIELD name, versions, edition RETURN name, versions, edition", nil)
	if err != nil {
		return nil, err
	}
	rows, err := result.Collect(ctx)
	if err != nil {
		return nil, err
	}
	var found []component
	for _, row := range rows {
		name, _ := row.Values[0].(string)
		versions, _ := row.Values[1].([]any)
		edition, _ := row.Values[2].(string)
		found = append(found, component{name: name, versions: versions, edition: edition})
	}
	return found, nil
}
