package main

import (
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"strings"
)

// transport says how callers reach the hub: over its own TLS, or over that of a
// proxy in front of it. Without either it serves loopback alone.
type transport struct {
	TLSCert     string `name:"tls-cert" env:"ENTENTE_TLS_CERT" type:"existingfile" help:"Certificate, with its chain, in PEM. Together with the key: the hub speaks TLS itself."`
	TLSKey      string `name:"tls-key" env:"ENTENTE_TLS_KEY" type:"existingfile" help:"Key of the certificate, in PEM."`
	TLSMin      string `name:"tls-min" env:"ENTENTE_TLS_MIN" enum:"1.2,1.3" default:"1.3" help:"Oldest version of TLS that is spoken."`
	BehindProxy bool   `name:"behind-proxy" env:"ENTENTE_BEHIND_PROXY" help:"A proxy in front of the hub speaks TLS, and nobody reaches the hub past it."`
}

// config is the hub's TLS; nil where a proxy speaks it, or on loopback.
func (t transport) config(addr, baseURL string) (*tls.Config, error) {
	if (t.TLSCert == "") != (t.TLSKey == "") {
		return nil, errors.New("ENTENTE_TLS_CERT and ENTENTE_TLS_KEY go together: set both or neither")
	}
	if t.TLSCert != "" && t.BehindProxy {
		return nil, errors.New("ENTENTE_BEHIND_PROXY says that a proxy speaks TLS, ENTENTE_TLS_CERT that the hub does: set one")
	}
	secure := strings.HasPrefix(baseURL, "https://")
	if t.TLSCert == "" {
		if !t.BehindProxy && !onLoopback(addr) {
			return nil, fmt.Errorf("%s is reached from other machines: set ENTENTE_TLS_CERT and ENTENTE_TLS_KEY, or ENTENTE_BEHIND_PROXY if a proxy speaks TLS", addr)
		}
		if t.BehindProxy && !secure {
			return nil, errors.New("behind a proxy, ENTENTE_URL must say where browsers reach it: https:// and the host")
		}
		return nil, nil //nolint:nilnil // no TLS here
	}
	if !secure {
		return nil, errors.New("with TLS, ENTENTE_URL must be https:// and the host that the certificate names")
	}
	certificate, err := tls.LoadX509KeyPair(t.TLSCert, t.TLSKey)
	if err != nil {
		return nil, fmt.Errorf("ENTENTE_TLS_CERT and ENTENTE_TLS_KEY: %w", err)
	}
	return &tls.Config{Certificates: []tls.Certificate{certificate}, MinVersion: t.oldest(), NextProtos: []string{"h2", "http/1.1"}}, nil
}

func (t transport) oldest() uint16 {
	if t.TLSMin == "1.2" {
		return tls.VersionTLS12
	}
	return tls.VersionTLS13
}

// onLoopback says whether only this machine reaches an address.
func onLoopback(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	return err == nil && (host == "localhost" || net.ParseIP(host).IsLoopback())
}

// over speaks TLS on a listener, where there is a configuration.
func over(listener net.Listener, config *tls.Config) net.Listener {
	if config == nil {
		return listener
	}
	return tls.NewListener(listener, config)
}
