package devissuer

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/zitadel/oidc/v3/pkg/op"
)

// The device flow (RFC 8628): a program shows a code, and an officer who enters
// it here is signed in there.
const (
	deviceLife = 10 * time.Minute
	devicePoll = time.Second
)

// deviceConfig leaves out letters that look like digits, and vowels that make words.
func deviceConfig() op.DeviceAuthorizationConfig {
	return op.DeviceAuthorizationConfig{
		Lifetime: deviceLife, PollInterval: devicePoll, UserFormPath: "/device",
		UserCode: op.UserCodeConfig{CharSet: "BCDFGHJKLMNPQRSTVWXZ", CharAmount: 8, DashInterval: 4},
	}
}

// device is one such sign-in under way. It is never changed once stored, but
// replaced as a whole.
type device struct {
	op.DeviceAuthorizationState
	user string
}

// StoreDeviceAuthorization keeps a sign-in by its device code.
func (s *store) StoreDeviceAuthorization(_ context.Context, client, deviceCode, userCode string, _ time.Time, scopes []string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dropEnded()
	s.devices[deviceCode] = device{
		op.DeviceAuthorizationState{ClientID: client, Scopes: scopes, Expires: s.clock().Add(deviceLife)}, userCode,
	}
	return nil
}

// GetDeviceAuthorizatonState says what has become of a sign-in. One that has come
// to its end is given once.
func (s *store) GetDeviceAuthorizatonState(_ context.Context, client, deviceCode string) (*op.DeviceAuthorizationState, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dropEnded()
	kept, ok := s.devices[deviceCode]
	if !ok || kept.ClientID != client {
		return nil, errNotKept
	}
	if kept.Done {
		delete(s.devices, deviceCode)
	}
	return &kept.DeviceAuthorizationState, nil
}

// enter signs in whoever has the user code; capitals and hyphens do not matter.
func (s *store) enter(userCode, subject string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dropEnded()
	for code, kept := range s.devices {
		if plainCode(kept.user) == plainCode(userCode) && !kept.Done {
			kept.Done, kept.Subject, kept.AuthTime, kept.AMR = true, subject, s.clock(), []string{"pwd"}
			s.devices[code] = kept
			return nil
		}
	}
	return errNotKept
}

func plainCode(code string) string {
	return strings.ToUpper(strings.NewReplacer("-", "", " ", "").Replace(code))
}

func (p *Provider) showDevice(w http.ResponseWriter, r *http.Request) {
	p.page(w, r, http.StatusOK, view{Device: true, UserCode: r.FormValue("user_code")})
}

func (p *Provider) checkDevice(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 4<<10)
	again := view{Device: true, UserCode: r.PostFormValue("user_code"), Chosen: r.PostFormValue("username")}
	officer, right := p.signsIn(r)
	if !right {
		again.Text = textWrong
		p.page(w, r, http.StatusUnauthorized, again)
		return
	}
	if err := p.store.enter(again.UserCode, officer.Subject); err != nil {
		again.Text = textNoCode
		p.page(w, r, http.StatusBadRequest, again)
		return
	}
	p.page(w, r, http.StatusOK, view{Text: textEntered})
}
