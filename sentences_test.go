package entente_test

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// sentencesFile lists what the hub says in words, with the folders that say it.
// The web's languages are compared with it, so that none lacks a sentence.
const sentencesFile = "web/src/language/said/sentences.json"

// saidIn are the fields that hold a sentence for an officer, by their type.
func saidIn() map[string]string {
	return map[string]string{
		"exchange/csv.Rejected":           "Reason",
		"graph.Error":                     "Message",
		"graph/engine/dismantle.BadInput": "Message",
		"auth/policy.Meaning":             "Says",
		"casework.RejectedRow":            "Reason",
		"gqlerror.Error":                  "Message",
	}
}

// made are the types that a sentence is made into before it reaches such a field.
func made() []string { return []string{"exchange/csv.badRow"} }

// mute are the folders that say nothing to officers.
func mute(dir string) bool {
	folders := []string{
		"cmd", "tools", "deploy", "web", "resolvers/generated",
		"graph/neo4j/neo4jtest", "graph/neo4j/connect", "graph/neo4j/local",
	}
	return slices.ContainsFunc(folders, func(folder string) bool {
		return dir == folder || strings.HasPrefix(dir, folder+"/")
	})
}

// notRead are the functions whose texts cannot be read here, and why.
func notRead() map[string]string {
	return map[string]string{
		"casework/importread.go: read":     "hands on why exchange/csv took no row, and that is listed there",
		"exchange/csv/reading.go: advance": "hands on a badRow, and those are listed where they are made",
	}
}

// With ENTENTE_SENTENCES=write the list is written anew (make generate).
func TestEverySentenceOfTheHubIsListed(t *testing.T) {
	s := readSources(t, packages(t), func(dir string) bool { return !mute(dir) })
	s.collect(saidIn(), made())
	for place, line := range s.unread {
		if notRead()[place] == "" {
			t.Errorf("%s, line %d: the sentence that is said here cannot be read: write it out, or list the function in notRead", place, line)
		}
	}
	for place := range notRead() {
		if s.unread[place] == 0 {
			t.Errorf("%s is listed in notRead and can be read", place)
		}
	}
	want := listOf(t, s.said)
	if os.Getenv("ENTENTE_SENTENCES") == "write" {
		if err := os.WriteFile(sentencesFile, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(sentencesFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, want) {
		t.Errorf("%s is stale: make generate, and translate what is new in web/languages", sentencesFile)
	}
}

func listOf(t *testing.T, said map[string][]string) []byte {
	t.Helper()
	list := map[string]string{}
	for sentence, folders := range said {
		list[sentence] = strings.Join(folders, ", ")
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(list); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
