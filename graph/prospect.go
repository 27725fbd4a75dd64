package graph

// Prospect is what an import would do with an element, for one caller.
type Prospect string

// The prospects.
const (
	ProspectNew    Prospect = "NEW"     // nothing is there: it would be created
	ProspectSame   Prospect = "SAME"    // what the row says is there, or was imported and has been decided on by its owner since
	ProspectChange Prospect = "CHANGED" // something else is there: it would become a new version
	ProspectHidden Prospect = "HIDDEN"  // taken by what is out of the caller's sight: the id cannot be used, and nobody may be told
	ProspectErased Prospect = "ERASED"  // what was there has been erased, and is not brought back
	ProspectFixed  Prospect = "FIXED"   // something of another kind, or between other ends, is there
)

// ToldProspects are those that a caller is told, in order.
func ToldProspects() []Prospect { return []Prospect{ProspectNew, ProspectSame, ProspectChange} }

// Foreseen is the prospect of one element.
type Foreseen struct {
	Prospect Prospect
	// Marking is of what is there, for ProspectSame and ProspectChange.
	Marking MarkingID
	// Fault says what an element keeps, for ProspectFixed.
	Fault *Error
}
