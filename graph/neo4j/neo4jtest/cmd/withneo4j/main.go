package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"entente/graph/neo4j/neo4jtest"
)

func main() {
	arguments := os.Args[1:]
	if len(arguments) > 0 && arguments[0] == "--" {
		arguments = arguments[1:]
	}
	if len(arguments) == 0 {
		fmt.Fprintln(os.Stderr, "usage: withneo4j -- command [argument ...]")
		os.Exit(2)
	}
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code, err := run(ctx, arguments)
	cancel()
	if err != nil {
		fmt.Fprintln(os.Stderr, "withneo4j:", err)
	}
	os.Exit(code)
}

// run gives the exit code of the command, and 1 where it could not be run.
func run(ctx context.Context, arguments []string) (int, error) {
	server, stop, err := neo4jtest.Launch(ctx, show())
	if err != nil {
		return 1, err
	}
	defer stop()
	cmd := exec.CommandContext(ctx, arguments[0], arguments[1:]...) // #nosec G204 -- what it is for
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	cmd.Env = append(os.Environ(),
		neo4jtest.URIVariable+"="+server.URI, neo4jtest.PasswordVariable+"="+server.Password)
	err = cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return max(exit.ExitCode(), 1), nil
	}
	if err != nil {
		return 1, err
	}
	return 0, nil
}

// show prints each step once, and the count of a long one now and then.
func show() func(step string, done, total int) {
	shown := ""
	return func(step string, done, total int) {
		switch {
		case total > 0 && done%100 == 0 && done > 0:
			fmt.Fprintf(os.Stderr, "%s: %d of %d\n", step, done, total)
		case step != shown:
			fmt.Fprintln(os.Stderr, step)
		}
		shown = step
	}
}
