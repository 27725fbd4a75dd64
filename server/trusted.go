package server

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"entente/graph"
)

// documents are those that may be asked for by their id, "sha256:" and the hash
// of the text: the UI's own, and what the operator added. Where only these are
// trusted, nothing else is read, by whichever transport it comes.
type documents struct {
	byID  map[string]string
	only  bool
	texts map[string]bool
}

func newDocuments(byID map[string]string, only bool) documents {
	d := documents{byID: byID, only: only, texts: make(map[string]bool, len(byID))}
	for _, text := range byID {
		d.texts[text] = true
	}
	return d
}

// of is the text of the document that a question names or brings.
func (d documents) of(q question) (string, error) {
	switch {
	case q.DocumentID != nil && q.Query != nil:
		return "", graph.Bad("documentId", "Send a document or its id, not both.")
	case q.DocumentID != nil:
		text, ok := d.byID[*q.DocumentID]
		if !ok {
			return "", graph.Bad("documentId", "This hub does not know the document. Load the page again, or send the document itself.")
		}
		return text, nil
	case q.Query == nil || *q.Query == "":
		return "", graph.Bad("query", "There is no document: send one as `query`, or the id of one as `documentId`.")
	case d.only && !d.texts[*q.Query]:
		return "", untrusted()
	}
	return *q.Query, nil
}

// written is a request's question with its document written out, for a transport
// that knows no ids.
func (d documents) written(r *http.Request) ([]byte, error) {
	q, err := readQuestion(r)
	if err != nil {
		return nil, err
	}
	document, err := d.of(q)
	if err != nil {
		return nil, err
	}
	q.Query, q.DocumentID = &document, nil
	return json.Marshal(q)
}

func untrusted() *graph.Error {
	return graph.Bad("query", "This hub answers only the documents it knows: send the id of one as `documentId`.")
}

// ExtensionName names the extension to the executor.
func (documents) ExtensionName() string { return "TrustedDocuments" }

// Validate has nothing to check.
func (documents) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters refuses a document that is not trusted before it is
// parsed, also where it came by another transport than ours.
func (d documents) MutateOperationParameters(_ context.Context, p *graphql.RawParams) *gqlerror.Error {
	if d.only && !d.texts[p.Query] {
		return beforehand(untrusted())
	}
	return nil
}
