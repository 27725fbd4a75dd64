package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"entente/auth/oidc"
	"entente/auth/oidc/devissuer"
)

// loginCommand signs an officer in for the commands that ask the hub.
type loginCommand struct {
	signIn
	Client   string   `default:"${command_line_client}" help:"Id of the command line at the provider."`
	Scopes   []string `help:"Scopes to ask for beside openid."`
	Resource string   `help:"Audience of the hub's API, for providers that want it named (RFC 8707)."`
	Issuer   string   `arg:"" help:"URL of your agency's identity provider, as the hub knows it."`
}

// commandLineClient is what the command line is called where nothing else is said.
const commandLineClient = devissuer.CommandLineClient

// Run shows a code and waits until it was entered at the provider.
func (c *loginCommand) Run(ctx context.Context, term *terminal) error {
	begun, err := oidc.BeginDevice(ctx, oidc.DeviceOptions{
		Issuer: c.Issuer, ClientID: c.Client, Scopes: c.Scopes, Resource: c.Resource, Clock: time.Now,
	})
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(term.out, "Open %s and enter the code %s\n", begun.URL, begun.Code); err != nil {
		return err
	}
	if begun.Complete != "" {
		if _, err := fmt.Fprintf(term.out, "or open %s\n", begun.Complete); err != nil {
			return err
		}
	}
	got, err := begun.Wait(ctx)
	if err != nil {
		return err
	}
	if err := c.keep(got); err != nil {
		return err
	}
	_, err = fmt.Fprintf(term.out, "Signed in until %s.\n", got.Expires.Local().Format(time.TimeOnly))
	return err
}

// logoutCommand forgets the sign-in.
type logoutCommand struct{ signIn }

// Run forgets it, also where there is none.
func (c *logoutCommand) Run(context.Context, *terminal) error {
	file, err := c.file()
	if err != nil {
		return err
	}
	if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("forget the sign-in: %w", err)
	}
	return nil
}
