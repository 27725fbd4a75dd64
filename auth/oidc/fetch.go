package oidc

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"
)

const (
	maxAnswerSize = 256 << 10 // bytes of a discovery document, key set or token answer
	maxRedirects  = 2
)

// newClient makes the HTTP client for one issuer. Answers are limited in size
// and time, redirects in number and to the same host. A provider off loopback
// can never send the hub to a private address, nor one on loopback off it.
func newClient(issuerIsLocal bool, timeout time.Duration) *http.Client {
	dialer := &net.Dialer{Timeout: timeout, Control: func(_, address string, _ syscall.RawConn) error {
		return checkTarget(issuerIsLocal, address)
	}}
	return &http.Client{
		Timeout:       timeout,
		CheckRedirect: checkRedirect,
		Transport: limited{&http.Transport{
			DialContext:            dialer.DialContext,
			TLSHandshakeTimeout:    timeout,
			ResponseHeaderTimeout:  timeout,
			MaxResponseHeaderBytes: 64 << 10,
			DisableKeepAlives:      true, // a fetch a minute is not worth an open line
			ForceAttemptHTTP2:      true,
		}},
	}
}

func checkTarget(issuerIsLocal bool, address string) error {
	target, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("dial target: %w", err)
	}
	ip := target.Addr().Unmap()
	switch {
	case issuerIsLocal && !ip.IsLoopback():
		return errors.New("a provider on loopback led off loopback")
	case !issuerIsLocal && (!ip.IsGlobalUnicast() || ip.IsPrivate()):
		return errors.New("a provider led to a private address")
	}
	return nil
}

func checkRedirect(next *http.Request, via []*http.Request) error {
	first := via[0].URL
	switch {
	case len(via) > maxRedirects:
		return errors.New("too many redirects")
	case next.URL.Host != first.Host || next.URL.Scheme != first.Scheme:
		return errors.New("redirected to another host")
	}
	return nil
}

// limited cuts every answer off at maxAnswerSize, with an error.
type limited struct{ next http.RoundTripper }

func (l limited) RoundTrip(r *http.Request) (*http.Response, error) {
	answer, err := l.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	answer.Body = &cut{ReadCloser: answer.Body, left: maxAnswerSize}
	return answer, nil
}

type cut struct {
	io.ReadCloser
	left int
}

func (c *cut) Read(p []byte) (int, error) {
	n, err := c.ReadCloser.Read(p)
	if c.left -= n; c.left < 0 {
		return 0, errors.New("answer is too large")
	}
	return n, err
}
