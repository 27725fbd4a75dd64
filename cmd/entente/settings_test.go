package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

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
