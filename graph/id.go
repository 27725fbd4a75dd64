package graph

import (
	"encoding/base32"
	"fmt"
	"io"
)

// ID names one element of the hub for ever: a letter for its noun and 128
// random bits. It carries no time and no count, so it tells nothing of what
// else exists. The empty ID names nothing.
type ID string

// Noun is the first letter of an ID.
type Noun byte

// The nouns that have ids.
const (
	NounRecord       Noun = 'r'
	NounLink         Noun = 'l'
	NounOrganisation Noun = 'g'
	NounOfficer      Noun = 'p'
	NounOperation    Noun = 'o'
	NounInvolvement  Noun = 'i'
	NounVersion      Noun = 'v'
	NounCaseObject   Noun = 'c'
	NounJob          Noun = 'j'
)

// idEncoding keeps byte order: comparing two ids of one noun as strings is
// comparing their bits.
var idEncoding = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

const idLength = 1 + 26

// NewID draws an id from random, which must be a cryptographic source.
func NewID(noun Noun, random io.Reader) (ID, error) {
	var bits [16]byte
	if _, err := io.ReadFull(random, bits[:]); err != nil {
		return "", fmt.Errorf("new id: %w", err)
	}
	return IDOf(noun, bits), nil
}

// IDOf is the id of a noun with the given bits.
func IDOf(noun Noun, bits [16]byte) ID {
	return ID(string(rune(noun)) + idEncoding.EncodeToString(bits[:]))
}

// Bits are the 128 bits of a well-formed id; ok is false for any other string.
func (id ID) Bits() (bits [16]byte, ok bool) {
	if len(id) != idLength {
		return bits, false
	}
	decoded, err := idEncoding.DecodeString(string(id[1:]))
	if err != nil || len(decoded) != len(bits) {
		return bits, false
	}
	copy(bits[:], decoded)
	return bits, IDOf(Noun(id[0]), bits) == id
}

// Is says whether id is well formed and names an element of that noun.
func (id ID) Is(noun Noun) bool {
	_, ok := id.Bits()
	return ok && Noun(id[0]) == noun
}
