package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"entente/auth/oidc"
)

// askCommand asks the hub's API as the officer who is signed in.
type askCommand struct {
	signIn
	URL       string          `name:"url" env:"ENTENTE_URL" default:"http://127.0.0.1:8080" help:"Where the hub is reached."`
	Purpose   string          `help:"Why personal data is read; it goes to the log."`
	Variables json.RawMessage `help:"Variables of the document, a JSON object."`
	Document  string          `arg:"" default:"-" help:"File with one GraphQL operation; - reads it from standard input."`
}

const (
	askTime   = time.Minute
	maxAnswer = 256 << 20 // bytes
)

// Run prints the answer as it came. An answer with errors is an error.
func (c *askCommand) Run(ctx context.Context, term *terminal) error {
	credential, err := c.kept(time.Now())
	if err != nil {
		return err
	}
	request, err := c.request(ctx)
	if err != nil {
		return err
	}
	if err := credential.Sign(request, time.Now()); err != nil {
		return err
	}
	client := http.Client{Timeout: askTime, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Do(request)
	if err != nil {
		return fmt.Errorf("ask the hub: %w", err)
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(io.LimitReader(answer.Body, maxAnswer))
	if err != nil {
		return fmt.Errorf("ask the hub: %w", err)
	}
	if _, err := fmt.Fprintln(term.out, strings.TrimRight(string(body), "\n")); err != nil {
		return err
	}
	var read struct {
		Errors []json.RawMessage `json:"errors"`
	}
	if err := json.Unmarshal(body, &read); err != nil || answer.StatusCode != http.StatusOK || len(read.Errors) > 0 {
		return fmt.Errorf("the hub answered with errors (status %d)", answer.StatusCode)
	}
	return nil
}

func (c *askCommand) request(ctx context.Context) (*http.Request, error) {
	document, err := c.document()
	if err != nil {
		return nil, err
	}
	body, err := json.Marshal(struct {
		Query     string          `json:"query"`
		Variables json.RawMessage `json:"variables,omitempty"`
	}{document, c.Variables})
	if err != nil {
		return nil, errors.New("--variables must be a JSON object")
	}
	base := strings.TrimRight(c.URL, "/")
	if u, err := url.Parse(base); err != nil || u.Scheme != "https" && !onLoopback(net.JoinHostPort(u.Hostname(), "0")) {
		return nil, fmt.Errorf("--url %s must be https, or http on loopback: a token is sent there", c.URL)
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, base+"/graphql", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/graphql-response+json")
	if c.Purpose != "" {
		r.Header.Set(oidc.PurposeHeader, url.PathEscape(c.Purpose))
	}
	return r, nil
}

func (c *askCommand) document() (string, error) {
	if c.Document == "-" {
		text, err := io.ReadAll(os.Stdin)
		return string(text), err
	}
	text, err := os.ReadFile(c.Document)
	if err != nil {
		return "", fmt.Errorf("read the document: %w", err)
	}
	return string(text), nil
}
