package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A hub does not start on code lists that it would misread.
func TestCodeListsAreCheckedAtTheStart(t *testing.T) {
	if lists, err := (hubSettings{}).codeLists(); lists != nil || err != nil {
		t.Errorf("none named: %v, %v", lists, err)
	}
	file := filepath.Join(t.TempDir(), "codes.json")
	for text, want := range map[string]string{
		`{"codes": [{"scheme": "SIENA", "part": "SOURCE", "code": "A", "meaning": "Always reliable."}]}`: "",
		`{"codes": [{"scheme": "SIENA", "part": "SOURCE", "code": "Q", "meaning": "?"}]}`:                "ENTENTE_CODES: codes[0]",
		``: "ENTENTE_CODES: read the code lists",
	} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		lists, err := hubSettings{Codes: file}.codeLists()
		switch {
		case want == "" && (err != nil || len(lists.Codes) != 1):
			t.Errorf("%s: %v, %v", text, lists, err)
		case want != "" && (err == nil || !strings.HasPrefix(err.Error(), want)):
			t.Errorf("%s: %v", text, err)
		}
	}
	if _, err := (hubSettings{Codes: file + ".gone"}).codeLists(); err == nil {
		t.Error("a file that is not there is read")
	}
}
