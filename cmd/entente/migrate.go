package main

import (
	"context"

	"entente/graph/neo4j/local"
)

// migrateCommand applies the schema changes and stops.
type migrateCommand struct {
	database
}

// Run migrates.
func (c *migrateCommand) Run(ctx context.Context, term *terminal) error {
	store, closeStore, err := c.open(ctx, term)
	if err != nil {
		return err
	}
	defer closeStore()
	if err := store.Migrate(ctx, showMigration(term)); err != nil {
		return err
	}
	term.progress.done("the schema is up to date")
	return nil
}

// fetchCommand brings Neo4j's jars and stops: for machines that are cut off
// from the network later.
type fetchCommand struct {
	Data string `env:"ENTENTE_DATA" default:".entente" type:"path" help:"Folder of the hub."`
}

// Run fetches and verifies.
func (c *fetchCommand) Run(ctx context.Context, term *terminal) error {
	if err := local.Fetch(ctx, jarsIn(c.Data), term.progress.show); err != nil {
		return err
	}
	term.progress.done("Neo4j is there and every jar is as in the lock file")
	return nil
}
