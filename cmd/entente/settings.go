package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"entente/graph/neo4j"
)

// database says which Neo4j holds the graph.
type database struct {
	URI          string `name:"neo4j-uri" env:"ENTENTE_NEO4J_URI,NEO4J_URI" help:"Neo4j: bolt://, bolt+s://, neo4j:// or neo4j+s:// and the host. Left out: the one that 'entente dev' runs on this data folder."`
	User         string `name:"neo4j-user" env:"ENTENTE_NEO4J_USER,NEO4J_USER" default:"neo4j" help:"Account at Neo4j."`
	PasswordFile string `name:"neo4j-password-file" env:"ENTENTE_NEO4J_PASSWORD_FILE,NEO4J_PASSWORD_FILE" help:"File that holds the account's password."`
	Name         string `name:"neo4j-database" env:"ENTENTE_NEO4J_DATABASE" help:"Name of the database; left out: the server's default."`
}

// connectTime bounds how long Neo4j may take to answer at the start.
const connectTime = 10 * time.Second

// retryTime bounds how long one piece of work is tried again while Neo4j is
// away: about as long as it takes to start again.
const retryTime = 30 * time.Second

// open connects to Neo4j and gives the store. Close ends both.
func (d database) open(ctx context.Context, term *terminal) (store *neo4j.Store, closed func(), err error) {
	password, err := secret(d.PasswordFile)
	if err != nil {
		return nil, nil, fmt.Errorf("read the password of Neo4j: %w", err)
	}
	connection, err := driver.NewDriverWithContext(d.URI, driver.BasicAuth(d.User, password, ""), func(c *config.Config) {
		c.SocketConnectTimeout = connectTime
		c.MaxTransactionRetryTime = retryTime
		c.TelemetryDisabled = true
	})
	if err != nil {
		return nil, nil, fmt.Errorf("NEO4J_URI is to be bolt://, bolt+s://, neo4j:// or neo4j+s:// and a host: %w", err)
	}
	closed = func() { _ = connection.Close(context.WithoutCancel(ctx)) }
	store, err = neo4j.Open(ctx, connection, neo4j.Options{Database: d.Name, Log: term.log})
	if err != nil {
		closed()
		return nil, nil, err
	}
	return store, closed, nil
}

// secret reads a file that holds one secret.
func secret(file string) (string, error) {
	if file == "" {
		return "", errors.New("no file is named: set NEO4J_PASSWORD_FILE")
	}
	content, err := os.ReadFile(file) //nolint:gosec // the operator names the file
	if err != nil {
		return "", err
	}
	return strings.TrimRight(string(content), "\r\n"), nil
}
