package connect_test

import (
	"context"
	"io"
	"log"
	"net"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/graph/neo4j/connect"
	"entente/graph/neo4j/neo4jtest"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

func check(t *testing.T, uri, password string) string {
	t.Helper()
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.BasicAuth("neo4j", password, ""))
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	defer driver.Close(ctx) //nolint:errcheck // the test is over
	if err := connect.Check(ctx, driver); err != nil {
		return err.Error()
	}
	return "accepted"
}

func TestCheckTheRealServer(t *testing.T) {
	server := neo4jtest.Start(t)
	host := strings.TrimPrefix(server.URI, "bolt://")
	refused := "the Neo4j at " + host + " refuses the user name or password; check NEO4J_USER and NEO4J_PASSWORD_FILE"
	noTLS := "the server at " + host + " does not use TLS, which "
	for _, c := range []struct{ what, uri, password, want string }{
		{"as it is", server.URI, server.Password, "accepted"},
		{"routed", "neo4j://" + host, server.Password, "accepted"},
		{"wrong password", server.URI, "not the password", refused},
		{"wrong password, routed", "neo4j://" + host, "not the password", refused},
		{"TLS demanded", "bolt+s://" + host, server.Password, noTLS + "bolt+s:// in NEO4J_URI demands"},
		{"TLS demanded, routed", "neo4j+s://" + host, server.Password, noTLS + "neo4j+s:// in NEO4J_URI demands"},
		{"TLS demanded, any certificate", "bolt+ssc://" + host, server.Password, noTLS + "bolt+ssc:// in NEO4J_URI demands"},
	} {
		t.Run(c.what, func(t *testing.T) {
			if got := check(t, c.uri, c.password); !strings.HasPrefix(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestCheckWhatIsNotNeo4j(t *testing.T) {
	webHost := httpPort(t)
	secure := httptest.NewUnstartedServer(nil)
	secure.Config.ErrorLog = log.New(io.Discard, "", 0) // it would tell of the handshake that has to fail
	secure.StartTLS()
	t.Cleanup(secure.Close)
	secureHost := secure.Listener.Addr().String()
	closed := closedPort(t)
	silent := silentPort(t)
	for _, c := range []struct{ what, uri, want string }{
		{"an HTTP port", "bolt://" + webHost, webHost + " is an HTTP port; NEO4J_URI must name the Bolt port, which is 7687 by default"},
		{"a certificate nobody trusts", "bolt+s://" + secureHost, "the TLS certificate of the server at " + secureHost + " is not accepted"},
		{"nobody there", "bolt://" + closed, "no Neo4j can be reached at " + closed + "; check NEO4J_URI and that Neo4j runs there"},
		{"nobody there, routed", "neo4j://" + closed, "no Neo4j can be reached at " + closed + "; check NEO4J_URI and that Neo4j runs there"},
		{"someone silent", "bolt://" + silent, "no answer from " + silent + " within 9s; check NEO4J_URI, the network, and that Neo4j runs there"},
	} {
		t.Run(c.what, func(t *testing.T) {
			t.Parallel()
			if got := check(t, c.uri, "secret"); !strings.HasPrefix(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// closedPort is an address where nothing listens.
func closedPort(t *testing.T) string {
	t.Helper()
	listener := listen(t)
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	return listener.Addr().String()
}

// httpPort answers as Neo4j's own HTTP port answers Bolt.
func httpPort(t *testing.T) string {
	t.Helper()
	listener := listen(t)
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			_, _ = io.ReadFull(conn, make([]byte, 20)) // all of Bolt's handshake
			_, _ = io.WriteString(conn, "HTTP/1.1 400 Bad Request\r\n\r\n")
			_ = conn.Close()
		}
	}()
	return listener.Addr().String()
}

// silentPort takes connections and never says a word.
func silentPort(t *testing.T) string {
	t.Helper()
	listener := listen(t)
	t.Cleanup(func() { _ = listener.Close() })
	return listener.Addr().String()
}

func listen(t *testing.T) net.Listener {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return listener
}
