package main

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

// Every setting of a hub is a flag, a variable and a line of help, and stands in
// the page for those who run one.
func TestEverySettingIsSaid(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "operations.md"))
	must(t, err)
	var cli commands
	parser, err := kong.New(&cli, kong.Vars{"version": version, "command_line_client": commandLineClient})
	must(t, err)
	for _, command := range parser.Model.Children {
		if command.Name != "serve" && command.Name != "dev" {
			continue
		}
		for _, flag := range command.Flags {
			if flag.Help == "" || len(flag.Tag.Envs) == 0 {
				t.Errorf("%s --%s has no variable or no help", command.Name, flag.Name)
				continue
			}
			if name := flag.Tag.Envs[len(flag.Tag.Envs)-1]; !strings.Contains(string(page), "`"+name+"`") {
				t.Errorf("%s is not in docs/operations.md", name)
			}
		}
	}
}

// An empty address of figures is none, said by the variable too; the figures' address
// is another one than the callers', and is given back where the other is taken.
func TestAddressesAreTakenTogether(t *testing.T) {
	t.Setenv("ENTENTE_METRICS_ADDR", "")
	var cli commands
	parser, err := kong.New(&cli, kong.Vars{"version": version, "command_line_client": commandLineClient})
	must(t, err)
	if _, err := parser.Parse([]string{"dev"}); err != nil || cli.Dev.MetricsAddr != "" {
		t.Fatalf("figures at %q, %v", cli.Dev.MetricsAddr, err)
	}
	for _, unfit := range []string{"nowhere", "127.0.0.1", "127.0.0.1:0", "127.0.0.1:70000"} {
		if _, err := parser.Parse([]string{"dev", "--metrics-addr", unfit}); err == nil || !strings.Contains(err.Error(), "ENTENTE_METRICS_ADDR") {
			t.Errorf("figures at %s: %v", unfit, err)
		}
	}
	s, term := hubSettings{Addr: freeAddress(t)}, &terminal{log: slog.New(slog.DiscardHandler)}
	at, err := s.listen(t.Context(), term)
	must(t, err)
	if at.watchers != nil {
		t.Errorf("figures at %s", at.watchers.Addr())
	}
	at.close()
	s.MetricsAddr = s.Addr
	if _, err := s.listen(t.Context(), term); err == nil || !strings.Contains(err.Error(), "ENTENTE_METRICS_ADDR") {
		t.Errorf("both at one address: %v", err)
	}
	s.MetricsAddr = freeAddress(t)
	at, err = s.listen(t.Context(), term)
	must(t, err)
	at.close()
}

// An address that nobody can serve on is refused by its name before anything is
// opened, an empty one too.
func TestAnAddressIsAHostAndAPort(t *testing.T) {
	for _, addr := range []string{"", "127.0.0.1", "127.0.0.1:", ":http", "127.0.0.1:0", "127.0.0.1:65536", "::1:8080"} {
		t.Setenv("ENTENTE_ADDR", addr)
		data := t.TempDir()
		var out bytes.Buffer
		err := run(context.Background(), []string{"dev", "--data", data}, &out, &out)
		if err == nil || !strings.Contains(err.Error(), "ENTENTE_ADDR") {
			t.Errorf("%q: %v", addr, err)
		}
	}
}
