package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"

	"entente/auth/oidc/devissuer"
	"entente/exchange/demo"
)

// tokenCommand gets access tokens for scripts.
type tokenCommand struct {
	signIn
	Data string `env:"ENTENTE_DATA" default:".entente" type:"path" help:"Data folder of the running 'entente dev'."`
	List bool   `help:"List the development officers: name, organisation, roles."`
	As   string `placeholder:"OFFICER" help:"The development officer's user name, e.g. alex.mockford. Left out: whoever signed in with 'entente login'."`
}

// Run lists the officers, or prints one token.
func (c *tokenCommand) Run(ctx context.Context, term *terminal) error {
	switch {
	case c.List && c.As != "":
		return errors.New("give either --list or --as OFFICER")
	case !c.List && c.As == "":
		return c.printKept(term)
	}
	state, err := running(c.Data)
	if err != nil {
		return err
	}
	made := demo.Generate(demoSeed, demo.Options{IssuerUK: state.Issuers["GB"], IssuerRO: state.Issuers["RO"], Hub: state.Hub})
	if c.List {
		return listOfficers(term, made)
	}
	for _, officer := range made.Officers {
		if officer.Username == c.As {
			token, err := devissuer.Token(ctx, officer.Issuer, officer.Username, devissuer.DefaultPassword)
			if errors.Is(err, syscall.ECONNREFUSED) {
				// What ended without a word left its state behind.
				return noHub(c.Data)
			}
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(term.out, token)
			return err
		}
	}
	return fmt.Errorf("there is no officer %q: see entente token --list", c.As)
}

// printKept prints the token of the sign-in; one that is bound to a key would
// serve nobody without it.
func (c *tokenCommand) printKept(term *terminal) error {
	credential, err := c.kept(time.Now())
	if err != nil {
		return fmt.Errorf("%w; or give --list or --as OFFICER", err)
	}
	if credential.Key != nil {
		return errors.New("the token is bound to a key of this machine and serves nobody else: ask the hub with entente ask")
	}
	_, err = fmt.Fprintln(term.out, credential.Token)
	return err
}

// listOfficers prints one officer a line.
func listOfficers(term *terminal, made demo.Case) error {
	names := map[string]string{}
	for _, organisation := range made.Organisations {
		names[string(organisation.ID)] = organisation.Name
	}
	table := tabwriter.NewWriter(term.out, 0, 0, 2, ' ', 0)
	for _, officer := range made.Officers {
		var roles []string
		for _, role := range officer.Roles {
			roles = append(roles, string(role))
		}
		_, err := fmt.Fprintf(table, "%s\t%s\t%s\n", officer.Username, names[string(officer.Organisation)], strings.Join(roles, ","))
		if err != nil {
			return err
		}
	}
	return table.Flush()
}
