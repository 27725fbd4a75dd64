package neo4jtest_test

import (
	"context"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/graph/neo4j/neo4jtest"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

func run(t *testing.T, driver neo4j.DriverWithContext, statement string) any {
	t.Helper()
	result, err := neo4j.ExecuteQuery(context.Background(), driver, statement, nil, neo4j.EagerResultTransformer)
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Records) == 0 {
		return nil
	}
	return result.Records[0].Values[0]
}

func TestStartIsEmptyAndEmptyClearsDataAndSchema(t *testing.T) {
	server := neo4jtest.Start(t)
	driver := server.Driver(t)
	if got := run(t, driver, "MATCH (n) RETURN count(n)"); got != int64(0) {
		t.Fatalf("a new server holds %v nodes", got)
	}
	run(t, driver, "CREATE CONSTRAINT one FOR (r:Record) REQUIRE r.id IS UNIQUE")
	run(t, driver, "CREATE INDEX two FOR (r:Record) ON (r.name)")
	run(t, driver, "CREATE (:Record {id: 'a'})-[:TIE]->(:Record {id: 'b'})")
	server.Empty(t)
	if got := run(t, driver, "MATCH (n) RETURN count(n)"); got != int64(0) {
		t.Errorf("%v nodes are left", got)
	}
	run(t, driver, "CREATE CONSTRAINT one FOR (r:Record) REQUIRE r.id IS UNIQUE")
	run(t, driver, "CREATE INDEX two FOR (r:Record) ON (r.name)")
	server.Empty(t)
}

func TestOwnSurvivesKillAndRestart(t *testing.T) {
	own := neo4jtest.StartOwn(t)
	driver := own.Driver(t)
	run(t, driver, "CREATE (:Kept)")
	own.Kill()
	own.AwaitRunning()
	if got := run(t, own.Driver(t), "MATCH (n:Kept) RETURN count(n)"); got != int64(1) {
		t.Errorf("after kill -9: %v", got)
	}
	own.Restart()
	if got := run(t, own.Driver(t), "MATCH (n:Kept) RETURN count(n)"); got != int64(1) {
		t.Errorf("after a restart: %v", got)
	}
}
