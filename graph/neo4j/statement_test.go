package neo4j_test

import (
	"slices"
	"strings"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"entente/graph/neo4j"
	"entente/graph/neo4j/neo4jtest"
)

// mayScan are the statements whose answer is everything there is, or which are
// asked once in the life of a joint team: an index by marking alone would cost
// every write.
func mayScan() []string {
	return []string{"under_markings", "engine_nodes", "engine_links", "organisations", "issuers", "migrations"}
}

func TestEveryStatementIsSoundAndFindsItsElementsByIndex(t *testing.T) {
	store := open(t, neo4j.Options{})
	session := neo4jtest.Start(t).Driver(t).NewSession(t.Context(), driver.SessionConfig{})
	defer func() { _ = session.Close(t.Context()) }()
	for name, text := range store.Statements() {
		result, err := session.Run(t.Context(), "EXPLAIN "+text, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		summary, err := result.Consume(t.Context())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, notice := range summary.Notifications() {
			// What Neo4j does not know yet is no fault: the database is empty.
			if notice.Category() != notifications.Unrecognized && !strings.Contains(notice.Code(), "ParameterNotProvided") {
				t.Errorf("%s: %s: %s", name, notice.Title(), notice.Description())
			}
		}
		if plan := summary.Plan(); plan != nil && !slices.Contains(mayScan(), name) {
			for _, operator := range operators(plan) {
				if strings.Contains(operator, "AllNodesScan") || strings.Contains(operator, "LabelScan") || strings.Contains(operator, "TypeScan") {
					t.Errorf("%s uses %s", name, operator)
				}
			}
		}
	}
}

func operators(plan driver.Plan) []string {
	all := []string{plan.Operator()}
	for _, child := range plan.Children() {
		all = append(all, operators(child)...)
	}
	return all
}
