package csv

import "entente/graph"

// Row is what came of a row: exactly one of Record, Link and Rejected. A row
// may give several. Version, KnownFrom and KnownUntil are left for the write.
type Row struct {
	File     string // its name without the folder
	Line     int64  // where the row begins, from 1
	Record   *graph.Record
	Link     *graph.Link
	Rejected *Rejected
}

// Rejected is a row that could not be taken. Raw is the row as written, cut
// after 2,000 bytes: it may carry personal data and belongs in no log.
type Rejected struct {
	File   string
	Line   int64
	Field  string // of what the row would have become; empty if the row as a whole cannot be taken
	Reason string // begins with the field; carries no data of the row
	Raw    string
}

// Progress is how far reading has come. Bytes are those of the files as they
// lie on disk; a file that gives records and links is read once for each
// and counted as often.
type Progress struct {
	Bytes, Total int64
	Rows         int64 // records and links given out
	Rejected     int64
	Ignored      int64 // rows the mapping leaves out on purpose
	Repeated     int64 // rows equal to an earlier one with the same key
}
