package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"

	"github.com/99designs/gqlgen/graphql"

	"entente/graph"
)

// jsonType is what a question is sent as, and an answer is unless the caller
// accepts answerType.
const jsonType = "application/json"

// question is one GraphQL request (GraphQL over HTTP, section 5).
type question struct {
	Query         *string        `json:"query"`
	DocumentID    *string        `json:"documentId"`
	OperationName *string        `json:"operationName"`
	Variables     map[string]any `json:"variables"`
	Extensions    map[string]any `json:"extensions"`
}

// readQuestion reads a question from a POST's body or a GET's address. What is
// wrong is said without repeating any of it.
func readQuestion(r *http.Request) (question, error) {
	if r.Method == http.MethodGet {
		return questionOfAddress(r)
	}
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != jsonType {
		return question{}, graph.Bad("Content-Type", "A question is sent as application/json.")
	}
	body, err := io.ReadAll(r.Body)
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return question{}, &graph.Error{Code: graph.LimitExceeded, Message: "The question is larger than 1 MiB."}
	}
	if err != nil {
		return question{}, graph.Bad("", "The question did not arrive whole.")
	}
	if elements(body) > maxElements {
		return question{}, &graph.Error{Code: graph.LimitExceeded, Message: "The question's variables hold more than 20,000 elements."}
	}
	var q question
	return q, decodeStrictly(body, &q)
}

// maxElements bounds the members and elements of a question, so that a long list
// is refused before anything is made of it.
const maxElements = 20_000

// elements counts the commas of a JSON text that are not in its strings.
func elements(text []byte) int {
	count, quoted := 0, false
	for at := 0; at < len(text); at++ {
		switch c := text[at]; {
		case quoted && c == '\\':
			at++
		case c == '"':
			quoted = !quoted
		case c == ',' && !quoted:
			count++
		}
	}
	return count
}

func questionOfAddress(r *http.Request) (question, error) {
	var q question
	asked := r.URL.Query()
	for name, into := range map[string]**string{"query": &q.Query, "documentId": &q.DocumentID, "operationName": &q.OperationName} {
		if asked.Has(name) {
			value := asked.Get(name)
			*into = &value
		}
	}
	for name, into := range map[string]*map[string]any{"variables": &q.Variables, "extensions": &q.Extensions} {
		if !asked.Has(name) {
			continue
		}
		if err := decodeStrictly([]byte(asked.Get(name)), into); err != nil {
			return question{}, graph.Bad(name, "This is to be a JSON object.")
		}
	}
	return q, nil
}

// decodeStrictly reads one JSON value and no more; numbers keep their digits.
func decodeStrictly(data []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	err := d.Decode(into)
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrong) && wrong.Field != "":
		return graph.Bad(wrong.Field, "This member is not of the type it must be.")
	case errors.As(err, &wrong):
		return graph.Bad("", "One question at a time, as a JSON object.")
	case err != nil:
		return graph.Bad("", "The question is not JSON.")
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return graph.Bad("", "The question is followed by something else.")
	}
	return nil
}

// params are what the executor takes.
func (q question) params(document string, headers http.Header) *graphql.RawParams {
	p := &graphql.RawParams{Query: document, Variables: q.Variables, Extensions: q.Extensions, Headers: headers}
	if q.OperationName != nil {
		p.OperationName = *q.OperationName
	}
	return p
}
