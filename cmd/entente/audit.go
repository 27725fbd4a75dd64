package main

import (
	"context"
	"fmt"
	"os"

	"entente/audit"
	"entente/audit/verify"
)

// auditCommand checks the log.
type auditCommand struct {
	Verify auditVerifyCommand `cmd:"" help:"Check a whole log offline against its checkpoint and against kept ones."`
}

type auditVerifyCommand struct {
	Log  string   `arg:"" type:"existingdir" help:"Folder of the log, e.g. .entente/audit/hub."`
	Key  string   `help:"Public key of the log; left out: the one beside the log."`
	Kept []string `type:"existingfile" help:"Checkpoints kept earlier: the log must continue each."`
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
	for _, file := range c.Kept {
		content, err := os.ReadFile(file) //nolint:gosec // the operator names the file
		if err != nil {
			return fmt.Errorf("read a kept checkpoint: %w", err)
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
