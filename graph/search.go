package graph

// Search asks for records by name or by an exact identifier: one of the two.
type Search struct {
	// Text is names as people type them: every word must begin a word of the
	// label or of a name, whatever its accents and case.
	Text string
	// Identifier is found exactly, in its normal form; nil searches by Text.
	Identifier *Identifier
	// Kinds narrow the answer; empty does not.
	Kinds []RecordKind
	// Limit is how many records are given at most; none for 0.
	Limit int
}
