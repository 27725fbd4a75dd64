package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"entente/auth/oidc"
)

// signIn is where the command line keeps who it is signed in as.
type signIn struct {
	File string `name:"sign-in" env:"ENTENTE_SIGN_IN" type:"path" help:"File that keeps the sign-in, readable by its owner only. Left out: entente/sign-in.json in the user's configuration folder."`
}

func (s signIn) file() (string, error) {
	if s.File != "" {
		return s.File, nil
	}
	folder, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("ENTENTE_SIGN_IN is not set, and there is no configuration folder: %w", err)
	}
	return filepath.Join(folder, "entente", "sign-in.json"), nil
}

func (s signIn) keep(c oidc.Credential) error {
	file, err := s.file()
	if err != nil {
		return err
	}
	text, err := json.Marshal(c)
	if err != nil {
		return fmt.Errorf("keep the sign-in: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return fmt.Errorf("keep the sign-in: %w", err)
	}
	if err := writeWhole(file, text); err != nil {
		return fmt.Errorf("keep the sign-in: %w", err)
	}
	return nil
}

// kept is the sign-in, if it still holds. It refuses a file that others can read.
func (s signIn) kept(now time.Time) (oidc.Credential, error) {
	file, err := s.file()
	if err != nil {
		return oidc.Credential{}, err
	}
	about, err := os.Stat(file)
	if errors.Is(err, fs.ErrNotExist) {
		return oidc.Credential{}, errors.New("nobody is signed in: see entente login --help")
	}
	if err != nil {
		return oidc.Credential{}, fmt.Errorf("read the sign-in: %w", err)
	}
	if about.Mode().Perm()&0o077 != 0 {
		return oidc.Credential{}, fmt.Errorf("%s can be read by others than its owner: sign in anew with entente login", file)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return oidc.Credential{}, fmt.Errorf("read the sign-in: %w", err)
	}
	var c oidc.Credential
	if err := json.Unmarshal(text, &c); err != nil {
		return oidc.Credential{}, fmt.Errorf("%s is no sign-in: sign in anew with entente login", file)
	}
	if !now.Before(c.Expires) {
		return oidc.Credential{}, fmt.Errorf("the sign-in at %s has ended: sign in anew with entente login", c.Issuer)
	}
	return c, nil
}
