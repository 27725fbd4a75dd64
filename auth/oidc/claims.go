package oidc

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

const (
	maxTokenSize = 16 << 10 // bytes of a compact token
	maxDepth     = 8        // nesting of objects and lists in a token
)

// claims are the members of one JSON object, each name once.
type claims map[string]json.RawMessage

// decodeToken splits a compact JWS and reads header and payload strictly. It
// proves nothing about the signature.
func decodeToken(raw string) (header, payload claims, err error) {
	if len(raw) > maxTokenSize {
		return nil, nil, errors.New("token is too large")
	}
	parts := strings.Split(raw, ".")
	if len(parts) != 3 || parts[2] == "" {
		return nil, nil, errors.New("not a signed compact token of three parts")
	}
	if header, err = decodePart(parts[0]); err != nil {
		return nil, nil, fmt.Errorf("header: %w", err)
	}
	if payload, err = decodePart(parts[1]); err != nil {
		return nil, nil, fmt.Errorf("payload: %w", err)
	}
	return header, payload, nil
}

func decodePart(part string) (claims, error) {
	data, err := base64.RawURLEncoding.Strict().DecodeString(part)
	if err != nil {
		return nil, errors.New("not base64url")
	}
	return decodeObject(data)
}

// decodeObject reads one JSON object. Two members of one name are refused at
// every depth, and at the top also names that differ by case only: the JSON
// reader of the library below takes those for the same claim.
func decodeObject(data []byte) (claims, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := scanValue(d, 0); err != nil {
		return nil, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("more than one JSON value")
	}
	var c claims
	if err := json.Unmarshal(data, &c); err != nil || c == nil {
		return nil, errors.New("not a JSON object")
	}
	return c, nil
}

func scanValue(d *json.Decoder, depth int) error {
	token, err := d.Token()
	if err != nil {
		return errors.New("not JSON")
	}
	opening, ok := token.(json.Delim)
	if !ok {
		return nil
	}
	if depth == maxDepth {
		return errors.New("nested too deeply")
	}
	seen := map[string]bool{}
	for d.More() {
		if opening == '{' {
			if err := scanName(d, seen, depth == 0); err != nil {
				return err
			}
		}
		if err := scanValue(d, depth+1); err != nil {
			return err
		}
	}
	if _, err := d.Token(); err != nil {
		return errors.New("not JSON")
	}
	return nil
}

func scanName(d *json.Decoder, seen map[string]bool, fold bool) error {
	token, err := d.Token()
	name, ok := token.(string)
	if err != nil || !ok {
		return errors.New("not JSON")
	}
	if fold {
		name = strings.ToLower(strings.ToUpper(name))
	}
	if seen[name] {
		return errors.New("a member is given twice")
	}
	seen[name] = true
	return nil
}

func (c claims) has(name string) bool {
	_, ok := c[name]
	return ok
}

// text is a claim that must be a string; a missing one is "".
func (c claims) text(name string) (string, error) {
	var s string
	if !c.has(name) {
		return "", nil
	}
	if err := json.Unmarshal(c[name], &s); err != nil || string(c[name]) == "null" {
		return "", fmt.Errorf("%s is not a string", name)
	}
	return s, nil
}

// texts is a claim that may be one string or a list of them; a missing one is
// nil, and so is null, as some providers write an empty list.
func (c claims) texts(name string) ([]string, error) {
	if !c.has(name) || string(c[name]) == "null" {
		return nil, nil
	}
	if one, err := c.text(name); err == nil {
		return []string{one}, nil
	}
	var pointers []*string
	if err := json.Unmarshal(c[name], &pointers); err != nil {
		return nil, fmt.Errorf("%s is neither a string nor a list of strings", name)
	}
	list := make([]string, len(pointers))
	for i, p := range pointers {
		if p == nil {
			return nil, fmt.Errorf("%s holds a null", name)
		}
		list[i] = *p
	}
	return list, nil
}

// latest is the last instant a token may name: the year 9999.
const latest = 253402300799

// instant is a NumericDate (RFC 7519 section 2); ok is false if it is missing.
func (c claims) instant(name string) (t time.Time, ok bool, err error) {
	if !c.has(name) {
		return time.Time{}, false, nil
	}
	var seconds float64
	if err := json.Unmarshal(c[name], &seconds); err != nil || string(c[name]) == "null" {
		return time.Time{}, false, fmt.Errorf("%s is not a number", name)
	}
	if seconds < 0 || seconds > latest {
		return time.Time{}, false, fmt.Errorf("%s is out of range", name)
	}
	return time.Unix(int64(seconds), 0).UTC(), true, nil
}
