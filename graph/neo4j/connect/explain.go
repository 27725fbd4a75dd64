package connect

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// explain turns the driver's error into what to look at. The driver keeps the
// types of its network errors to itself, so their words have to do.
func explain(target *url.URL, err error) error {
	says := func(words string) bool { return strings.Contains(err.Error(), words) }
	secure := strings.Contains(target.Scheme, "+s")
	var refusal *neo4j.Neo4jError
	switch {
	case errors.As(err, &refusal):
		return explainRefusal(target, refusal)
	case secure && (says("check that TLS is enabled") || says("does not look like a TLS handshake")):
		return fmt.Errorf("the server at %s does not use TLS, which %s:// in NEO4J_URI demands; "+
			"turn on TLS for Bolt there, or use %s:// on a network you trust: %w",
			target.Host, target.Scheme, strings.SplitN(target.Scheme, "+", 2)[0], err)
	case secure && (says("x509") || says("certificate") || says("tls: ")):
		return fmt.Errorf("the TLS certificate of the server at %s is not accepted; "+
			"let it have one that this machine trusts for that name: %w", target.Host, err)
	case says("server responded HTTP"):
		return fmt.Errorf("%s is an HTTP port; NEO4J_URI must name the Bolt port, which is 7687 by default", target.Host)
	case says("did not accept any of the requested Bolt versions"), says("unsupported version"):
		return fmt.Errorf("the server at %s speaks no Bolt version of Neo4j 5; %s: %w", target.Host, wanted, err)
	case errors.Is(err, context.DeadlineExceeded), says("i/o timeout"), says("context deadline exceeded"):
		return fmt.Errorf("no answer from %s within %s; check NEO4J_URI, the network, and that Neo4j runs there",
			target.Host, limit)
	case !secure && says("EOF"):
		return fmt.Errorf("the server at %s closed the connection at once; if it demands TLS, use %s+s:// in NEO4J_URI: %w",
			target.Host, target.Scheme, err)
	default:
		return fmt.Errorf("no Neo4j can be reached at %s; check NEO4J_URI and that Neo4j runs there: %w", target.Host, err)
	}
}

func explainRefusal(target *url.URL, refusal *neo4j.Neo4jError) error {
	switch refusal.Code {
	case "Neo.ClientError.Security.Unauthorized":
		return fmt.Errorf("the Neo4j at %s refuses the user name or password; check NEO4J_USER and NEO4J_PASSWORD_FILE", target.Host)
	case "Neo.ClientError.Security.AuthenticationRateLimit":
		return fmt.Errorf("the Neo4j at %s was given wrong passwords and refuses all for some seconds; "+
			"check NEO4J_USER and NEO4J_PASSWORD_FILE, then wait", target.Host)
	case "Neo.ClientError.Security.CredentialsExpired":
		return fmt.Errorf("the password for the Neo4j at %s must be changed before it can be used; "+
			"change it with cypher-shell, then put the new one into NEO4J_PASSWORD_FILE", target.Host)
	case "Neo.ClientError.Procedure.ProcedureNotFound":
		return fmt.Errorf("the server at %s speaks Bolt but is not Neo4j; %s; check NEO4J_URI", target.Host, wanted)
	default:
		return fmt.Errorf("the server at %s refuses to say its version: %w", target.Host, refusal)
	}
}
