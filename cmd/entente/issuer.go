package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"strings"
	"time"

	"entente/auth/oidc"
	"entente/casework"
	"entente/graph"
)

// issuerCommand keeps the trust registry from the machine of the hub, beside it.
type issuerCommand struct {
	List     issuerListCommand     `cmd:"" help:"List the issuers: name, version, state, URL, and whether a draft waits."`
	Add      issuerAddCommand      `cmd:"" help:"Propose an issuer, or another entry for one; a second person activates it."`
	Activate issuerActivateCommand `cmd:"" help:"Put in force what another person has proposed, at once at every process."`
	Suspend  issuerSuspendCommand  `cmd:"" help:"Take the trust from an issuer: its tokens, sessions and subscriptions end at every process."`
	DryRun   issuerDryRunCommand   `cmd:"" name:"dry-run" help:"Say what a token, read from standard input, would become. Writes nothing."`
}

// issuerDesk is the desk with the name of who works at it.
type issuerDesk struct {
	desk
	Operator string `env:"ENTENTE_OPERATOR" help:"Who acts, for the log and the rule of two. Left out: the account on this machine."`
	Issuers  string `env:"ENTENTE_ISSUERS" type:"existingfile" help:"The hub's configuration file, so that its issuers are known here. Left out: those that administrators entered are."`
}

// trust has the issuers of the configuration file, or of a running dev.
func (c *issuerDesk) trust() (*oidc.Registry, error) {
	if c.Issuers != "" {
		return oidc.LoadRegistry(c.Issuers)
	}
	if c.URI != "" {
		return oidc.NewRegistry()
	}
	state, err := running(c.Data)
	if err != nil {
		return nil, err
	}
	return oidc.NewRegistry(state.Trust...)
}

// unknown says which issuers there are, where the one that is named is not what
// is missing says.
func (c *issuerDesk) unknown(ctx context.Context, e *casework.Enquiry, missing string, err error) error {
	if graph.CodeOf(err) != graph.NotFound {
		return err
	}
	all, fault := e.Issuers(ctx)
	if fault != nil {
		return errors.Join(err, fault)
	}
	names := []string{}
	for _, i := range all {
		names = append(names, i.Name)
	}
	hint := ""
	if c.Issuers == "" {
		hint = "; those of the hub's configuration file are known with --issuers FILE"
	}
	return fmt.Errorf("%s (known: %s%s)", missing, strings.Join(names, ", "), hint)
}

// administer opens the desk and acts at it.
func (c *issuerDesk) administer(ctx context.Context, term *terminal, purpose string, act func(*casework.Enquiry) error) (err error) {
	if c.Operator == "" {
		account, err := user.Current()
		if err != nil {
			return fmt.Errorf("say who you are with --operator: %w", err)
		}
		c.Operator = account.Username
	}
	trust, err := c.trust()
	if err != nil {
		return err
	}
	hub, closeDesk, err := c.openDesk(ctx, term, trust)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeDesk()) }()
	return act(hub.Operator(c.Operator, purpose))
}

func showIssuer(out io.Writer, i *casework.Issuer) error {
	draft := ""
	if i.Draft != nil {
		draft = " (a draft waits for a second person)"
	}
	_, err := fmt.Fprintf(out, "%-20s %3d %-9s %s%s\n", i.Name, i.Version, i.State, i.URL, draft)
	return err
}

type issuerListCommand struct{ issuerDesk }

// Run lists.
func (c *issuerListCommand) Run(ctx context.Context, term *terminal) error {
	return c.administer(ctx, term, "issuer list at the command line", func(e *casework.Enquiry) error {
		all, err := e.Issuers(ctx)
		for _, i := range all {
			err = errors.Join(err, showIssuer(term.out, i))
		}
		return err
	})
}

type issuerAddCommand struct {
	issuerDesk
	File string `arg:"" type:"existingfile" help:"One issuer, in the form of the configuration file (docs/federation.md)."`
}

// Run proposes.
func (c *issuerAddCommand) Run(ctx context.Context, term *terminal) error {
	text, err := os.ReadFile(c.File)
	if err != nil {
		return fmt.Errorf("read the entry: %w", err)
	}
	return c.administer(ctx, term, "issuer add at the command line", func(e *casework.Enquiry) error {
		i, err := e.ProposeIssuer(ctx, string(text))
		if err != nil {
			return err
		}
		return showIssuer(term.out, i)
	})
}

type issuerActivateCommand struct {
	issuerDesk
	Name    string `arg:"" help:"Of the issuer."`
	Version int    `name:"read" required:"" placeholder:"VERSION" help:"The version of the entry that was read, as 'issuer list' says it."`
}

// Run decides.
func (c *issuerActivateCommand) Run(ctx context.Context, term *terminal) error {
	return c.administer(ctx, term, "issuer activate at the command line", func(e *casework.Enquiry) error {
		i, err := e.DecideIssuer(ctx, c.Name, c.Version, true)
		if err != nil {
			return c.unknown(ctx, e, fmt.Sprintf("no draft of an issuer %q waits", c.Name), err)
		}
		return showIssuer(term.out, i)
	})
}

type issuerSuspendCommand struct {
	issuerDesk
	Name string `arg:"" help:"Of the issuer."`
}

// Run suspends.
func (c *issuerSuspendCommand) Run(ctx context.Context, term *terminal) error {
	return c.administer(ctx, term, "issuer suspend at the command line", func(e *casework.Enquiry) error {
		i, err := e.SuspendIssuer(ctx, c.Name)
		if err != nil {
			return c.unknown(ctx, e, fmt.Sprintf("no issuer %q is trusted", c.Name), err)
		}
		return showIssuer(term.out, i)
	})
}

// issuerDryRunCommand needs no hub and no database.
type issuerDryRunCommand struct {
	File string `arg:"" type:"existingfile" help:"One issuer, in the form of the configuration file."`
}

// maxPasted bounds what is read of standard input.
const maxPasted = 64 << 10

// Run tries the token.
func (c *issuerDryRunCommand) Run(ctx context.Context, term *terminal) error {
	text, err := os.ReadFile(c.File)
	if err != nil {
		return fmt.Errorf("read the entry: %w", err)
	}
	issuer, err := oidc.ParseEntry(string(text))
	if err != nil {
		return fmt.Errorf("%s%w", c.File, err)
	}
	token, err := io.ReadAll(io.LimitReader(term.in, maxPasted))
	if err != nil {
		return fmt.Errorf("read the token: %w", err)
	}
	verifier := oidc.NewVerifier(&oidc.Registry{}, time.Now)
	defer verifier.Close()
	p, err := verifier.DryRun(ctx, issuer, strings.TrimSpace(string(token)))
	if err != nil {
		return fmt.Errorf("the token would be refused: %w", err)
	}
	_, err = fmt.Fprintf(term.out, "organisation %s\nroles        %v\nclearances   %v\nenough for the gravest actions: %v\n",
		p.Organisation, p.Roles, p.Clearances, p.Proved(time.Now()))
	return err
}
