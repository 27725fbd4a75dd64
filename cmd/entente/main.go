package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

	"entente/graph"
	"entente/graph/neo4j/local"
)

// version is the release; the build sets it.
const version = "0.1.0"

// commands are all that the binary does. Each setting is a flag and an
// environment variable.
type commands struct {
	Serve        serveCommand        `cmd:"" help:"Run the hub against a Neo4j and OpenID issuers of your own."`
	Dev          devCommand          `cmd:"" help:"Run everything on this machine: Neo4j, two OpenID issuers, the demo case and the hub."`
	Login        loginCommand        `cmd:"" help:"Sign in at your agency's identity provider, for ask and token."`
	Logout       logoutCommand       `cmd:"" help:"Forget the sign-in of this machine."`
	Ask          askCommand          `cmd:"" help:"Ask the hub's API as the officer who is signed in."`
	Token        tokenCommand        `cmd:"" help:"Print the access token of the sign-in, or get one of a development officer while 'entente dev' runs."`
	Import       importCommand       `cmd:"" help:"Bring files into the hub."`
	Organisation organisationCommand `cmd:"" help:"Make organisations known to the hub."`
	Issuer       issuerCommand       `cmd:"" help:"Keep the registry of trusted identity providers."`
	Dispose      disposeCommand      `cmd:"" help:"Erase what two supervisors have decided to erase, and tell owners of reviews that have come."`
	Migrate      migrateCommand      `cmd:"" help:"Apply the numbered schema changes to the database."`
	Fetch        fetchCommand        `cmd:"" help:"Fetch the pinned Neo4j and verify every jar."`
	Audit        auditCommand        `cmd:"" help:"Check the tamper-evident log."`
	Version      kong.VersionFlag    `help:"Print the version and stop."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, nil))) // of libraries that log by themselves
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "entente:", explain(err))
		stop()
		os.Exit(1) //nolint:gocritic // stop has been called
	}
}

// run parses and carries out one command line.
func run(ctx context.Context, args []string, out, errs io.Writer) error {
	var cli commands
	parser, err := kong.New(&cli,
		kong.Name("entente"), kong.Description("A cross-border joint-investigation hub."),
		kong.Vars{"version": version, "command_line_client": commandLineClient}, kong.UsageOnError(), kong.Writers(out, errs),
	)
	if err != nil {
		return fmt.Errorf("read the command line: %w", err)
	}
	command, err := parser.Parse(args)
	if err != nil {
		return fmt.Errorf("%w (see entente --help)", err)
	}
	log := slog.New(slog.NewTextHandler(errs, nil))
	command.BindTo(ctx, (*context.Context)(nil))
	return command.Run(&terminal{in: os.Stdin, out: out, progress: newProgress(errs), log: log})
}

// terminal is where a command speaks.
type terminal struct {
	in       io.Reader
	out      io.Writer
	progress *progress
	log      *slog.Logger
}

// explain gives the problem and what to do about it.
func explain(err error) string {
	var fault *local.Fault
	if errors.As(err, &fault) {
		return fault.Problem + "\n  " + fault.Remedy
	}
	text := err.Error()
	var public *graph.Error
	for cause := err; errors.As(cause, &public) && public.Err != nil; cause = public.Err {
		text += "\n  because: " + public.Err.Error()
	}
	return text
}
