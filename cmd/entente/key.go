package main

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// key reads a secret of 32 bytes, in hexadecimal, from a file. Where the file
// is missing it is made, whole or not at all, for its owner only.
func key(file string) ([32]byte, error) {
	content, err := os.ReadFile(file) //nolint:gosec // the operator names the file
	if errors.Is(err, os.ErrNotExist) {
		return newKey(file)
	}
	if err != nil {
		return [32]byte{}, fmt.Errorf("read a key: %w", err)
	}
	decoded, err := hex.DecodeString(strings.TrimSpace(string(content)))
	if err != nil || len(decoded) != 32 {
		return [32]byte{}, fmt.Errorf("%s does not hold 64 hexadecimal digits", file)
	}
	return [32]byte(decoded), nil
}

func newKey(file string) ([32]byte, error) {
	var fresh [32]byte
	if _, err := rand.Read(fresh[:]); err != nil {
		return fresh, fmt.Errorf("draw a key: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return fresh, fmt.Errorf("make a key: %w", err)
	}
	if err := writeWhole(file, []byte(hex.EncodeToString(fresh[:])+"\n")); err != nil {
		return fresh, fmt.Errorf("make a key: %w", err)
	}
	return fresh, nil
}

// writeWhole puts content in place of a file, readable by its owner only: who
// reads it meets the old content or the new, never a part.
func writeWhole(file string, content []byte) error {
	unfinished, err := os.CreateTemp(filepath.Dir(file), ".unfinished-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(unfinished.Name()) }()
	_, err = unfinished.Write(content)
	if err := errors.Join(err, unfinished.Sync(), unfinished.Close()); err != nil {
		return err
	}
	return os.Rename(unfinished.Name(), file)
}
