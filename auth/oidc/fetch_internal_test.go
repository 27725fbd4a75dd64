package oidc

import "testing"

func TestFetchTargets(t *testing.T) {
	cases := []struct {
		address string
		local   bool
		want    bool
	}{
		{"127.0.0.1:443", true, true},
		{"[::1]:443", true, true},
		{"192.0.2.1:443", true, false},
		{"192.0.2.1:443", false, true},
		{"[2001:db8::1]:443", false, true},
		{"127.0.0.1:443", false, false},
		{"[::1]:443", false, false},
		{"[::ffff:127.0.0.1]:443", false, false},
		{"10.0.0.1:443", false, false},
		{"172.16.0.1:443", false, false},
		{"192.168.1.1:443", false, false},
		{"169.254.169.254:80", false, false},
		{"[fe80::1]:443", false, false},
		{"[fd00::1]:443", false, false},
		{"0.0.0.0:443", false, false},
		{"keys.example:443", false, false},
	}
	for _, tc := range cases {
		if got := checkTarget(tc.local, tc.address) == nil; got != tc.want {
			t.Errorf("issuer local %t, target %s: allowed is %t, want %t", tc.local, tc.address, got, tc.want)
		}
	}
}

func TestReturnPathStaysOnThisOrigin(t *testing.T) {
	for wanted, want := range map[string]string{
		"":                       "/",
		"/":                      "/",
		"/operations/o1?tab=map": "/operations/o1?tab=map",
		"/#section":              "/#section",
		"operations":             "/",
		"//evil.example":         "/",
		"///evil.example":        "/",
		`/\evil.example`:         "/",
		"/\t/evil.example":       "/",
		"/\n/evil.example":       "/",
		"/%2f/evil.example":      "/",
		"https://evil.example/":  "/",
		"javascript:alert(1)":    "/",
		"http:evil.example":      "/",
	} {
		if got := returnPath(wanted); got != want {
			t.Errorf("return to %q gives %q, want %q", wanted, got, want)
		}
	}
}
