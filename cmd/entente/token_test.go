package main

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// A hub that ended without a word leaves its state behind; who asks for a token
// is told that none runs, and how to start one.
func TestATokenWhereAHubEndedWithoutAWord(t *testing.T) {
	nobody := "http://" + freeAddress(t)
	content, err := json.Marshal(devState{Hub: "hub.test.example", Issuers: map[string]string{"GB": nobody, "RO": nobody}})
	must(t, err)
	c := &tokenCommand{Data: t.TempDir(), As: "alex.mockford"}
	must(t, os.WriteFile(stateFile(c.Data), content, 0o600))
	var out bytes.Buffer
	err = c.Run(t.Context(), &terminal{out: &out})
	if err == nil || !strings.Contains(err.Error(), "no hub runs on the data folder "+c.Data) {
		t.Errorf("told %v", err)
	}

	c.As, c.List = "", true
	must(t, c.Run(t.Context(), &terminal{out: &out}))
	columns := map[int]bool{}
	for line := range strings.Lines(out.String()) {
		// The roles stand alone in capitals, behind the longest name of an organisation.
		columns[len([]rune(line))-len([]rune(line[strings.LastIndex(line, " ")+1:]))] = true
	}
	if len(columns) != 1 {
		t.Errorf("the roles begin in columns %v of\n%s", columns, out.String())
	}
}
