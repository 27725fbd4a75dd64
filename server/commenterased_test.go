package server_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// stored counts the properties in the whole database, of former versions too, that hold
// some words.
func (h *hub) stored(words string) int64 {
	h.tb.Helper()
	session := h.at.Driver(h.tb).NewSession(context.Background(), driver.SessionConfig{})
	defer func() { _ = session.Close(context.Background()) }()
	result, err := session.Run(h.tb.Context(), `CALL () { MATCH (n) RETURN properties(n) AS p UNION ALL MATCH ()-[l]->() RETURN properties(l) AS p }
		UNWIND keys(p) AS name WITH p[name] AS v WHERE v IS :: STRING AND v CONTAINS $words RETURN count(*) AS n`, map[string]any{"words": words})
	must(h.tb, err)
	record, err := result.Single(h.tb.Context())
	must(h.tb, err)
	n, _ := record.Values[0].(int64)
	return n
}

// logHolds says whether the files of the log hold some words.
func (h *hub) logHolds(words string) bool {
	h.tb.Helper()
	held := false
	must(h.tb, filepath.WalkDir(h.auditDir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path) //nolint:gosec // the test's own
		held = held || strings.Contains(string(content), words)
		return err
	}))
	return held
}

// With a record go the comments on it and on its owner's links to it, whoever made them,
// the withdrawn ones and their versions too: from the store, from what is read, searched and
// exported. A comment on a view that held it stays, and the view holds it no longer.
func TestCommentsGoWithWhatIsErased(t *testing.T) {
	w := supervised(t)
	gone, near := w.person("ana", "Vanishing Example", w.shared()).Record.ID, w.person("ana", "Staying Example", w.shared()).Record.ID
	tie := w.link("ana", "ASSOCIATE", gone, near, w.shared()).Link.ID
	view := w.saveView("ana", map[string]any{"name": "A chart", "audience": w.withTeam(), "places": placesOf(gone, near)}).ID
	const words, kept = "quagmire remark", "hillside remark"
	for _, on := range []string{gone, tie} {
		w.comment("ana", on, words+" of ours", false)
		theirs := w.comment("bogdan", on, words+" of theirs", true)
		withdrawn := w.comment("bogdan", on, words+" taken back", false)
		w.get("bogdan", withdrawComment, input(map[string]any{"id": withdrawn.ID, "version": withdrawn.Version}), &struct{}{})
		defer w.refused("bogdan", withdrawComment, input(map[string]any{"id": theirs.ID, "version": theirs.Version}), refusal{"NOT_FOUND", "input.id"})
	}
	w.comment("bogdan", view, kept, true)
	w.comment("bogdan", near, kept, true)
	if n := w.stored(words); n < 6 {
		t.Fatalf("%d comments are stored", n)
	}
	w.dispose(gone)
	if n := w.stored(words); n != 0 {
		t.Errorf("%d are left in the store", n)
	}
	if w.logHolds(words) {
		t.Error("the log holds what was said")
	}
	for _, officer := range []string{"ana", "bogdan"} {
		for _, on := range []string{gone, tie} {
			w.refused(officer, `{ comments(on: "`+on+`") { id } }`, nil, refusal{"NOT_FOUND", ""})
		}
		if on := w.comments(officer, view) + w.comments(officer, near); on != kept+kept {
			t.Errorf("%s reads %q on what stayed", officer, on)
		}
		if got := w.view(officer, view).records(); len(got) != 1 || got[0] != near {
			t.Errorf("the view of %s holds %q", officer, got)
		}
		found := string(w.ask(officer, `{ search(input: {text: "quagmire"}) { id } records(filter: {name: "quagmire"}) { totalCount } }`, nil))
		if found != `{"data":{"search":[],"records":{"totalCount":0}}}` {
			t.Errorf("%s finds %s", officer, found)
		}
	}
	if export := w.export("ana", near); !strings.Contains(export, `"records":1,"links":0`) || strings.Contains(export, words) || strings.Contains(export, gone) {
		t.Errorf("exported: %s", export)
	}
}
