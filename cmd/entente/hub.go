package main

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"entente/audit"
	"entente/auth/oidc"
	"entente/casework"
	"entente/graph"
	"entente/graph/engine"
	"entente/graph/neo4j"
	"entente/server"
	"entente/web"
)

// hubSettings are what the hub itself needs, whichever way it is run.
type hubSettings struct {
	Addr string `env:"ENTENTE_ADDR" default:"127.0.0.1:8080" help:"Address to serve on."`
	// MetricsAddr is another address: whoever reaches it reads the figures.
	MetricsAddr string `name:"metrics-addr" env:"ENTENTE_METRICS_ADDR" default:"127.0.0.1:9464" help:"Address on which figures are read, at /metrics and without signing in; empty: nowhere."`
	Data        string `env:"ENTENTE_DATA" default:".entente" type:"path" help:"Folder for the log, keys and, for 'entente dev', the database."`
	Hub         string `name:"hub" env:"ENTENTE_HUB" default:"hub.entente.example" help:"Name of this hub; every element it makes carries it for ever."`
	Process     string `name:"process" env:"ENTENTE_PROCESS" default:"hub" help:"Name of this process among those of the hub; each keeps a log of its own under it."`
	URL         string `name:"url" env:"ENTENTE_URL" help:"Where browsers reach the hub, e.g. https://hub.entente.example. Left out: http:// and the address."`
	// OnlyTrusted is for production: the API answers the UI's own documents alone.
	OnlyTrusted bool          `name:"only-trusted" env:"ENTENTE_ONLY_TRUSTED" help:"Answer only the documents the hub knows: those of its pages, and of ENTENTE_DOCUMENTS."`
	Documents   string        `env:"ENTENTE_DOCUMENTS" type:"existingfile" help:"Further documents that may be asked for by id: a JSON object of ids and texts (docs/operations.md)."`
	RequestTime time.Duration `name:"request-time" env:"ENTENTE_REQUEST_TIME" default:"30s" help:"How long one request may take; then its work is ended."`
	WorkBurst   int           `name:"work-burst" env:"ENTENTE_WORK_BURST" default:"600000" help:"How many fields one officer may have resolved at once."`
	WorkRate    int           `name:"work-rate" env:"ENTENTE_WORK_RATE" default:"6000" help:"How many fields a second one officer may have resolved for as long as it goes on."`
	// Traces is off unless named.
	Traces string `env:"ENTENTE_TRACES" help:"Where spans of requests are sent: an OTLP collector over HTTP, e.g. http://127.0.0.1:4318/v1/traces. Left out: nothing is traced."`
	// Codes replaces the lists that come with the hub.
	Codes string `env:"ENTENTE_CODES" type:"existingfile" help:"Code lists of grading and handling with their translations (docs/access-control.md). Left out: those that come with the hub."`
}

// soleProcess names the process of a hub that has one; its log has the hub's name.
const soleProcess = "hub"

// importLog is the folder of the log that imports write.
const importLog = "import"

// logName names this process's log in its checkpoints.
func (s hubSettings) logName() string {
	if s.Process == soleProcess {
		return s.Hub + "/audit"
	}
	return s.Hub + "/audit/" + s.Process
}

