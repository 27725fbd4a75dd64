package local

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// awaitAnswer tries until Neo4j answers a query, the password is refused or ctx
// ends.
func awaitAnswer(ctx context.Context, uri, password string) error {
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.BasicAuth(User, password, ""))
	if err != nil {
		return fmt.Errorf("driver: %w", err)
	}
	defer driver.Close(context.WithoutCancel(ctx)) //nolint:errcheck // nothing is under way
	for {
		err := ask(ctx, driver, strings.TrimPrefix(uri, "bolt://"))
		var refusal *neo4j.Neo4jError
		if err == nil || errors.As(err, &refusal) && refusal.Code == "Neo.ClientError.Security.Unauthorized" {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// ask runs one query; a port that is not yet open is found out without the
// driver, which would wait and retry.
func ask(ctx context.Context, driver neo4j.DriverWithContext, address string) error {
	var dialer net.Dialer
	conn, err := dialer.DialContext(ctx, "tcp", address)
	if err != nil {
		return err
	}
	if err := conn.Close(); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	_, err = neo4j.ExecuteQuery(ctx, driver, "RETURN 1", nil, neo4j.EagerResultTransformer,
		neo4j.ExecuteQueryWithDatabase("neo4j"))
	return err
}
