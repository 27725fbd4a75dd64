package auth_test

import (
	"testing"
	"time"

	"entente/auth"
)

func TestWhatIsAskedBeforeTheGravestActions(t *testing.T) {
	second := auth.Proof{ACR: []string{"gold", "platinum"}, AMR: []string{"otp", "pwd"}, MaxAge: time.Hour}
	good := auth.Principal{ACR: "gold", AMR: []string{"pwd", "otp", "face"}, AuthTime: noon().Add(-time.Hour), Proof: second}
	with := func(change func(*auth.Principal)) auth.Principal { p := good; change(&p); return p }
	for name, tc := range map[string]struct {
		p    auth.Principal
		want bool
	}{
		"nothing is asked":   {auth.Principal{}, true},
		"all is there":       {good, true},
		"another class":      {with(func(p *auth.Principal) { p.ACR = "silver" }), false},
		"no class":           {with(func(p *auth.Principal) { p.ACR = "" }), false},
		"one method of two":  {with(func(p *auth.Principal) { p.AMR = []string{"pwd"} }), false},
		"a second too old":   {with(func(p *auth.Principal) { p.AuthTime = noon().Add(-time.Hour - time.Second) }), false},
		"nobody says when":   {with(func(p *auth.Principal) { p.AuthTime = time.Time{} }), false},
		"a clock ahead":      {with(func(p *auth.Principal) { p.AuthTime = noon().Add(time.Minute) }), true},
		"far in the future":  {with(func(p *auth.Principal) { p.AuthTime = noon().Add(2 * time.Minute) }), false},
		"no age is asked":    {auth.Principal{ACR: "gold", Proof: auth.Proof{ACR: []string{"gold"}}}, true},
		"an age alone, old":  {auth.Principal{AuthTime: noon().Add(-2 * time.Hour), Proof: auth.Proof{MaxAge: time.Hour}}, false},
		"a program":          {with(func(p *auth.Principal) { p.Service = true }), false},
		"a program, unasked": {auth.Principal{Service: true}, false},
		"an age alone, just": {auth.Principal{AuthTime: noon(), Proof: auth.Proof{MaxAge: time.Hour}}, true},
	} {
		if got := tc.p.Proved(noon()); got != tc.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
