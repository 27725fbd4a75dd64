package main

import (
	"context"
	"errors"
	"fmt"

	"entente/auth/oidc"
)

// serveCommand runs the hub against a database and issuers of one's own.
type serveCommand struct {
	hubSettings
	database
	transport
	Issuers string `env:"ENTENTE_ISSUERS" required:"" type:"existingfile" help:"Configuration file of the trusted OpenID issuers (docs/federation.md)."`
}

// Run serves until ctx ends.
func (c *serveCommand) Run(ctx context.Context, term *terminal) (err error) {
	if c.URI == "" {
		return errors.New("NEO4J_URI is not set: name the Neo4j that holds the graph, e.g. neo4j+s://graph.entente.example")
	}
	secured, err := c.transport.config(c.Addr, c.baseURL())
	if err != nil {
		return err
	}
	registry, err := oidc.LoadRegistry(c.Issuers)
	if err != nil {
		return err
	}
	store, closeStore, err := c.open(ctx, term)
	if err != nil {
		return err
	}
	defer closeStore()
	if err := store.Migrate(ctx, showMigration(term)); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	at, err := c.listen(ctx, term)
	if err != nil {
		return err
	}
	defer at.close()
	h, err := newHub(ctx, c.hubSettings, store, registry, term)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, h.close()) }()
	term.progress.done("serving on " + c.baseURL())
	at.callers = over(at.callers, secured)
	return h.serve(ctx, at)
}

func showMigration(term *terminal) func(done, of int, name string) {
	return func(done, of int, _ string) { term.progress.show("applying schema changes", done, of) }
}
