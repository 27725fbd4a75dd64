package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"entente/audit"
	"entente/auth/oidc"
	"entente/casework"
	"entente/graph/engine"
	"entente/graph/neo4j"
	"entente/server"
	"entente/web"
)

// hubSettings are what the hub itself needs, whichever way it is run.
type hubSettings struct {
	Addr string `env:"ENTENTE_ADDR" default:"127.0.0.1:8080" help:"Address to serve on."`
	Data string `env:"ENTENTE_DATA" default:".entente" type:"path" help:"Folder for the log, keys and, for 'entente dev', the database."`
	Hub  string `name:"hub" env:"ENTENTE_HUB" default:"hub.entente.example" help:"Name of this hub; every element it makes carries it for ever."`
	URL  string `name:"url" env:"ENTENTE_URL" help:"Where browsers reach the hub, e.g. https://hub.entente.example. Left out: http:// and the address."`
}

// baseURL is where browsers reach the hub.
func (s hubSettings) baseURL() string {
	if s.URL != "" {
		return strings.TrimRight(s.URL, "/")
	}
	return "http://" + s.Addr
}

// hub is a running hub.
type hub struct {
	settings hubSettings
	term     *terminal
	store    *neo4j.Store
	engine   *engine.Engine
	log      *audit.Tree
	casework *casework.Casework
	verifier *oidc.Verifier
	handler  http.Handler
	follow   context.CancelFunc
	ends     context.Context //nolint:containedctx // ends the subscriptions before the server waits for requests
	end      context.CancelFunc
	followed sync.WaitGroup
}

// newHub joins the packages over an open, migrated store and builds the
// engine's snapshot. Close ends it.
func newHub(ctx context.Context, s hubSettings, store *neo4j.Store, registry *oidc.Registry, term *terminal) (*hub, error) {
	h := &hub{settings: s, term: term, store: store, engine: engine.New(engine.Options{})}
	h.ends, h.end = context.WithCancel(context.WithoutCancel(ctx))
	sealKey, err := key(filepath.Join(s.Data, "keys", "seal"))
	if err != nil {
		return nil, err
	}
	cookieKey, err := key(filepath.Join(s.Data, "keys", "cookie"))
	if err != nil {
		return nil, err
	}
	h.verifier = oidc.NewVerifier(registry, time.Now)
	login, err := oidc.NewLogin(oidc.LoginOptions{
		Registry: registry, Verifier: h.verifier, Sessions: oidc.NewMemorySessions(time.Now), Clock: time.Now,
		BaseURL: s.baseURL(), CookieKey: cookieKey[:], Log: term.log,
	})
	if err != nil {
		return nil, fmt.Errorf("set up the login: %w", err)
	}
	if err := h.openCasework(ctx, sealKey, login); err != nil {
		return nil, err
	}
	if err := h.load(ctx); err != nil {
		return nil, errors.Join(err, h.close())
	}
	h.handler, err = server.New(server.Options{
		Casework: h.casework, Callers: login, Login: login.Handler(), Web: web.Handler(), Metrics: h.metrics(),
		Ready: store.Ready, Ends: h.ends, Log: term.log, Secure: strings.HasPrefix(s.baseURL(), "https://"),
	})
	return h, err
}

func (h *hub) openCasework(ctx context.Context, sealKey [32]byte, purposes casework.PurposeKeeper) error {
	folder := filepath.Join(h.settings.Data, "audit", "hub")
	log, err := audit.Open(ctx, folder, audit.Options{Name: h.settings.Hub + "/audit", Now: time.Now, Random: rand.Reader})
	if err != nil {
		return fmt.Errorf("open the audit log: %w", err)
	}
	h.log = log
	terms, err := audit.OpenTermKey(filepath.Join(h.settings.Data, "keys"), rand.Reader)
	if err != nil {
		return fmt.Errorf("open the audit log: %w", err)
	}
	h.casework, err = casework.New(casework.Options{
		Hub: h.settings.Hub, Store: h.store, Engine: h.engine, Audit: log, Terms: terms, SealKey: sealKey,
		Purposes: purposes, Clock: time.Now, Random: rand.Reader, Log: h.term.log,
	})
	return err
}

// load builds the snapshot, says what it costs, and follows the changes.
func (h *hub) load(ctx context.Context) error {
	h.term.progress.show("building the engine's snapshot", 0, 0)
	if err := h.casework.Load(ctx); err != nil {
		return err
	}
	stats := h.engine.Stats()
	h.term.progress.done(fmt.Sprintf("engine: %d records, %d links, %.1f bytes a link for topology and %.1f for attributes, built in %d ms",
		stats.Nodes, stats.Links, stats.TopologyBytesPerLink(), float64(stats.AttributeBytes)/float64(max(1, stats.Links)),
		stats.BuildTime.Milliseconds()))
	following, cancel := context.WithCancel(context.WithoutCancel(ctx))
	h.follow = cancel
	h.followed.Go(func() { h.casework.Follow(following) })
	return nil
}

func (h *hub) metrics() *server.Metrics {
	m := server.NewMetrics()
	m.Gauge("engine_records", "Records in the engine's snapshot.", func() float64 { return float64(h.engine.Stats().Nodes) })
	m.Gauge("engine_links", "Links in the engine's snapshot.", func() float64 { return float64(h.engine.Stats().Links) })
	m.Gauge("engine_topology_bytes_per_link", "Memory of the engine's topology, bytes a link.",
		func() float64 { return h.engine.Stats().TopologyBytesPerLink() })
	m.Gauge("engine_build_seconds", "Time the last snapshot took to build.",
		func() float64 { return h.engine.Stats().BuildTime.Seconds() })
	return m
}

// shutdownTime is how long requests under way may take to end.
const shutdownTime = 10 * time.Second

// serve answers on a listener until ctx ends, then lets requests end.
func (h *hub) serve(ctx context.Context, listener net.Listener) error {
	web := &http.Server{
		Handler: h.handler, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute,
		IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
	}
	h.followed.Go(func() { h.disposeDaily(h.ends) })
	ended := make(chan error, 1)
	go func() { ended <- web.Serve(listener) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	h.end()
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTime)
	defer cancel()
	if err := web.Shutdown(grace); err != nil {
		return fmt.Errorf("stop serving: %w", err)
	}
	return nil
}

// close ends the hub: what was acknowledged is durable.
func (h *hub) close() error {
	h.end()
	if h.follow != nil {
		h.follow()
		h.followed.Wait()
	}
	h.engine.Close()
	h.verifier.Close()
	if h.log == nil {
		return nil
	}
	return h.log.Close()
}

// listen takes the address, and says what to do if it is taken.
func listen(ctx context.Context, addr string) (net.Listener, error) {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("cannot serve on %s (set ENTENTE_ADDR to another address): %w", addr, err)
	}
	return listener, nil
}
