package verify

import "fmt"

// Kind is what is wrong with a log.
type Kind string

// The kinds of findings.
const (
	Unsigned   Kind = "UNSIGNED"   // a signature does not hold
	Cut        Kind = "CUT"        // entries or files are missing
	Edited     Kind = "EDITED"     // a file is not what was signed: changed, swapped or put in
	Forked     Kind = "FORKED"     // the log does not continue a kept checkpoint
	Malformed  Kind = "MALFORMED"  // an entry is not in the form of the log
	Unreadable Kind = "UNREADABLE" // a file is there and cannot be read
)

// Finding is one fault: its kind, the first entry concerned, the file (empty
// where it is none) and what is wrong, in words that hold nothing of an entry.
type Finding struct {
	Kind  Kind
	Entry uint64
	File  string
	Text  string
}

// String is the finding on one line.
func (f Finding) String() string {
	if f.File == "" {
		return fmt.Sprintf("%s at entry %d: %s", f.Kind, f.Entry, f.Text)
	}
	return fmt.Sprintf("%s at entry %d, file %s: %s", f.Kind, f.Entry, f.File, f.Text)
}

// find notes a finding.
func (c *check) find(kind Kind, entry uint64, file, text string) {
	c.report.Findings = append(c.report.Findings, Finding{kind, entry, file, text})
}
