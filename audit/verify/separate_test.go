package verify_test

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// This is the second verifier: written from c2sp.org/tlog-tiles,
// c2sp.org/tlog-checkpoint, c2sp.org/signed-note and RFC 6962 with the standard
// library alone, and sharing nothing with the log or with package verify.

// separately says what is wrong with a log, or nil.
func separately(files fs.FS, verifierKey string, kept ...[]byte) error {
	raw, err := fs.ReadFile(files, "checkpoint")
	if err != nil {
		return err
	}
	size, root, err := plainCheckpoint(raw, verifierKey)
	if err != nil {
		return err
	}
	hashes, err := plainLeaves(files, size)
	if err != nil {
		return err
	}
	if !bytes.Equal(plainRoot(hashes), root) {
		return errors.New("the entries do not have the signed root")
	}
	for _, raw := range kept {
		size, root, err := plainCheckpoint(raw, verifierKey)
		if err != nil {
			return err
		}
		if size > len(hashes) || !bytes.Equal(plainRoot(hashes[:size]), root) {
			return errors.New("the log does not continue a kept checkpoint")
		}
	}
	return plainTiles(files, hashes)
}

// plainCheckpoint opens a signed note of three lines.
func plainCheckpoint(raw []byte, verifierKey string) (size int, root []byte, err error) {
	name, rest, _ := strings.Cut(verifierKey, "+")
	_, encoded, _ := strings.Cut(rest, "+")
	key, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil || len(key) != 33 || key[0] != 1 {
		return 0, nil, errors.New("not an Ed25519 verifier key")
	}
	text, signatures, found := strings.Cut(string(raw), "\n\n")
	if !found {
		return 0, nil, errors.New("not a signed note")
	}
	text += "\n"
	if !plainSigned(text, signatures, name, key) {
		return 0, nil, errors.New("not signed with this key")
	}
	lines := strings.Split(text, "\n")
	if len(lines) != 4 || lines[0] != name {
		return 0, nil, errors.New("not a checkpoint of this log")
	}
	if size, err = strconv.Atoi(lines[1]); err != nil {
		return 0, nil, err
	}
	root, err = base64.StdEncoding.DecodeString(lines[2])
	return size, root, err
}

func plainSigned(text, signatures, name string, key []byte) bool {
	id := sha256.Sum256(append([]byte(name+"\n"), key...))
	for line := range strings.Lines(signatures) {
		encoded, ours := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "\u2014 "+name+" ")
		signature, err := base64.StdEncoding.DecodeString(encoded)
		if ours && err == nil && len(signature) == 68 && bytes.Equal(signature[:4], id[:4]) {
			return ed25519.Verify(key[1:], []byte(text), signature[4:])
		}
	}
	return false
}

// plainPath is the path of file n of a kind, of which width entries are there.
func plainPath(kind string, n, width int) string {
	path := fmt.Sprintf("%03d", n%1000)
	for n /= 1000; n > 0; n /= 1000 {
		path = fmt.Sprintf("x%03d/", n%1000) + path
	}
	path = "tile/" + kind + "/" + path
	if width < 256 {
		path += ".p/" + strconv.Itoa(width)
	}
	return path
}

// plainLeaves hashes every entry of the log.
func plainLeaves(files fs.FS, size int) ([][]byte, error) {
	var out [][]byte
	for n := 0; len(out) < size; n++ {
		width := min(256, size-len(out))
		raw, err := fs.ReadFile(files, plainPath("entries", n, width))
		if err != nil {
			return nil, err
		}
		for range width {
			if len(raw) < 2 || len(raw) < 2+int(binary.BigEndian.Uint16(raw)) {
				return nil, errors.New("a bundle is cut short")
			}
			end := 2 + int(binary.BigEndian.Uint16(raw))
			out, raw = append(out, plainHash(0, raw[2:end])), raw[end:]
		}
		if len(raw) > 0 {
			return nil, errors.New("a bundle holds too much")
		}
	}
	return out, nil
}

// plainTiles compares each hash tile: at level l, tile i holds the roots of 256
// complete subtrees of 256^l entries.
func plainTiles(files fs.FS, hashes [][]byte) error {
	for level, nodes := 0, hashes; len(nodes) > 0; level++ {
		var above [][]byte
		for n := 0; n*256 < len(nodes); n++ {
			row := nodes[n*256 : min(len(nodes), (n+1)*256)]
			got, err := fs.ReadFile(files, plainPath(strconv.Itoa(level), n, len(row)))
			if err != nil {
				return err
			}
			if !bytes.Equal(got, bytes.Join(row, nil)) {
				return errors.New("a hash tile is not that of the entries")
			}
			if len(row) == 256 {
				above = append(above, plainRoot(row))
			}
		}
		nodes = above
	}
	return nil
}

// plainRoot is the Merkle tree hash of RFC 6962 section 2.1 as it is written.
func plainRoot(hashes [][]byte) []byte {
	switch len(hashes) {
	case 0:
		empty := sha256.Sum256(nil)
		return empty[:]
	case 1:
		return hashes[0]
	}
	k := 1
	for k*2 < len(hashes) {
		k *= 2
	}
	return plainHash(1, append(bytes.Clone(plainRoot(hashes[:k])), plainRoot(hashes[k:])...))
}

func plainHash(kind byte, data []byte) []byte {
	sum := sha256.Sum256(append([]byte{kind}, data...))
	return sum[:]
}
