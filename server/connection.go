package server

import (
	"context"
	"net/http"
	"sync"

	"github.com/99designs/gqlgen/graphql/handler/transport"

	"entente/auth"
	"entente/graph"
)

// connection is one client's line, with the request that signs them in anew.
type connection struct {
	request *http.Request
	line    transport.WebsocketConn // nil of server-sent events
	caller  auth.Principal          // once they are signed in
}

type connectionKey struct{}

func connectionOf(ctx context.Context) *connection {
	c, _ := ctx.Value(connectionKey{}).(*connection)
	return c
}

// openings count what officers have open, on one process.
type openings struct {
	most int

	mu sync.Mutex
	of map[graph.ID]int
}

func newOpenings(most int) *openings { return &openings{most: most, of: map[graph.ID]int{}} }

// take opens one more, unless the officer has as many as there may be; after true,
// free must follow.
func (o *openings) take(officer graph.ID) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.of[officer] >= o.most {
		return false
	}
	o.of[officer]++
	return true
}

func (o *openings) free(officer graph.ID) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.of[officer]--; o.of[officer] == 0 {
		delete(o.of, officer)
	}
}
