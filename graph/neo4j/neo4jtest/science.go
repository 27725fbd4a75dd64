package neo4jtest

import (
	"context"
	_ "embed" // the pinned distribution
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/graph/neo4j/local"
)

//go:embed science/pom.xml
var sciencePOM []byte

//go:embed science/jars.sha256
var scienceLock []byte

// StartScience starts a Neo4j with Graph Data Science, the peer that the engine
// is compared with, for one test. It has the compilers and the memory that a
// fair comparison needs.
func StartScience(tb testing.TB) Server {
	tb.Helper()
	running, err := startScience(tb.Context(), tb.TempDir())
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = running.Stop(context.Background()) })
	return reach(running)
}

func startScience(ctx context.Context, dir string) (*local.Server, error) {
	ctx, cancel := context.WithTimeout(ctx, startLimit)
	defer cancel()
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	jars := filepath.Join(root, ".entente", "neo4j-science")
	if err := local.FetchDistribution(ctx, jars, local.Distribution{POM: sciencePOM, Lock: scienceLock}, nil); err != nil {
		return nil, err
	}
	if err := plugIn(filepath.Join(jars, "lib"), filepath.Join(dir, "plugins")); err != nil {
		return nil, err
	}
	o := options(dir, nil)
	o.Jars, o.HeapMiB, o.PageCacheMiB = jars, 4096, 1024
	o.JVM = []string{"-XX:+UseParallelGC"}
	o.Settings = []string{"dbms.security.procedures.unrestricted=gds.*"}
	return local.Start(ctx, o)
}

// plugIn shows Neo4j the jars that have procedures.
func plugIn(lib, plugins string) error {
	if err := os.MkdirAll(plugins, 0o700); err != nil {
		return err
	}
	jars, err := os.ReadDir(lib)
	if err != nil {
		return err
	}
	for _, jar := range jars {
		name := jar.Name()
		if !strings.Contains(name, "proc") || strings.HasPrefix(name, "neo4j-") {
			continue
		}
		if err := os.Symlink(filepath.Join(lib, name), filepath.Join(plugins, name)); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return nil
}
