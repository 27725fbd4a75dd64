package graph

import "time"

// Write is one atomic change of the hub: all of it is stored, with one Change
// and one revision, or nothing is.
//
// Each element is a whole new version. An element whose id the hub does not
// hold is created; an existing one is replaced, its former version kept, if
// its present version is the one named in Expect (or the Write is an Import).
type Write struct {
	Key           WriteKey
	At            time.Time // becomes KnownFrom of every version written
	Organisations []Organisation
	Officers      []Officer
	Operations    []Operation
	Records       []Record
	Links         []Link
	Involvements  []Involvement
	CaseObjects   []CaseObject
	Discoverables []Discoverable
	// Ration, if there is one, is used up by this write, or refuses it.
	Ration     *Ration
	Retentions []Retention
	// Remark gives elements another marking of the same owner and changes nothing
	// else of them.
	Remark []Remarked
	// Erase are elements to be erased for ever, with what of the same owner hangs
	// on a record; those under a legal hold stay.
	Erase []ID
	// Expect gives, for an element that is replaced, the version it must have.
	// An element that exists and is not in Expect is a Conflict, unless Import.
	Expect map[ID]ID
	// Running are operations whose agreement must be in force at At: their teams
	// are about to be given something. Else nothing is written.
	Running []ID
	// Import leaves an element alone whose present content is equal and
	// replaces it otherwise, so that the same file can be read again.
	Import bool
	// Outcome is stored with Key and given back when the Write is repeated.
	Outcome []byte
}

// WriteKey makes a Write safe to repeat: the same Key of the same officer is
// carried out once. Digest is over the whole input; another input under a used
// key is a Conflict.
type WriteKey struct {
	Officer ID
	Key     string
	Digest  [32]byte
}

// Written is what became of a Write.
type Written struct {
	Revision Revision
	// Repeated says the Write had been carried out before; Revision and Outcome
	// are those of then.
	Repeated bool
	Outcome  []byte
}

// Remarked is an element with the marking it is to have.
type Remarked struct {
	ID      ID
	Marking Marking
}
