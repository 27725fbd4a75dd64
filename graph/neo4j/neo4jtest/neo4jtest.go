package neo4jtest

import (
	"context"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/graph/neo4j/local"
)

// The variables by which withneo4j hands its server to the tests.
const (
	URIVariable      = "ENTENTE_TEST_NEO4J"
	PasswordVariable = "ENTENTE_TEST_NEO4J_PASSWORD" // #nosec G101 -- a name
)

// AsVariable set to "product" has Neo4j started with the settings of 'entente
// dev' rather than those that start quickest: what is measured must be what
// users get. A server of withneo4j is as it was started.
const AsVariable = "ENTENTE_TEST_NEO4J_AS"

// startLimit is ample: a busy machine with a cold disk, and a fetch.
const startLimit = 5 * time.Minute

// Server is how to reach a Neo4j.
type Server struct {
	URI      string
	User     string
	Password string
}

// Driver is a new driver for the server, closed when the test ends.
func (s Server) Driver(tb testing.TB) neo4j.DriverWithContext {
	tb.Helper()
	driver, err := s.open()
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = driver.Close(context.Background()) })
	return driver
}

func (s Server) open() (neo4j.DriverWithContext, error) {
	return neo4j.NewDriverWithContext(s.URI, neo4j.BasicAuth(s.User, s.Password, ""))
}

// shared is the one server of this process. Tests of one process share it by
// design, so it lives as long as the process.
var shared struct {
	once   sync.Once
	server Server
	stop   func()
	err    error
}

// Main runs the tests and stops the server that Start started, if it did. It
// does not return.
func Main(m *testing.M) {
	code := m.Run()
	if shared.stop != nil {
		shared.stop()
	}
	os.Exit(code)
}

// Start is the Neo4j of this process. It holds nothing, neither data nor
// schema, at the first call, and belongs to this process alone until its end:
// another package's tests wait for their turn. The tests of one package share
// it; Empty clears it between them.
func Start(tb testing.TB) Server {
	tb.Helper()
	shared.once.Do(func() {
		if uri := os.Getenv(URIVariable); uri != "" {
			shared.server = Server{URI: uri, User: local.User, Password: os.Getenv(PasswordVariable)}
			shared.err = shared.server.lease()
			return
		}
		shared.server, shared.stop, shared.err = Launch(context.Background(), nil)
	})
	if shared.err != nil {
		tb.Fatal(shared.err)
	}
	return shared.server
}

// Launch starts a Neo4j in a new temporary folder. stop ends it and removes the
// folder.
func Launch(ctx context.Context, progress local.Progress) (server Server, stop func(), err error) {
	dir, err := os.MkdirTemp("", "entente-neo4j-")
	if err != nil {
		return Server{}, nil, err
	}
	running, err := start(ctx, options(dir, progress))
	if err != nil {
		_ = os.RemoveAll(dir)
		return Server{}, nil, err
	}
	return reach(running), func() {
		_ = running.Stop(context.Background())
		_ = os.RemoveAll(dir)
		_ = os.Remove(lockOf(strconv.Itoa(running.Port())))
	}, nil
}

func reach(running *local.Server) Server {
	return Server{URI: running.URI(), User: running.User(), Password: running.Password()}
}

func options(dir string, progress local.Progress) local.Options {
	silent := slog.New(slog.DiscardHandler) // what matters comes back as an error or a status
	if os.Getenv(AsVariable) == "product" {
		return local.Options{Folder: dir, HeapMiB: 1024, PageCacheMiB: 1024, Progress: progress, Log: silent}
	}
	return local.Options{
		Folder: dir, HeapMiB: 512, PageCacheMiB: 64, Progress: progress, Log: silent,
		JVM: []string{"-XX:TieredStopAtLevel=1"}, // starts in half the time
		// Tests empty the database again and again, and each time Neo4j would plan
		// every statement anew, which takes longer than most of them.
		Settings: []string{"dbms.cypher.min_replan_interval=1h"},
	}
}

func start(ctx context.Context, options local.Options) (*local.Server, error) {
	ctx, cancel := context.WithTimeout(ctx, startLimit)
	defer cancel()
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	options.Jars = filepath.Join(root, ".entente", "neo4j")
	if err := local.Fetch(ctx, options.Jars, options.Progress); err != nil {
		return nil, err
	}
	return local.Start(ctx, options)
}

func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", fmt.Errorf("no go.mod above the working directory")
		}
	}
}

// lease waits until this process has the shared server for itself, and empties
// it. The lock is held until the process ends.
func (s Server) lease() error {
	port, err := s.portOnLoopback()
	if err != nil {
		return err
	}
	// Two runs at once have two servers, and so two locks.
	lock, err := os.OpenFile(lockOf(port), os.O_RDWR|os.O_CREATE, 0o600) // #nosec G304 -- see lockOf
	if err != nil {
		return err
	}
	// The descriptor must outlive every reference to the file.
	descriptor, err := syscall.Dup(int(lock.Fd()))
	if err != nil {
		return err
	}
	syscall.CloseOnExec(descriptor)
	_ = lock.Close()
	if err := syscall.Flock(descriptor, syscall.LOCK_EX); err != nil {
		return fmt.Errorf("wait for the shared Neo4j: %w", err)
	}
	return s.empty()
}

func lockOf(port string) string {
	return filepath.Join(os.TempDir(), "entente-neo4jtest-"+port+".lock")
}

// portOnLoopback guards against emptying a database that was not meant for
// tests.
func (s Server) portOnLoopback() (string, error) {
	uri, err := url.Parse(s.URI)
	if err != nil {
		return "", fmt.Errorf("%s: %w", URIVariable, err)
	}
	if host := uri.Hostname(); host != "127.0.0.1" && host != "localhost" && host != "::1" {
		return "", fmt.Errorf("%s names %s: tests empty the database and so use loopback only", URIVariable, host)
	}
	return uri.Port(), nil
}