// processForm keeps the name of a process fit for a folder and a checkpoint.
var processForm = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,31}$`)

// Validate checks the settings before anything is opened.
func (s hubSettings) Validate() error {
	if !isAddress(s.Addr) {
		return fmt.Errorf("ENTENTE_ADDR %q must be a host and a port, such as 127.0.0.1:8080", s.Addr)
	}
	if s.MetricsAddr != "" && !isAddress(s.MetricsAddr) {
		return fmt.Errorf("ENTENTE_METRICS_ADDR %q must be a host and a port, such as 127.0.0.1:9464, or empty for no figures", s.MetricsAddr)
	}
	if s.RequestTime <= 0 || s.WorkBurst <= 0 || s.WorkRate <= 0 {
		return errors.New("ENTENTE_REQUEST_TIME, ENTENTE_WORK_BURST and ENTENTE_WORK_RATE must be more than nothing")
	}
	if !processForm.MatchString(s.Process) || s.Process == importLog {
		return fmt.Errorf("ENTENTE_PROCESS %q must be 1 to 32 small letters, digits and hyphens, and not %q", s.Process, importLog)
	}
	return nil
}

// isAddress says whether a host and a port could be served on.
func isAddress(addr string) bool {
	_, port, err := net.SplitHostPort(addr)
	number, unfit := strconv.ParseUint(port, 10, 16)
	return err == nil && unfit == nil && number > 0
}

// codeLists reads the file of code lists; nil where none is named.
func (s hubSettings) codeLists() (*graph.CodeLists, error) {
	if s.Codes == "" {
		return nil, nil //nolint:nilnil // the hub has lists of its own
	}
	file, err := os.Open(s.Codes)
	if err != nil {
		return nil, fmt.Errorf("ENTENTE_CODES: %w", err)
	}
	defer func() { _ = file.Close() }()
	lists, err := graph.ReadCodeLists(file)
	if err != nil {
		return nil, fmt.Errorf("ENTENTE_CODES: %w", err)
	}
	return &lists, nil
}

// documents are those that may be asked for by id: the pages' own and the
// operator's.
func (s hubSettings) documents() (map[string]string, error) {
	byID, err := web.Documents()
	if err != nil || s.Documents == "" {
		return byID, err
	}
	content, err := os.ReadFile(s.Documents)
	if err != nil {
		return nil, fmt.Errorf("ENTENTE_DOCUMENTS: %w", err)
	}
	var more map[string]string
	if err := json.Unmarshal(content, &more); err != nil {
		return nil, fmt.Errorf("ENTENTE_DOCUMENTS %s must be a JSON object of ids and texts: %w", s.Documents, err)
	}
	for id, text := range more {
		if known, ok := byID[id]; ok && known != text {
			return nil, fmt.Errorf("ENTENTE_DOCUMENTS %s gives another text to %s, which the pages use", s.Documents, id)
		}
		byID[id] = text
	}
	return byID, nil
}

// clientProof is what the hub signs in by at an issuer that administrators entered:
// of the file keys/issuers/NAME.pem of the data folder, a private key, or of
// NAME.secret; nothing where there is neither.
func (s hubSettings) clientProof(issuer string) (oidc.ClientProof, error) {
	file := filepath.Join(s.Data, "keys", "issuers", issuer)
	key, err := oidc.ReadClientKey(file + ".pem")
	if err == nil {
		return oidc.ClientProof{Key: key}, nil
	}
	if !errors.Is(err, os.ErrNotExist) {
		return oidc.ClientProof{}, fmt.Errorf("client key %s.pem %w", file, err)
	}
	content, err := os.ReadFile(file + ".secret")
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return oidc.ClientProof{}, fmt.Errorf("client secret: %w", err)
	}
	return oidc.ClientProof{Secret: strings.TrimRight(string(content), "\r\n")}, nil
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
	figures  *server.Metrics
	asked    *audit.Query
	casework *casework.Casework
	registry *oidc.Registry
	verifier *oidc.Verifier
	handler  *server.Server
	traced   func() error // sends the last spans
	follow   context.CancelFunc
	ends     context.Context //nolint:containedctx // ends what goes on beside requests
	end      context.CancelFunc
	followed sync.WaitGroup
}

// newHub joins the packages over an open, migrated store and builds the
// engine's snapshot. Close ends it.
func newHub(ctx context.Context, s hubSettings, store *neo4j.Store, registry *oidc.Registry, term *terminal) (*hub, error) {
	h := &hub{settings: s, term: term, store: store, engine: engine.New(engine.Options{}), traced: func() error { return nil }}
	h.ends, h.end = context.WithCancel(context.WithoutCancel(ctx))
	sealKey, err := key(filepath.Join(s.Data, "keys", "seal"))
	if err != nil {
		return nil, err
	}
	cookieKey, err := key(filepath.Join(s.Data, "keys", "cookie"))
	if err != nil {
		return nil, err
	}
	registry.Follow(store, s.clientProof)
	if err := registry.Fresh(ctx); err != nil {
		return nil, err
	}
	h.registry, h.verifier = registry, oidc.NewVerifier(registry, time.Now)
	if err := h.openLog(ctx); err != nil {
		return nil, err
	}
	sessions, err := oidc.NewSharedSessions(store, cookieKey[:], rand.Reader)
	if err != nil {
		return nil, errors.Join(err, h.close())
	}
	spoken, err := wordings()
	if err != nil {
		return nil, errors.Join(err, h.close())
	}
	login, err := oidc.NewLogin(oidc.LoginOptions{
		Registry: registry, Verifier: h.verifier, Sessions: sessions, Clock: time.Now,
		BaseURL: s.baseURL(), CookieKey: cookieKey[:], Log: term.log, RequestID: server.RequestID,
		Journal: casework.NewDoor(h.log, server.RequestID, time.Now), Wordings: spoken,
	})
	if err != nil {
		return nil, errors.Join(fmt.Errorf("set up the login: %w", err), h.close())
	}
	if err := h.openCasework(sealKey, login); err != nil {
		return nil, errors.Join(err, h.close())
	}
	if err := h.load(ctx); err != nil {
		return nil, errors.Join(err, h.close())
	}
	documents, err := s.documents()
	if err != nil {
		return nil, errors.Join(err, h.close())
	}
	traces, traced, err := s.tracer(ctx)
	if err != nil {
		return nil, errors.Join(err, h.close())
	}
	h.traced = traced
	h.figures = h.metrics()
	h.handler, err = server.New(server.Options{
		Traces:    traces,
		Documents: documents, OnlyTrusted: s.OnlyTrusted, RequestTime: s.RequestTime,
		Work:     server.Work{Burst: s.WorkBurst, PerSecond: s.WorkRate},
		Casework: h.casework, Callers: login, Login: login.Handler(), Web: web.Handler(), Metrics: h.figures,
		Ready: store.Ready, Log: term.log, Secure: strings.HasPrefix(s.baseURL(), "https://"),
	})
	return h, err
}

// openLog opens this process's own log.
func (h *hub) openLog(ctx context.Context) error {
	folder := filepath.Join(h.settings.Data, "audit", h.settings.Process)
	log, err := audit.Open(ctx, folder, audit.Options{Name: h.settings.logName(), Now: time.Now, Random: rand.Reader})
	if err != nil {
		return fmt.Errorf("open the audit log: %w", err)
	}
	h.log, h.asked = log, audit.NewQuery(filepath.Dir(folder))
	return nil
}

func (h *hub) openCasework(sealKey [32]byte, login *oidc.Login) error {
	terms, err := audit.OpenTermKey(filepath.Join(h.settings.Data, "keys"), rand.Reader)
	if err != nil {
		return fmt.Errorf("open the audit log: %w", err)
	}
	codes, err := h.settings.codeLists()
	if err != nil {
		return err
	}
	h.casework, err = casework.New(casework.Options{
		Codes: codes, Hub: h.settings.Hub, Store: h.store, Engine: h.engine, Audit: h.log, AuditQuery: h.asked, Terms: terms, SealKey: sealKey,
		Purposes: login, Sessions: login, Trust: h.registry, Try: h.verifier.DryRun, Clock: time.Now, Random: rand.Reader, Log: h.term.log,
	})
	return err
}

// load builds the snapshot, says what it costs, and follows the changes.
func (h *hub) load(ctx context.Context) error {
	h.term.progress.show("building the engine's snapshot", 0, 0)
	if _, err := h.casework.LoadSaved(ctx, h.snapshotFile()); err != nil {
		return err
	}
	// So that an end without notice soon does not cost the same reading again.
	if err := h.casework.SaveEngine(ctx, h.snapshotFile()); err != nil {
		h.term.log.WarnContext(ctx, "the snapshot could not be saved: the next start reads what was written since the last one", "error", err)
	}
	stats := h.engine.Stats()
	h.term.progress.done(fmt.Sprintf("engine: %d records, %d links, %.1f bytes a link for topology and %.1f for attributes, built in %d ms",
		stats.Nodes, stats.Links, stats.TopologyBytesPerLink(), float64(stats.AttributeBytes)/float64(max(1, stats.Links)),
		stats.BuildTime.Milliseconds()))
	following, cancel := context.WithCancel(context.WithoutCancel(ctx))
	h.follow = cancel
	h.followed.Go(func() { h.casework.Follow(following) })
	h.followed.Go(func() { h.casework.KeepSaved(following, h.snapshotFile()) })
	h.followed.Go(func() { h.casework.Broker(following) })
	h.followed.Go(func() { h.indexLog(following) })
	return nil
}

// indexLog reads the log on now and then, so that a question need not: the first
// time, after a long while, takes long.
func (h *hub) indexLog(ctx context.Context) {
	for ticker := time.NewTicker(indexTime); ; {
		if err := h.asked.Follow(ctx); err != nil && ctx.Err() == nil {
			h.term.log.ErrorContext(ctx, "the audit log was not indexed", "error", err)
		}
		select {
		case <-ctx.Done():
			ticker.Stop()
			return
		case <-ticker.C:
		}
	}
}

// indexTime is how often the log is read on where nobody asks.
const indexTime = time.Minute

// snapshotFile is where the engine's snapshot lies between two runs.
func (h *hub) snapshotFile() string { return filepath.Join(h.settings.Data, "engine", "snapshot") }

// saveTime bounds the saving of the snapshot at the end: it only saves time.
const saveTime = 20 * time.Second

func (h *hub) saveSnapshot() {
	ctx, cancel := context.WithTimeout(context.Background(), saveTime)
	defer cancel()
	if err := h.casework.SaveEngine(ctx, h.snapshotFile()); err != nil {
		h.term.log.Warn("the snapshot could not be saved: the next start reads what was written since the last one", "error", err)
	}
}

// shutdownTime is how long requests under way may take to end.
const shutdownTime = 10 * time.Second

// serve answers on the listeners until ctx ends, then lets requests end.
func (h *hub) serve(ctx context.Context, at listeners) error {
	web, figures := h.serverOf(h.handler), h.serverOf(h.figures.Handler())
	h.followed.Go(func() { h.disposeDaily(h.ends) })
	ended := make(chan error, 2)
	go func() { ended <- web.Serve(at.callers) }()
	if at.watchers != nil {
		go func() { ended <- figures.Serve(at.watchers) }()
	}
	select {
	case err := <-ended:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	h.end()
	h.handler.EndSubscriptions()
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTime)
	defer cancel()
	if err := errors.Join(web.Shutdown(grace), figures.Close(), h.handler.WaitForSubscriptions(grace)); err != nil {
		return fmt.Errorf("stop serving: %w", err)
	}
	return nil
}

// serverOf serves a handler; what it has to say of connections is an event of the log.
func (h *hub) serverOf(handler http.Handler) *http.Server {
	return &http.Server{
		ErrorLog: slog.NewLogLogger(h.term.log.Handler(), slog.LevelWarn),
		Handler:  handler, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute,
		IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
	}
}

// close ends the hub: what was acknowledged is durable.
func (h *hub) close() error {
	h.end()
	if h.follow != nil {
		h.follow()
		h.followed.Wait()
		h.saveSnapshot()
	}
	h.engine.Close()
	h.verifier.Close()
	if h.log == nil {
		return h.traced()
	}
	return errors.Join(h.traced(), h.log.Close())
}
