package web

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
)

//go:embed all:dist
var dist embed.FS

//go:embed src/gql/persisted-documents.json
var documents []byte

// Documents are the pages' own questions, by "sha256:" and the hash of the text.
// They are written by the code generator from the .graphql files beside the pages.
func Documents() (map[string]string, error) {
	var byID map[string]string
	if err := json.Unmarshal(documents, &byID); err != nil {
		return nil, fmt.Errorf("read the documents of the pages: %w", err)
	}
	return byID, nil
}

//go:embed languages/*.json
var languages embed.FS

// Languages are the language files as they are, by their BCP 47 tag. English has
// none: it stands beside the pages.
func Languages() (map[string][]byte, error) {
	entries, err := languages.ReadDir("languages")
	if err != nil {
		return nil, fmt.Errorf("list the languages: %w", err)
	}
	files := map[string][]byte{}
	for _, entry := range entries {
		tag := strings.TrimSuffix(entry.Name(), ".json")
		if tag == "en" { // what npm run language leaves for translators
			continue
		}
		if files[tag], err = languages.ReadFile("languages/" + entry.Name()); err != nil {
			return nil, fmt.Errorf("read the language %s: %w", tag, err)
		}
	}
	return files, nil
}

// ContentSecurityPolicy is what the pages need and no more: scripts, styles and
// requests of the hub's own origin. Images may be blobs because the canvas
// draws its signs into a texture.
const ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; " +
	"connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const notBuilt = "the web UI is not built: make web"

// Handler serves the pages. Files under /assets/ are named by their content and
// kept by the browser for ever; every other path that names no file is a place
// within the workspace and gets its first page. Where the pages were not built
// it answers 503 and says how to build them.
func Handler() http.Handler {
	built, err := fs.Sub(dist, "dist")
	if err != nil {
		built = dist // cannot be: the folder is embedded under this name
	}
	return pages{built}
}

type pages struct{ files fs.FS }

func (p pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if strings.HasPrefix(name, "assets/") {
		p.asset(w, r, name)
		return
	}
	p.first(w, r)
}

func (p pages) asset(w http.ResponseWriter, r *http.Request, name string) {
	content, err := fs.ReadFile(p.files, name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	serve(w, name, content)
}

func (p pages) first(w http.ResponseWriter, _ *http.Request) {
	content, err := fs.ReadFile(p.files, "index.html")
	if err != nil {
		http.Error(w, notBuilt, http.StatusServiceUnavailable)
		return
	}
	h := w.Header()
	h.Set("Cache-Control", "no-cache")
	h.Set("Content-Security-Policy", ContentSecurityPolicy)
	h.Set("Referrer-Policy", "no-referrer")
	serve(w, "index.html", content)
}

func serve(w http.ResponseWriter, name string, content []byte) {
	w.Header().Set("Content-Type", contentType(name))
	w.Header().Set("X-Content-Type-Options", "nosniff")
	_, _ = bytes.NewReader(content).WriteTo(w) // a browser that went away needs no page
}

// contentType knows the sorts of files that the build makes, so that a machine
// with other ideas in its MIME tables serves them all the same.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".html":
		return "text/html; charset=utf-8"
	}
	if known := mime.TypeByExtension(path.Ext(name)); known != "" {
		return known
	}
	return "application/octet-stream"
}
