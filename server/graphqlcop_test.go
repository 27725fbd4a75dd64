package server_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// The checks of the scanner graphql-cop, by its own names: none finds anything,
// neither as nobody nor as an officer.
func TestGraphQLCop(t *testing.T) {
	w := newTeam(t)
	address := w.url + "/graphql"
	officer := map[string]string{"Officer": "ana"}
	posted := func(query string) reply {
		return knock(t, http.MethodPost, address, asJSON(t, map[string]any{"query": query}), officer)
	}
	refusedWith := func(code string) func(reply) bool {
		return func(r reply) bool {
			codes := r.codes(t)
			return len(codes) > 0 && len(codes) < 10 && codes[0] == code
		}
	}
	for _, check := range []struct {
		name  string
		got   reply
		holds func(reply) bool
	}{
		{"alias_overloading", posted("query cop { " + repeated(101, "alias%d:__typename ") + "}"), refusedWith("LIMIT_EXCEEDED")},
		{"batch_query", knock(t, http.MethodPost, address, "["+strings.Repeat(`{"query":"query cop { __typename }"},`, 9)+`{"query":"query cop { __typename }"}]`, officer), refusedWith("BAD_USER_INPUT")},
		{"directive_overloading", posted("query cop { __typename " + strings.Repeat("@aa", 10) + " }"), refusedWith("BAD_USER_INPUT")},
		{"circular_query_introspection", posted("query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }"), refusedWith("BAD_USER_INPUT")},
		{"introspection", knock(t, http.MethodPost, address, `{"query":"query cop { __schema { types { name } } }"}`, nil), func(r reply) bool {
			return refusedWith("UNAUTHENTICATED")(r) && strings.HasPrefix(r.header.Get("WWW-Authenticate"), "Bearer, DPoP ")
		}},
		{"field_suggestions", posted("query cop { __schema { directive } }"), func(r reply) bool {
			return refusedWith("BAD_USER_INPUT")(r) && !strings.Contains(r.body, "Did you mean")
		}},
		{"get_method_support", knock(t, http.MethodGet, address+"?query="+url.QueryEscape("query cop { __typename }"), "", nil), refusedWith("UNAUTHENTICATED")},
		{"get_based_mutation", knock(t, http.MethodGet, address+"?query="+url.QueryEscape("mutation cop { __typename }"), "", officer), func(r reply) bool {
			return r.status == http.StatusMethodNotAllowed
		}},
		{"post_based_csrf", knock(t, http.MethodPost, address, "query="+url.QueryEscape("query cop { __typename }"), map[string]string{
			"Officer": "ana", "Content-Type": "application/x-www-form-urlencoded",
		}), refusedWith("BAD_USER_INPUT")},
		{"trace_mode", knock(t, http.MethodPost, address, `{"query":"query cop { __typename }"}`, map[string]string{"Officer": "ana", "X-Apollo-Tracing": "1"}), func(r reply) bool {
			return r.status == http.StatusOK && !strings.Contains(r.body, "extensions")
		}},
		{"detect_graphiql", knock(t, http.MethodGet, address, "", map[string]string{"Officer": "ana", "Accept": "text/html"}), func(r reply) bool {
			return r.status == http.StatusBadRequest && !strings.Contains(strings.ToLower(r.body), "graphiql")
		}},
		{"unhandled_error_detection", posted("qwerty cop { abc }"), func(r reply) bool {
			return refusedWith("BAD_USER_INPUT")(r) && !strings.Contains(r.body, "exception") && !strings.Contains(r.body, ".go")
		}},
	} {
		if !check.holds(check.got) {
			t.Errorf("%s: %d %.300s", check.name, check.got.status, check.got.body)
		}
	}
}
