package casework

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"entente/audit"
	"entente/auth"
	"entente/auth/oidc"
	"entente/graph"
)

// IssuerStore keeps what administrators decide about identity providers.
type IssuerStore interface {
	// Issuers are all entries by name, and the version they are of.
	Issuers(ctx context.Context) ([]graph.IssuerEntry, int64, error)
	// ChangeIssuer replaces the entry of a name by what change makes of it, in
	// one step, and counts its version; a new name begins empty. An error of
	// change is returned, and nothing changes.
	ChangeIssuer(ctx context.Context, name string, change func(*graph.IssuerEntry) error) (graph.IssuerEntry, error)
}

// TryToken says what a token would become if an issuer's entry were in force;
// auth/oidc.Verifier.DryRun is one.
type TryToken func(ctx context.Context, issuer oidc.Issuer, token string) (auth.Principal, error)

// IssuerState says whether a provider is trusted.
type IssuerState string

// The states of an issuer.
const (
	IssuerPending   IssuerState = "PENDING"   // proposed, never in force
	IssuerActive    IssuerState = "ACTIVE"    // its officers may sign in
	IssuerSuspended IssuerState = "SUSPENDED" // nobody of it gets in, whoever signed in before is out
)

// Issuer is a provider as the administrators of the hub have it.
type Issuer struct {
	Name, DisplayName, Country, URL string
	State                           IssuerState
	Contacts, HomeDomains           []string
	// OrganisationIDs are those it may vouch for, in order.
	OrganisationIDs []graph.ID
	// FromFile says that the configuration file has what is in force.
	FromFile bool
	// Entry is in force, and Draft waits for a second administrator, both in the
	// words of the configuration file; nil where there is none. Entry holds no secret
	// of what the file has.
	Entry, Draft *string
	// ProposedBy and ChangedBy are officers, nil where nobody is.
	ProposedBy, ChangedBy *graph.ID
	Version               int // 0 for one that only the configuration file has
}

// IssuerTrial is what a token would become.
type IssuerTrial struct {
	Accepted     bool
	Reason       *string // of the refusal, for the administrator
	Organisation *graph.ID
	Roles        []auth.Role
	Clearances   []graph.Compartment
	Proved       bool
}

// Operator is an enquiry that sees nothing, for who administers the hub at its
// command line. name is that of the person's account on the machine.
func (c *Casework) Operator(name, purpose string) *Enquiry {
	now := c.clock()
	return &Enquiry{Casework: c, at: now, request: Request{ID: "command-line"}, principal: auth.Principal{
		Officer: auth.OfficerID("entente:command-line", name), Roles: []auth.Role{auth.SystemAdministrator},
		Organisation: graph.IDOf(graph.NounOrganisation, [16]byte{}), Purpose: purpose, Expires: now.Add(time.Hour),
	}}
}

// keeper lets a system administrator through, who needs a purpose and a fresh
// sign-in.
func (e *Enquiry) keeper(ctx context.Context) error {
	if err := e.reader(); err != nil {
		return err
	}
	if !e.principal.Is(auth.SystemAdministrator) {
		return e.gate(ctx, "A system administrator of the hub keeps the registry of issuers.")
	}
	return e.proved(ctx)
}

// Issuers are all providers the hub knows, by name.
func (e *Enquiry) Issuers(ctx context.Context) ([]*Issuer, error) {
	if err := e.keeper(ctx); err != nil {
		return nil, err
	}
	entries, _, err := e.store.Issuers(ctx)
	if err != nil {
		return nil, fmt.Errorf("list issuers: %w", err)
	}
	byName := map[string]*Issuer{}
	if e.trust != nil {
		for _, i := range e.trust.All() {
			if byName[i.Name], err = fromFile(i); err != nil {
				return nil, fmt.Errorf("list issuers: %w", err)
			}
		}
	}
	for _, entry := range entries {
		if entry.InForce == "" && byName[entry.Name] != nil {
			continue // the file's is in force, if suspended
		}
		byName[entry.Name] = issuerOf(entry)
	}
	return withDecisions(byName, entries), nil
}

