package graph

// Standing is what a hub knows of a caller at one moment, beside what the
// credential says: all that a sight and a consistent read need.
type Standing struct {
	// Revision is that of the last committed write.
	Revision Revision
	// Narrowed is that of the last write after which somebody may see less than
	// before it. What was computed from an earlier state must not be disclosed.
	Narrowed Revision
	// Markings is how many markings are interned: their ids are 0 to Markings-1.
	Markings int
	// Operations are those in whose team the officer is, in order of id.
	Operations []ID
}
