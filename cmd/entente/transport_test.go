package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// certificate makes a certificate for loopback and gives its files.
func certificate(t *testing.T) (cert, key string, pool *x509.CertPool) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	must(t, err)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	must(t, err)
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	must(t, err)
	folder := t.TempDir()
	cert, key = filepath.Join(folder, "cert.pem"), filepath.Join(folder, "key.pem")
	public := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	must(t, os.WriteFile(cert, public, 0o600))
	must(t, os.WriteFile(key, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret}), 0o600))
	pool = x509.NewCertPool()
	pool.AppendCertsFromPEM(public)
	return cert, key, pool
}

// A hub is never reached from other machines without TLS, and says what to set.
func TestTransportSettings(t *testing.T) {
	cert, key, _ := certificate(t)
	for name, c := range map[string]struct {
		transport
		addr, url, says string // says is empty where it is let through
	}{
		"loopback":                    {transport{}, "127.0.0.1:8080", "http://127.0.0.1:8080", ""},
		"loopback by name":            {transport{}, "localhost:8080", "http://localhost:8080", ""},
		"loopback, IPv6":              {transport{}, "[::1]:8080", "http://[::1]:8080", ""},
		"every address":               {transport{}, ":8080", "http://:8080", "ENTENTE_BEHIND_PROXY"},
		"an address of the network":   {transport{}, "192.0.2.1:8080", "https://hub.example", "ENTENTE_TLS_CERT"},
		"behind a proxy":              {transport{BehindProxy: true}, ":8080", "https://hub.example", ""},
		"behind a proxy without TLS":  {transport{BehindProxy: true}, ":8080", "http://hub.example", "ENTENTE_URL"},
		"its own TLS":                 {transport{TLSCert: cert, TLSKey: key}, ":8443", "https://hub.example", ""},
		"its own TLS under http":      {transport{TLSCert: cert, TLSKey: key}, ":8443", "http://hub.example", "ENTENTE_URL"},
		"its own TLS behind a proxy":  {transport{TLSCert: cert, TLSKey: key, BehindProxy: true}, ":8443", "https://hub.example", "set one"},
		"a certificate without a key": {transport{TLSCert: cert}, ":8443", "https://hub.example", "go together"},
		"a key for a certificate":     {transport{TLSCert: key, TLSKey: key}, ":8443", "https://hub.example", "ENTENTE_TLS_CERT"},
	} {
		_, err := c.config(c.addr, c.url)
		if c.says == "" && err != nil || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%s: %v, want it to say %q", name, err, c.says)
		}
	}
}

// The hub speaks no older TLS than it is set to.
func TestOldTLSIsRefused(t *testing.T) {
	cert, key, pool := certificate(t)
	config, err := transport{TLSCert: cert, TLSKey: key, TLSMin: "1.3"}.config(":8443", "https://127.0.0.1:8443")
	must(t, err)
	plain, err := net.Listen("tcp", "127.0.0.1:0") //nolint:noctx // a test on loopback
	must(t, err)
	web := &http.Server{ReadHeaderTimeout: time.Second, ErrorLog: nil, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, r.Proto)
	})}
	go func() { _ = web.Serve(over(plain, config)) }()
	t.Cleanup(func() { _ = web.Close() })
	for newest, want := range map[uint16]bool{tls.VersionTLS12: false, tls.VersionTLS13: true} {
		client := &tls.Dialer{Config: &tls.Config{RootCAs: pool, MaxVersion: newest, MinVersion: tls.VersionTLS12}}
		line, err := client.DialContext(t.Context(), "tcp", plain.Addr().String())
		if err == nil {
			_ = line.Close()
		}
		if (err == nil) != want {
			t.Errorf("%s: %v", tls.VersionName(newest), err)
		}
	}
}
