package web

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"
)

func get(t *testing.T, h http.Handler, method, target string) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(method, target, nil))
	return w
}

func built() pages {
	return pages{fstest.MapFS{
		"index.html":         {Data: []byte("<!doctype html>first page")},
		"assets/main-abc.js": {Data: []byte("script")},
	}}
}

func TestEveryPlaceOfTheWorkspaceGetsTheFirstPage(t *testing.T) {
	for _, target := range []string{"/", "/operations", "/records/x", "/canvas", "/../etc/passwd"} {
		w := get(t, built(), http.MethodGet, "http://hub"+target)
		if w.Code != http.StatusOK || w.Body.String() != "<!doctype html>first page" {
			t.Errorf("%s: %d %q", target, w.Code, w.Body)
		}
		if got := w.Header().Get("Content-Security-Policy"); got != ContentSecurityPolicy {
			t.Errorf("%s: policy %q", target, got)
		}
		if got := w.Header().Get("Cache-Control"); got != "no-cache" {
			t.Errorf("%s: cache %q", target, got)
		}
	}
}

func TestAssetsAreKeptForEver(t *testing.T) {
	w := get(t, built(), http.MethodGet, "/assets/main-abc.js")
	if w.Code != http.StatusOK || w.Body.String() != "script" {
		t.Fatalf("%d %q", w.Code, w.Body)
	}
	if got := w.Header().Get("Cache-Control"); got != "public, max-age=31536000, immutable" {
		t.Errorf("cache %q", got)
	}
	if got := w.Header().Get("Content-Type"); got != "text/javascript; charset=utf-8" {
		t.Errorf("type %q", got)
	}
}

func TestAnUnknownAssetIsNotThePage(t *testing.T) {
	if w := get(t, built(), http.MethodGet, "/assets/old.js"); w.Code != http.StatusNotFound {
		t.Errorf("%d", w.Code)
	}
}

func TestLanguagesAreDataToTheBrowser(t *testing.T) {
	p := pages{fstest.MapFS{"assets/ro-abc.json": {Data: []byte("{}")}}}
	if got := get(t, p, http.MethodGet, "/assets/ro-abc.json").Header().Get("Content-Type"); got != "application/json" {
		t.Errorf("type %q", got)
	}
}

func TestNothingIsWritten(t *testing.T) {
	w := get(t, built(), http.MethodPost, "/")
	if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD" {
		t.Errorf("%d %q", w.Code, w.Header().Get("Allow"))
	}
}

func TestPagesThatWereNotBuiltSaySo(t *testing.T) {
	w := get(t, pages{fstest.MapFS{".gitkeep": {}}}, http.MethodGet, "/")
	if w.Code != http.StatusServiceUnavailable || w.Body.String() != "the web UI is not built: make web\n" {
		t.Errorf("%d %q", w.Code, w.Body)
	}
}

func TestTheEmbeddedFolderAnswers(t *testing.T) {
	code := get(t, Handler(), http.MethodGet, "/").Code
	if code != http.StatusOK && code != http.StatusServiceUnavailable {
		t.Errorf("%d", code)
	}
}
