package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"entente/auth/oidc"
	"entente/auth/oidc/devissuer"
	"entente/exchange/demo"
	"entente/graph/neo4j"
	"entente/graph/neo4j/local"
)

// devCommand runs everything on this machine.
type devCommand struct {
	hubSettings
	IssuerUK  string `name:"issuer-uk" env:"ENTENTE_ISSUER_UK" default:"http://127.0.0.1:9401" help:"URL of the British development provider, on loopback."`
	IssuerRO  string `name:"issuer-ro" env:"ENTENTE_ISSUER_RO" default:"http://127.0.0.1:9402" help:"URL of the Romanian development provider, on loopback."`
	Neo4jPort int    `name:"neo4j-port" env:"ENTENTE_NEO4J_PORT" default:"0" help:"Port of Neo4j on loopback; 0 takes a free one."`
	HeapMiB   int    `name:"neo4j-heap" env:"ENTENTE_NEO4J_HEAP_MIB" default:"1024" help:"Memory for Neo4j's heap, in MiB."`
	PageCache int    `name:"neo4j-page-cache" env:"ENTENTE_NEO4J_PAGE_CACHE_MIB" default:"1024" help:"Memory for Neo4j's page cache, in MiB."`
	NoDemo    bool   `name:"no-demo" env:"ENTENTE_NO_DEMO" help:"Leave an empty database empty."`
}

// devState is what the other commands find in the data folder while dev runs.
type devState struct {
	BaseURL      string            `json:"baseURL"`
	Hub          string            `json:"hub"`
	Neo4jURI     string            `json:"neo4jURI"`
	Neo4jUser    string            `json:"neo4jUser"`
	PasswordFile string            `json:"neo4jPasswordFile"`
	Issuers      map[string]string `json:"issuers"` // country -> URL
	Trust        []oidc.Issuer     `json:"trust"`   // what the hub has of them
}

func (s hubSettings) file(parts ...string) string {
	return filepath.Join(append([]string{s.Data}, parts...)...)
}

// jarsIn is where Neo4j itself lies; tests share it.
func jarsIn(data string) string { return filepath.Join(data, "neo4j") }

// Run starts everything and serves until ctx ends.
func (c *devCommand) Run(ctx context.Context, term *terminal) (err error) {
	if err := os.MkdirAll(c.file("issuers"), 0o700); err != nil {
		return fmt.Errorf("make the data folder: %w", err)
	}
	at, err := c.listen(ctx, term)
	if err != nil {
		return err
	}
	defer at.close()
	graph, err := c.startNeo4j(ctx, term)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, stopNeo4j(ctx, graph, term)) }()
	store, closeStore, err := c.openStore(ctx, graph, term)
	if err != nil {
		return err
	}
	defer closeStore()
	return c.serve(ctx, term, graph, store, at)
}

func (c *devCommand) startNeo4j(ctx context.Context, term *terminal) (*local.Server, error) {
	if err := local.Fetch(ctx, jarsIn(c.Data), term.progress.show); err != nil {
		return nil, err
	}
	server, err := local.Start(ctx, local.Options{
		Jars: jarsIn(c.Data), Folder: c.file("graph"), Port: c.Neo4jPort, HeapMiB: c.HeapMiB, PageCacheMiB: c.PageCache,
		Log: term.log, Progress: term.progress.show,
	})
	if err != nil {
		return nil, err
	}
	term.progress.done("Neo4j answers at " + server.URI())
	return server, nil
}

// stopTime is how long Neo4j may take to write what it holds.
const stopTime = 40 * time.Second

func stopNeo4j(ctx context.Context, server *local.Server, term *terminal) error {
	term.progress.show("stopping Neo4j", 0, 0)
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTime)
	defer cancel()
	err := server.Stop(grace)
	term.progress.done("stopped")
	return err
}

func (c *devCommand) openStore(ctx context.Context, server *local.Server, term *terminal) (*neo4j.Store, func(), error) {
	d := database{URI: server.URI(), User: server.User(), PasswordFile: server.PasswordFile()}
	store, closed, err := d.open(ctx, term)
	if err != nil {
		return nil, nil, err
	}
	if err := store.Migrate(ctx, showMigration(term)); err != nil {
		closed()
		return nil, nil, fmt.Errorf("migrate: %w", err)
	}
	return store, closed, nil
}

