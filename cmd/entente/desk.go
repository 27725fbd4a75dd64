package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"entente/audit"
	"entente/auth/oidc"
	"entente/casework"
	"entente/graph/engine"
)

// desk is where the operator works on a hub's data from the command line, beside
// the hub and with a log of its own.
type desk struct {
	Data string `env:"ENTENTE_DATA" default:".entente" type:"path" help:"Data folder of the hub."`
	Hub  string `env:"ENTENTE_HUB" default:"hub.entente.example" help:"Name of the hub."`
	database
}

// openDesk joins a store and a log: what is needed to write, and no more.
// Without a Neo4j in the settings it finds the one of a running 'entente dev'.
// trust has the issuers of the hub's configuration file, where they matter.
func (c *desk) openDesk(ctx context.Context, term *terminal, trust *oidc.Registry) (*casework.Casework, func() error, error) {
	if c.URI == "" {
		state, err := running(c.Data)
		if err != nil {
			return nil, nil, err
		}
		c.URI, c.User, c.PasswordFile, c.Hub = state.Neo4jURI, state.Neo4jUser, state.PasswordFile, state.Hub
	}
	store, closeStore, err := c.open(ctx, term)
	if err != nil {
		return nil, nil, err
	}
	if err := store.Ready(ctx); err != nil {
		closeStore()
		return nil, nil, err
	}
	if trust != nil {
		trust.Follow(store, nil)
		if err := trust.Fresh(ctx); err != nil {
			closeStore()
			return nil, nil, err
		}
	}
	log, err := audit.Open(ctx, filepath.Join(c.Data, "audit", importLog), audit.Options{
		Name: c.Hub + "/audit/import", Now: time.Now, Random: rand.Reader,
	})
	if err != nil {
		closeStore()
		return nil, nil, fmt.Errorf("open the audit log of imports: %w", err)
	}
	idle := engine.New(engine.Options{})
	opened, err := casework.New(casework.Options{
		Hub: c.Hub, Store: store, Engine: idle, Audit: log, Clock: time.Now, Random: rand.Reader, Log: term.log,
		Trust: trust,
	})
	closeAll := func() error { idle.Close(); closeStore(); return log.Close() }
	if err != nil {
		return nil, nil, errors.Join(err, closeAll())
	}
	return opened, closeAll, nil
}
