package neo4j_test

import (
	"io"
	"net"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/neo4j"
	"entente/graph/neo4j/neo4jtest"
)

// cutter is a line to Neo4j that breaks, once armed, when a commit passes: in
// front of it, so that Neo4j never hears of it, or behind it, so that the
// answer is lost.
type cutter struct {
	listener net.Listener
	target   string
	armed    atomic.Bool
	behind   bool
	cuts     atomic.Int32
}

// commitMessage is Bolt's COMMIT: a structure of no fields with tag 0x12, in a
// chunk of two bytes.
const commitMessage = "\x00\x02\xb0\x12\x00\x00"

func newCutter(t *testing.T, target string, behind bool) *cutter {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	c := &cutter{listener: listener, target: target, behind: behind}
	t.Cleanup(func() { _ = listener.Close() })
	go c.serve()
	return c
}

func (c *cutter) serve() {
	for {
		client, err := c.listener.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("tcp", c.target)
		if err != nil {
			_ = client.Close()
			return
		}
		committed := make(chan struct{})
		go c.forth(client, server, committed)
		go c.back(client, server, committed)
	}
}

func (c *cutter) forth(client, server net.Conn, committed chan struct{}) {
	defer func() { _ = server.Close() }()
	buffer := make([]byte, 1<<16)
	for {
		n, err := client.Read(buffer)
		if err != nil {
			return
		}
		if strings.Contains(string(buffer[:n]), commitMessage) && c.armed.CompareAndSwap(true, false) {
			c.cuts.Add(1)
			if !c.behind {
				_ = client.Close()
				return
			}
			close(committed)
		}
		if _, err := server.Write(buffer[:n]); err != nil {
			return
		}
	}
}

// back drops the connection instead of the first answer after the commit: then
// the commit is done, and the client cannot know.
func (c *cutter) back(client, server net.Conn, committed chan struct{}) {
	defer func() { _ = client.Close() }()
	buffer := make([]byte, 1<<16)
	for {
		n, err := server.Read(buffer)
		select {
		case <-committed:
			return
		default:
		}
		if err != nil {
			return
		}
		if _, err := client.Write(buffer[:n]); err == io.ErrClosedPipe {
			return
		}
	}
}

func TestACommitWhoseLineIsCutIsDoneExactlyOnce(t *testing.T) {
	for name, behind := range map[string]bool{"before Neo4j hears of it": false, "before the answer comes": true} {
		t.Run(name, func(t *testing.T) {
			server := neo4jtest.Start(t)
			direct := open(t, neo4j.Options{})
			address, err := url.Parse(server.URI)
			if err != nil {
				t.Fatal(err)
			}
			line := newCutter(t, address.Host, behind)
			store := openAt(t, "bolt://"+line.listener.Addr().String(), server)
			me := officer(t, newID(t, graph.NounOrganisation))
			before, err := direct.Revision(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			line.armed.Store(true)
			r := person(t, "Ana Mock", graph.OwnOrganisationOnly(me.Organisation))
			written, err := store.Write(t.Context(), policy.Sight{}, graph.Write{
				Key: graph.WriteKey{Officer: me.Officer, Key: "cut"}, Records: []graph.Record{r}, Outcome: []byte("done"),
			})
			if err != nil || written.Repeated || written.Revision != before+1 || string(written.Outcome) != "done" {
				t.Errorf("%+v, %v", written, err)
			}
			if line.cuts.Load() != 1 {
				t.Errorf("the line was cut %d times", line.cuts.Load())
			}
			changes, err := direct.Changes(t.Context(), before, 10)
			if err != nil || len(changes) != 1 || changes[0].Records[0] != r.ID {
				t.Errorf("changes %+v, %v", changes, err)
			}
			records, err := direct.Records(t.Context(), sightOf(t, direct, me, noon), []graph.ID{r.ID}, nil)
			if err != nil || len(records) != 1 {
				t.Errorf("records %v, %v", records, err)
			}
		})
	}
}

func openAt(t *testing.T, uri string, server neo4jtest.Server) *neo4j.Store {
	t.Helper()
	d, err := driver.NewDriverWithContext(uri, driver.BasicAuth(server.User, server.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close(t.Context()) })
	store, err := neo4j.Open(t.Context(), d, neo4j.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return store
}
