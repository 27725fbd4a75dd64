package graph

import (
	"slices"
	"time"
)

// HitScheme is by what a record may be found by those who do not see it.
type HitScheme string

// The schemes.
const (
	HitPhone        HitScheme = "PHONE"
	HitPlate        HitScheme = "PLATE"
	HitAccount      HitScheme = "ACCOUNT"
	HitDocument     HitScheme = "DOCUMENT"
	HitNameAndBirth HitScheme = "NAME_AND_BIRTH_DATE"
)

// HitSchemes are all schemes in order.
func HitSchemes() []HitScheme {
	return []HitScheme{HitPhone, HitPlate, HitAccount, HitDocument, HitNameAndBirth}
}

// Discoverable says by which schemes an owner lets a record be found. It is
// kept apart from the record: nobody who sees the record sees it.
type Discoverable struct {
	Record  ID
	Version ID          // of the record, as the owner read it
	Schemes []HitScheme // none takes it back
	Tokens  []string    // what it is found by, see identifier.HitTokens
}

// Check refuses an unknown scheme.
func (d Discoverable) Check() error {
	for _, s := range d.Schemes {
		if !slices.Contains(HitSchemes(), s) {
			return Bad("schemes", "A scheme is one of "+list(HitSchemes())+".")
		}
	}
	return nil
}

// Ration bounds how often an officer may do something: at most Most times in
// Window. It is counted in the store, with the write that it is part of, so
// that all processes of a hub share it.
type Ration struct {
	Officer ID
	For     string
	Window  time.Duration
	Most    int
}

// Held is a record found by a token, whoever sees it.
type Held struct {
	Record  ID
	Marking Marking
}
