package casework

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"sync/atomic"
	"time"

	"entente/audit"
	"entente/auth/oidc"
	"entente/graph"
	"entente/graph/engine"
)

// Store is all that casework asks of the truth; graph/neo4j is one. Each noun's
// file says what its part promises.
type Store interface {
	StandingStore
	RecordStore
	LinkStore
	BasisStore
	VersionStore
	InvolvementStore
	TargetStore
	OperationStore
	OrganisationStore
	OfficerStore
	RetentionStore
	CaseStore
	SafeguardStore
	HitStore
	MarkedStore
	WriteStore
	ForesightStore
	ChangeStore
	IdentityStore
	EngineStore
	IssuerStore
}

// PurposeKeeper keeps the purpose of a browser session.
type PurposeKeeper interface {
	// SetPurpose keeps purpose for the requests of the session that follow.
	SetPurpose(ctx context.Context, session, purpose string) error
}

// Options are what a Casework needs; none may be left out but Codes, Calculator,
// Sessions, Trust and Try, Purposes, without which no purpose can be set,
// AuditQuery, without which the log cannot be
// asked, and Log.
type Options struct {
	Hub        string // the name of this hub, in every element it makes
	Store      Store
	Engine     *engine.Engine
	Audit      audit.Log
	AuditQuery AuditQuery
	Terms      audit.TermKey
	Codes      *graph.CodeLists // nil: those that come with the hub
	SealKey    [32]byte         // shared by all processes of one hub
	Purposes   PurposeKeeper
	Calculator Calculator     // nil: the engine computes the long jobs too
	Sessions   SessionKeeper  // nil: nobody has a browser session
	Trust      *oidc.Registry // of the configuration file, following the store; nil: no issuer is of a file
	Try        TryToken       // nil: no token can be tried
	Clock      func() time.Time
	Random     io.Reader
	Log        *slog.Logger
}

// Casework answers officers. It is safe for concurrent use.
type Casework struct {
	hub        string
	store      Store
	engine     *engine.Engine
	audit      audit.Log
	auditQuery AuditQuery
	terms      audit.TermKey
	codes      graph.CodeLists
	seal       *seal
	purposes   PurposeKeeper
	calculator Calculator
	sessions   SessionKeeper
	trust      *oidc.Registry
	try        TryToken
	clock      func() time.Time
	random     io.Reader
	log        *slog.Logger
	markings   *markings
	jobs       *jobs
	broker     *broker
	written    chan struct{} // holds one nudge for Follow
	rhythm     rhythm        // of Follow
	savedAt    atomic.Uint64 // the revision of the saved snapshot
}

// New checks the options. Call Follow to feed the engine.
func New(o Options) (*Casework, error) {
	if o.Hub == "" || o.Store == nil || o.Engine == nil || o.Audit == nil || o.Clock == nil || o.Random == nil {
		return nil, errors.New("casework: hub, store, engine, audit, clock and random must be given")
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	sealed, err := newSeal(o.SealKey, o.Random, o.Clock)
	if err != nil {
		return nil, err
	}
	codes, err := o.codes()
	if err != nil {
		return nil, err
	}
	return &Casework{
		hub: o.Hub, store: o.Store, engine: o.Engine, audit: o.Audit, auditQuery: o.AuditQuery, terms: o.Terms, codes: codes, seal: sealed, purposes: o.Purposes,
		calculator: o.Calculator, sessions: o.Sessions, trust: o.Trust, try: o.Try,
		clock: o.Clock, random: o.Random, log: o.Log, markings: &markings{store: o.Store}, broker: newBroker(),
		jobs:    &jobs{byID: map[graph.ID]*job{}},
		written: make(chan struct{}, 1),
	}, nil
}

// codes are the code lists given, else those that come with the hub.
func (o Options) codes() (graph.CodeLists, error) {
	if o.Codes != nil {
		return *o.Codes, nil
	}
	return graph.StandardCodeLists()
}

// newID draws an id from the hub's cryptographic source.
func (c *Casework) newID(noun graph.Noun) (graph.ID, error) { return graph.NewID(noun, c.random) }
