package server

import (
	"context"
	"encoding/json"
	"errors"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"entente/graph"
)

// answerType is the media type of GraphQL over HTTP, whose status codes tell of
// the answer; with jsonType the status of a question that was read is 200.
const answerType = "application/graphql-response+json"

// overHTTP asks and answers as GraphQL over HTTP has it: one question by POST,
// or by GET, which only reads.
type overHTTP struct {
	documents documents
	present   graphql.ErrorPresenterFunc
}

// Supports says that every request here is for this transport.
func (overHTTP) Supports(r *http.Request) bool {
	return r.Header.Get("Upgrade") == "" && (r.Method == http.MethodPost || r.Method == http.MethodGet)
}

// Do reads a question, has it carried out, and answers.
func (t overHTTP) Do(w http.ResponseWriter, r *http.Request, executor graphql.GraphExecutor) {
	ctx := r.Context()
	q, err := readQuestion(r)
	if err != nil {
		refuse(w, r, statusOf(graph.CodeOf(err)), t.present(ctx, err))
		return
	}
	document, err := t.documents.of(q)
	if err != nil {
		refuse(w, r, statusOf(graph.CodeOf(err)), t.present(ctx, err))
		return
	}
	operation, faults := executor.CreateOperationContext(ctx, q.params(document, r.Header))
	if len(faults) > 0 {
		response := executor.DispatchError(graphql.WithOperationContext(ctx, operation), faults)
		send(w, r, statusOfFaults(accepted(r), response.Errors), errorsAlone(response))
		return
	}
	if r.Method == http.MethodGet && operation.Operation.Operation != ast.Query {
		w.Header().Set("Allow", http.MethodPost)
		refuse(w, r, http.StatusMethodNotAllowed, t.present(ctx, graph.Bad("query", "By GET nothing is written: send this by POST.")))
		return
	}
	t.carryOut(ctx, w, r, executor, operation)
}

func (t overHTTP) carryOut(ctx context.Context, w http.ResponseWriter, r *http.Request, executor graphql.GraphExecutor, operation *graphql.OperationContext) {
	responses, ctx := executor.DispatchOperation(ctx, operation)
	response := responses(ctx)
	if response == nil { // the time was up before anything was answered
		refuse(w, r, http.StatusServiceUnavailable, t.present(ctx, context.Cause(ctx)))
		return
	}
	send(w, r, http.StatusOK, response)
}

// accepted is the media type of the answer.
func accepted(r *http.Request) string {
	for _, offer := range strings.Split(r.Header.Get("Accept"), ",") {
		kind, parameters, err := mime.ParseMediaType(strings.TrimSpace(offer))
		if err == nil && kind == answerType && parameters["q"] != "0" {
			return answerType
		}
		if err == nil && kind == jsonType {
			return jsonType
		}
	}
	return jsonType
}

// statusOfFaults is the status of a question that was read and not carried out.
func statusOfFaults(kind string, faults gqlerror.List) int {
	switch {
	case kind == jsonType:
		return http.StatusOK
	case len(faults) > 0 && faults[0].Extensions["code"] == string(graph.Internal):
		return http.StatusInternalServerError
	}
	return http.StatusBadRequest
}

// The largest answer to a question that was not carried out: a faulty document
// may have thousands of faults, and names of any length.
const (
	maxFaults     = 5
	maxFaultBytes = 300
)

// refused is an answer without data: the member is left out, for nothing was
// carried out.
type refused struct {
	Errors gqlerror.List `json:"errors"`
}

func errorsAlone(response *graphql.Response) refused {
	faults := response.Errors[:min(len(response.Errors), maxFaults)]
	for _, fault := range faults {
		if len(fault.Message) > maxFaultBytes {
			fault.Message = "The document does not fit the schema here."
		}
	}
	return refused{faults}
}

// refuse answers a question that was not carried out.
func refuse(w http.ResponseWriter, r *http.Request, status int, fault *gqlerror.Error) {
	if seconds, ok := fault.Extensions[retryAfter].(int); ok {
		w.Header().Set("Retry-After", strconv.Itoa(seconds))
	}
	if status == http.StatusUnauthorized {
		w.Header().Set("WWW-Authenticate", challenge)
	}
	send(w, r, status, refused{gqlerror.List{fault}})
}

// challenge says how to sign in (RFC 6750 section 3, RFC 9449 section 7.1). It is
// the same whatever did not hold: the reason is for the log.
const challenge = `Bearer, DPoP algs="ES256 RS256 PS256 EdDSA"`

func send(w http.ResponseWriter, r *http.Request, status int, answer any) {
	content, err := json.Marshal(answer)
	if err != nil {
		panic(errors.New("an answer is not JSON")) // cannot be: every part of it was written as JSON
	}
	w.Header().Set("Content-Type", accepted(r)+"; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(content) // a caller who went away needs no answer
}

// statusOf is the status of a question that was refused before it was carried out.
func statusOf(code graph.Code) int {
	switch code {
	case graph.Unauthenticated:
		return http.StatusUnauthorized
	case graph.BadInput:
		return http.StatusBadRequest
	case graph.LimitExceeded:
		return http.StatusRequestEntityTooLarge
	case graph.RateLimited:
		return http.StatusTooManyRequests
	}
	return http.StatusServiceUnavailable
}
