package server_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"testing"
)

// auditCount is how many audits graphql-http has.
const auditCount = 61

// The GraphQL-over-HTTP audits of the reference implementation, all of them,
// against the real server.
func TestGraphQLOverHTTP(t *testing.T) {
	if _, err := os.Stat("../web/node_modules/graphql-http"); err != nil {
		t.Fatal("graphql-http is not installed: make web")
	}
	w := newTeam(t)
	audits := exec.CommandContext(t.Context(), "node", "scripts/audits.mjs", w.url+"/graphql", "Officer", "ana")
	audits.Dir = "../web"
	printed, err := audits.Output()
	must(t, err)
	count := 0
	for lines := bufio.NewScanner(bytes.NewReader(printed)); lines.Scan(); count++ {
		var audit struct{ ID, Name, Status, Reason string }
		must(t, json.Unmarshal(lines.Bytes(), &audit))
		if audit.Status != "ok" {
			t.Errorf("%s %s: %s %s", audit.ID, audit.Name, audit.Status, audit.Reason)
		}
	}
	if count != auditCount {
		t.Errorf("%d audits, not %d", count, auditCount)
	}
}
