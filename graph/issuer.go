package graph

import "time"

// IssuerEntry is what administrators have decided about one identity provider.
// The words of an entry are those of the configuration file (docs/federation.md).
type IssuerEntry struct {
	Name string
	// InForce is the entry that holds, empty while none was ever activated.
	InForce string
	// Suspended says that the provider is not trusted, whatever else is written
	// here or in the configuration file.
	Suspended bool
	// Draft is an entry that waits for a second administrator, and DraftBy who
	// proposed it; both empty where none waits.
	Draft   string
	DraftBy ID
	// ChangedBy and Changed are the last decision.
	ChangedBy ID
	Changed   time.Time
	// Version counts the changes of this entry, from 1.
	Version int
}
