package oidc_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"entente/auth/oidc"
)

// What a provider sends for a person to read is shown on their terminal: a code
// that could write there, and an address that is not https, are refused.
func TestADeviceIsShownPlainCodesAlone(t *testing.T) {
	code, address := "", ""
	mux := http.NewServeMux()
	provider := httptest.NewServer(mux)
	t.Cleanup(provider.Close)
	say := func(path string, answer func() members) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			_ = json.NewEncoder(w).Encode(answer())
		})
	}
	say("/.well-known/openid-configuration", func() members {
		return members{
			"issuer": provider.URL, "authorization_endpoint": provider.URL + "/authorize", "token_endpoint": provider.URL + "/token",
			"jwks_uri": provider.URL + "/keys", "device_authorization_endpoint": provider.URL + "/device",
		}
	})
	say("/device", func() members {
		return members{"device_code": "d", "user_code": code, "verification_uri": address, "expires_in": 60}
	})
	const fine = "https://id.example/device"
	for _, tc := range []struct {
		code, address string
		shown         bool
	}{
		{"WDJB-MJHT", fine, true},
		{"abcd 1234", fine, true},
		{"WDJB\x1b[2J", fine, false},
		{"A\nOpen https://evil.example", fine, false},
		{"", fine, false},
		{strings.Repeat("A", 41), fine, false},
		{"WDJB-MJHT", "http://id.example/device", false},
		{"WDJB-MJHT", "javascript:alert(1)", false},
		{"WDJB-MJHT", "file://localhost/etc/passwd", false},
		{"WDJB-MJHT", "https://id.example/\x1b[2J", false},
	} {
		code, address = tc.code, tc.address
		begun, err := oidc.BeginDevice(t.Context(), oidc.DeviceOptions{Issuer: provider.URL, ClientID: "entente-cli", Clock: time.Now})
		if (err == nil) != tc.shown || tc.shown && begun.Code != tc.code {
			t.Errorf("%q at %q: %v", tc.code, tc.address, err)
		}
		if err != nil && strings.Contains(err.Error(), "\x1b") {
			t.Errorf("the error writes on the terminal: %q", err)
		}
	}
}
