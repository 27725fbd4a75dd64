package neo4jtest

import (
	"context"
	"syscall"
	"testing"

	"entente/graph/neo4j/local"
)

// Own is a private Neo4j for one test. Its address and password stay the same
// over Kill and Restart.
type Own struct {
	Server
	tb      testing.TB
	options local.Options
	running *local.Server
}

// StartOwn starts a Neo4j that no other test sees and that ends with the test.
func StartOwn(tb testing.TB) *Own {
	tb.Helper()
	own := &Own{tb: tb, options: options(tb.TempDir(), nil)}
	own.start()
	tb.Cleanup(own.Stop)
	return own
}

func (o *Own) start() {
	o.tb.Helper()
	running, err := start(context.Background(), o.options)
	if err != nil {
		o.tb.Fatal(err)
	}
	o.running, o.Server = running, reach(running)
	o.options.Port = running.Port()
}

// Kill ends Neo4j as kill -9 does and returns once it is gone. It comes back by
// itself; AwaitRunning waits for that.
func (o *Own) Kill() {
	o.tb.Helper()
	status, changed := o.running.Status()
	if status.State != local.Running {
		o.tb.Fatalf("Neo4j cannot be killed: it is %s", status.State)
	}
	if err := syscall.Kill(status.PID, syscall.SIGKILL); err != nil {
		o.tb.Fatal(err)
	}
	<-changed
}

// AwaitRunning returns once Neo4j answers queries.
func (o *Own) AwaitRunning() {
	o.tb.Helper()
	for {
		status, changed := o.running.Status()
		switch status.State {
		case local.Running:
			return
		case local.Stopped, local.Failed:
			o.tb.Fatalf("Neo4j is %s: %v", status.State, status.Err)
		}
		<-changed
	}
}

// Stop stops Neo4j cleanly; Restart starts it again on the same data.
func (o *Own) Stop() { _ = o.running.Stop(context.Background()) }

// Restart stops Neo4j cleanly, if it runs, and starts it on the same data and
// port.
func (o *Own) Restart() {
	o.tb.Helper()
	o.Stop()
	o.start()
}