func (c *devCommand) serve(ctx context.Context, term *terminal, server *local.Server, store *neo4j.Store, at listeners) (err error) {
	made := demo.Generate(demoSeed, demo.Options{IssuerUK: c.IssuerUK, IssuerRO: c.IssuerRO, Hub: c.Hub})
	providers := c.providersFor(made)
	stopProviders, err := startProviders(ctx, providers)
	if err != nil {
		return err
	}
	defer stopProviders()
	registry, err := oidc.NewRegistry(providers[0].trust, providers[1].trust)
	if err != nil {
		return err
	}
	h, err := newHub(ctx, c.hubSettings, store, registry, term)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, h.close()) }()
	if err := c.demo(ctx, h, made); err != nil {
		return err
	}
	forget, err := c.remember(server, registry.All())
	if err != nil {
		return err
	}
	defer forget()
	term.progress.done("serving on " + c.baseURL() + " (password of every invented officer: " + devissuer.DefaultPassword + ")")
	return h.serve(ctx, at)
}

// demo loads the demo case into an empty database, and waits until the engine
// answers with it.
func (c *devCommand) demo(ctx context.Context, h *hub, made demo.Case) error {
	if c.NoDemo {
		return nil
	}
	empty, err := h.store.Revision(ctx)
	if err != nil {
		return err
	}
	unfinished := c.file("demo-unfinished")
	if _, err := os.Stat(unfinished); empty > 0 && err != nil {
		return nil
	}
	if err := writeWhole(unfinished, nil); err != nil {
		return err
	}
	if err := loadDemo(ctx, h, made); err != nil {
		return err
	}
	revision, err := h.store.Revision(ctx)
	if err != nil {
		return err
	}
	if err := h.engine.WaitFor(ctx, revision); err != nil {
		return err
	}
	h.term.progress.done(fmt.Sprintf("loaded the demo case: %d records, %d links", len(made.Records), len(made.Links)))
	return os.Remove(unfinished)
}

// startProviders serves the development providers on loopback.
func startProviders(ctx context.Context, providers []devProvider) (stop func(), err error) {
	var servers []*http.Server
	stop = func() {
		for _, s := range servers {
			_ = s.Close()
		}
	}
	for _, p := range providers {
		handler, err := devissuer.New(p.options)
		if err != nil {
			stop()
			return nil, err
		}
		listener, err := devissuer.Listen(ctx, p.options.URL)
		if err != nil {
			stop()
			return nil, fmt.Errorf("the provider of %s cannot listen (set ENTENTE_ISSUER_UK or ENTENTE_ISSUER_RO): %w", p.options.Country, err)
		}
		s := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
		servers = append(servers, s)
		go func() { _ = s.Serve(listener) }()
	}
	return stop, nil
}

// remember writes where things are for the other commands, until forget.
func (c *devCommand) remember(server *local.Server, trust []oidc.Issuer) (forget func(), err error) {
	state, err := json.Marshal(devState{
		BaseURL: c.baseURL(), Hub: c.Hub, Neo4jURI: server.URI(), Neo4jUser: server.User(), PasswordFile: server.PasswordFile(),
		Issuers: map[string]string{"GB": c.IssuerUK, "RO": c.IssuerRO}, Trust: trust,
	})
	if err != nil {
		return nil, fmt.Errorf("remember where things are: %w", err)
	}
	if err := writeWhole(stateFile(c.Data), state); err != nil {
		return nil, fmt.Errorf("remember where things are: %w", err)
	}
	return func() { _ = os.Remove(stateFile(c.Data)) }, nil
}

func stateFile(data string) string { return filepath.Join(data, "dev.json") }

// running reads where the things of a running dev are.
func running(data string) (devState, error) {
	content, err := os.ReadFile(stateFile(data)) //nolint:gosec // the operator names the folder
	if errors.Is(err, os.ErrNotExist) {
		return devState{}, noHub(data)
	}
	if err != nil {
		return devState{}, fmt.Errorf("find the running hub: %w", err)
	}
	var state devState
	if err := json.Unmarshal(content, &state); err != nil {
		return devState{}, fmt.Errorf("find the running hub: %w", err)
	}
	return state, nil
}

// noHub says that no development hub answers.
func noHub(data string) error {
	return fmt.Errorf("no hub runs on the data folder %s: start one with 'make run' or 'entente dev'", data)
}