// withDecisions adds who decided what, and puts the issuers in order.
func withDecisions(byName map[string]*Issuer, entries []graph.IssuerEntry) []*Issuer {
	for _, entry := range entries {
		i := byName[entry.Name]
		i.Version, i.Draft, i.ProposedBy, i.ChangedBy = entry.Version, some(entry.Draft), some(entry.DraftBy), some(entry.ChangedBy)
		if entry.Suspended {
			i.State = IssuerSuspended
		}
	}
	var out []*Issuer
	for _, i := range byName {
		out = append(out, i)
	}
	slices.SortFunc(out, func(a, b *Issuer) int { return strings.Compare(a.Name, b.Name) })
	return out
}

func fromFile(i oidc.Issuer) (*Issuer, error) {
	out := described(i)
	entry, err := oidc.EntryOf(i)
	if err != nil {
		return nil, err
	}
	out.Entry = &entry
	out.FromFile, out.State = true, IssuerActive
	if i.State == oidc.Suspended {
		out.State = IssuerSuspended
	}
	return out, nil
}

func described(i oidc.Issuer) *Issuer {
	return &Issuer{
		Name: i.Name, DisplayName: i.DisplayName, Country: i.Country, URL: i.URL, Contacts: i.Contacts, HomeDomains: i.HomeDomains,
		OrganisationIDs: slices.Compact(slices.Sorted(maps.Values(i.Organisations.Values))),
	}
}

// issuerOf is an entry of the store as it stands there.
func issuerOf(entry graph.IssuerEntry) *Issuer {
	text, state := entry.InForce, IssuerActive
	if text == "" {
		text, state = entry.Draft, IssuerPending
	}
	out := &Issuer{Name: entry.Name, DisplayName: entry.Name}
	if parsed, err := oidc.ParseEntry(text); err == nil {
		out = described(parsed)
	}
	out.State, out.Entry = state, some(entry.InForce)
	if entry.Suspended {
		out.State = IssuerSuspended
	}
	out.Version, out.Draft, out.ProposedBy, out.ChangedBy = entry.Version, some(entry.Draft), some(entry.DraftBy), some(entry.ChangedBy)
	return out
}

func some[T ~string](value T) *T {
	if value == "" {
		return nil
	}
	return &value
}

// ProposeIssuer puts an entry up for a second administrator. What is in force
// stays so until then. One that proposes the same again changes nothing.
func (e *Enquiry) ProposeIssuer(ctx context.Context, text string) (*Issuer, error) {
	issuer, err := e.proposable(ctx, text)
	if err != nil {
		return nil, err
	}
	return e.changeIssuer(ctx, issuer, func(entry *graph.IssuerEntry) error {
		entry.Draft, entry.DraftBy = text, e.principal.Officer
		return nil
	})
}

// proposable checks an entry before anything is written.
func (e *Enquiry) proposable(ctx context.Context, text string) (oidc.Issuer, error) {
	if err := e.keeper(ctx); err != nil {
		return oidc.Issuer{}, err
	}
	issuer, err := parseEntry(text)
	if err != nil {
		return oidc.Issuer{}, err
	}
	if e.trust != nil {
		if err := e.trust.Fits(issuer); err != nil {
			return oidc.Issuer{}, graph.Bad("entry", "The entry cannot stand beside the others: "+err.Error()+".")
		}
	}
	return issuer, nil
}

func parseEntry(text string) (oidc.Issuer, error) {
	issuer, err := oidc.ParseEntry(text)
	if err != nil {
		line, reason, found := strings.Cut(strings.TrimPrefix(err.Error(), ":"), ": ")
		if !found || line == "" {
			return oidc.Issuer{}, graph.Bad("entry", "The entry cannot be read: "+reason)
		}
		return oidc.Issuer{}, graph.Bad("entry", fmt.Sprintf("Line %s of the entry: %s", line, reason))
	}
	return issuer, nil
}

