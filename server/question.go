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
	body, err := whole(r)
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
	return questionOf(body)
}

// whole reads a body into room that was made for it at once.
func whole(r *http.Request) ([]byte, error) {
	var body bytes.Buffer
	if r.ContentLength > 0 && r.ContentLength <= maxBody {
		body.Grow(int(r.ContentLength) + bytes.MinRead)
	}
	_, err := body.ReadFrom(r.Body)
	return body.Bytes(), err //nolint:wrapcheck // the caller says what it means
}

// questionOf reads the members of a question by their exact names, each at most
// once: what looks at requests before the hub must not read another one than it.
// Members that are not known are left alone.
func questionOf(text []byte) (question, error) {
	var q question
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if begin, err := d.Token(); err != nil {
		return q, noJSON()
	} else if begin != json.Delim('{') {
		return q, graph.Bad("", "One question at a time, as a JSON object.")
	}
	seen := map[string]bool{}
	for d.More() {
		name, err := d.Token()
		member, ok := name.(string)
		if err != nil || !ok {
			return q, noJSON()
		}
		if seen[member] {
			return q, graph.Bad("", "A member of the question is given twice.")
		}
		seen[member] = true
		if err := decodeMember(d, &q, member); err != nil {
			return q, err
		}
	}
	if _, err := d.Token(); err != nil {
		return q, noJSON()
	}
	return q, ended(d)
}

// decodeMember reads the value of one member.
func decodeMember(d *json.Decoder, q *question, name string) error {
	var other json.RawMessage
	into, known := map[string]any{
		"query": &q.Query, "documentId": &q.DocumentID, "operationName": &q.OperationName,
		"variables": &q.Variables, "extensions": &q.Extensions,
	}[name]
	if !known {
		into = &other
	}
	err := d.Decode(into)
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrong):
		return graph.Bad(name, "This member is not of the type it must be.")
	case err != nil:
		return noJSON()
	}
	return nil
}

func noJSON() error { return graph.Bad("", "The question is not JSON.") }

// ended refuses what follows a question.
func ended(d *json.Decoder) error {
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return graph.Bad("", "The question is followed by something else.")
	}
	return nil
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
	for _, values := range asked {
		if len(values) > 1 {
			return question{}, graph.Bad("", "A part of the address is given twice.")
		}
	}
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
	if err := d.Decode(into); err != nil {
		return noJSON()
	}
	return ended(d)
}

// params are what the executor takes.
func (q question) params(document string, headers http.Header) *graphql.RawParams {
	p := &graphql.RawParams{Query: document, Variables: q.Variables, Extensions: q.Extensions, Headers: headers}
	if q.OperationName != nil {
		p.OperationName = *q.OperationName
	}
	return p
}
