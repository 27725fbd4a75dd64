package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"entente/audit"
	"entente/audit/verify"
)

// auditCommand checks the log.
type auditCommand struct {
	Checkpoint auditCheckpointCommand `cmd:"" help:"For partners: fetch the hub's checkpoint, check that it continues the one held, and hold it."`
	Verify     auditVerifyCommand     `cmd:"" help:"Check a whole log offline against its checkpoint and against ones held."`
}

type auditVerifyCommand struct {
	Log     string   `arg:"" type:"existingdir" help:"Folder of the log, e.g. .entente/audit/hub."`
	Key     string   `help:"Public key of the log; left out: the one beside the log."`
	Against []string `type:"existingfile" help:"Checkpoints held from earlier: the log must continue each."`
}

// Run verifies, and fails with the first finding.
func (c *auditVerifyCommand) Run(ctx context.Context, term *terminal) error {
	verifierKey := c.Key
	if verifierKey == "" {
		own, err := audit.VerifierKey(c.Log)
		if err != nil {
			return err
		}
		verifierKey = own
	}
	var kept [][]byte
	for _, file := range c.Against {
		content, err := os.ReadFile(file) //nolint:gosec // the operator names the file
		if err != nil {
			return fmt.Errorf("read a checkpoint that is held: %w", err)
		}
		kept = append(kept, content)
	}
	report, err := verify.Log(ctx, os.DirFS(audit.LogFolder(c.Log)), verifierKey, kept...)
	if err != nil {
		return err
	}
	for _, finding := range report.Findings {
		_, _ = fmt.Fprintln(term.out, finding)
	}
	if err := report.Err(); err != nil {
		return err
	}
	_, err = fmt.Fprintf(term.out, "sound: %d entries, root %x\n", report.Size, report.Root)
	return err
}

type auditCheckpointCommand struct {
	URL       string `arg:"" help:"Where the hub is, e.g. https://hub.entente.example."`
	Held      string `arg:"" type:"path" help:"File of the checkpoint to hold; made at the first time, replaced only by one that continues it."`
	Key       string `required:"" help:"Public key of the log, from its verifier.key, got by a way you trust."`
	Process   string `default:"hub" help:"Whose log: the name of the hub's process, or import."`
	TokenFile string `type:"existingfile" required:"" env:"ENTENTE_TOKEN_FILE" help:"File that holds an access token of an auditor."`
}

// Run fetches, checks and holds.
func (c *auditCheckpointCommand) Run(ctx context.Context, term *terminal) error {
	held, err := os.ReadFile(c.Held)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("read the checkpoint that is held: %w", err)
	}
	from, err := verify.SizeOf(c.Key, held)
	if err != nil {
		return err
	}
	offered, err := c.fetch(ctx, from)
	if err != nil {
		return err
	}
	next, err := verify.Continue(c.Key, held, offered)
	if errors.Is(err, verify.ErrForked) {
		return c.proves(offered, err)
	}
	if err != nil {
		return err
	}
	if err := writeWhole(c.Held, next); err != nil {
		return fmt.Errorf("hold the checkpoint: %w", err)
	}
	size, err := verify.SizeOf(c.Key, next)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(term.out, "held: %d entries, which continue the %d held before\n", size, from)
	return err
}

// proves keeps what contradicts the checkpoint that is held beside it.
func (c *auditCheckpointCommand) proves(offered []byte, forked error) error {
	beside := c.Held + ".contradicted"
	if err := writeWhole(beside, offered); err != nil {
		return errors.Join(forked, err)
	}
	return fmt.Errorf("%w: keep %s and %s, together they prove it", forked, c.Held, beside)
}

// checkpointLimit is more than a checkpoint with its proof takes, and fetchTime
// longer.
const (
	checkpointLimit = 64 << 10
	fetchTime       = 30 * time.Second
)

func (c *auditCheckpointCommand) fetch(ctx context.Context, from uint64) ([]byte, error) {
	token, err := secret(c.TokenFile)
	if err != nil {
		return nil, fmt.Errorf("read the access token: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, fetchTime)
	defer cancel()
	target := fmt.Sprintf("%s/audit/%s/checkpoint?from=%d", strings.TrimRight(c.URL, "/"), url.PathEscape(c.Process), from)
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, target, nil)
	if err != nil {
		return nil, fmt.Errorf("ask the hub: %w", err)
	}
	r.Header.Set("Authorization", "Bearer "+token)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, fmt.Errorf("ask the hub: %w", err)
	}
	content, err := io.ReadAll(io.LimitReader(answer.Body, checkpointLimit))
	if err := errors.Join(err, answer.Body.Close()); err != nil {
		return nil, fmt.Errorf("ask the hub: %w", err)
	}
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("the hub refused (%d): %s", answer.StatusCode, strings.TrimSpace(string(content)))
	}
	return content, nil
}