// DecideIssuer is the second administrator's decision on a draft of that
// version: accepted, it is in force at once, at every process, and the provider
// is trusted, whatever was before. Whoever proposed it: GateClosed.
func (e *Enquiry) DecideIssuer(ctx context.Context, name string, version int, accept bool) (*Issuer, error) {
	entry, issuer, err := e.decidableIssuer(ctx, name)
	if err != nil {
		return nil, err
	}
	if entry.DraftBy == e.principal.Officer {
		return nil, e.gate(ctx, "Somebody else than who proposed an issuer decides.")
	}
	return e.changeIssuer(ctx, issuer, func(now *graph.IssuerEntry) error {
		if now.Version != version || now.Draft == "" {
			return &graph.Error{Code: graph.Conflict, Field: "version", Message: "This has been changed since you read it: read it again."}
		}
		if accept {
			now.InForce, now.Suspended = now.Draft, false
		}
		now.Draft, now.DraftBy = "", ""
		return nil
	})
}

// decidableIssuer is an issuer with a draft.
func (e *Enquiry) decidableIssuer(ctx context.Context, name string) (graph.IssuerEntry, oidc.Issuer, error) {
	if err := e.keeper(ctx); err != nil {
		return graph.IssuerEntry{}, oidc.Issuer{}, err
	}
	entries, _, err := e.store.Issuers(ctx)
	if err != nil {
		return graph.IssuerEntry{}, oidc.Issuer{}, fmt.Errorf("list issuers: %w", err)
	}
	at := slices.IndexFunc(entries, func(i graph.IssuerEntry) bool { return i.Name == name && i.Draft != "" })
	if at < 0 {
		return graph.IssuerEntry{}, oidc.Issuer{}, graph.At("name", graph.Missing())
	}
	issuer, err := parseEntry(entries[at].Draft)
	return entries[at], issuer, err
}

// SuspendIssuer takes trust away, at once and at every process: no second
// administrator is waited for. Its tokens, sessions and subscriptions end.
func (e *Enquiry) SuspendIssuer(ctx context.Context, name string) (*Issuer, error) {
	all, err := e.Issuers(ctx)
	if err != nil {
		return nil, err
	}
	known := slices.ContainsFunc(all, func(i *Issuer) bool { return i.Name == name && i.State != IssuerPending })
	if !known {
		return nil, graph.At("name", graph.Missing())
	}
	return e.changeIssuer(ctx, oidc.Issuer{Name: name}, func(entry *graph.IssuerEntry) error {
		entry.Suspended = true
		return nil
	})
}

// changeIssuer logs a change with the organisations that the issuer may speak
// for, writes it, and gives what became of it.
func (e *Enquiry) changeIssuer(ctx context.Context, issuer oidc.Issuer, change func(*graph.IssuerEntry) error) (*Issuer, error) {
	var concerned []graph.ID
	for _, id := range issuer.Organisations.Values {
		concerned = append(concerned, id)
	}
	if err := e.record(ctx, audit.Entry{Action: audit.Administer, Elements: concerned}); err != nil {
		return nil, err
	}
	_, err := e.store.ChangeIssuer(ctx, issuer.Name, func(entry *graph.IssuerEntry) error {
		entry.ChangedBy = e.principal.Officer
		return change(entry)
	})
	if err != nil {
		return nil, fmt.Errorf("change an issuer: %w", err)
	}
	if e.trust != nil {
		if err := e.trust.Fresh(ctx); err != nil {
			return nil, err
		}
	}
	all, err := e.Issuers(ctx)
	if err != nil {
		return nil, err
	}
	return all[slices.IndexFunc(all, func(i *Issuer) bool { return i.Name == issuer.Name })], nil
}

// DryRunIssuer says what a token would become if an entry were in force. The
// token is not kept.
func (e *Enquiry) DryRunIssuer(ctx context.Context, text, token string) (*IssuerTrial, error) {
	if err := e.keeper(ctx); err != nil {
		return nil, err
	}
	issuer, err := parseEntry(text)
	if err != nil {
		return nil, err
	}
	if e.try == nil {
		return nil, &graph.Error{Code: graph.Internal, Message: "This hub cannot try a token."}
	}
	p, err := e.try(ctx, issuer, token)
	if err != nil {
		reason := err.Error()
		return &IssuerTrial{Reason: &reason}, nil
	}
	return &IssuerTrial{
		Accepted: true, Organisation: &p.Organisation, Roles: p.Roles, Clearances: p.Clearances, Proved: p.Proved(e.at),
	}, nil
}
