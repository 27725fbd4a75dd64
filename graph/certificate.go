package graph

import "time"

// Certificate says what an owner has done with what it had shared with a joint
// team that is over. It is a case object of kind CERTIFICATE, known to the parties, and among
// them to whoever may know of all that it counts: there may be several.
type Certificate struct {
	Operation    ID            `json:"operation"`
	Organisation ID            `json:"organisation"`
	Choice       ClosingChoice `json:"choice"`
	Records      int           `json:"records"`
	Links        int           `json:"links"`
	Involvements int           `json:"involvements"`
	// Held is how many of them were returned and not purged, being under a legal hold.
	Held int `json:"held"`
	// Digest is the SHA-256 over the ids in ascending order, each followed by a
	// line feed, in hexadecimal; empty until all is done.
	Digest string `json:"digest,omitempty"`
	// Hash is where the digest stands while batches are under way.
	Hash    []byte `json:"hash,omitempty"`
	Officer ID     `json:"officer"`
	// Apart says that it counts what the team could not see, and is for the owner alone.
	Apart bool      `json:"apart,omitempty"`
	Done  time.Time `json:"done,omitzero"`
}

// ClosingChoice is what an owner chooses for what it shared with a team.
type ClosingChoice string

// The choices.
const (
	ReturnData ClosingChoice = "RETURN" // shared no longer: the owner's organisation only
	PurgeData  ClosingChoice = "PURGE"  // erased for ever
)

// The states of a certificate.
const (
	CertificateUnderWay = "UNDER_WAY"
	CertificateDone     = "DONE"
)

// Evaluation is what a party makes of a joint team when it is over. It is a case
// object of kind EVALUATION, known to the parties.
type Evaluation struct {
	Operation    ID     `json:"operation"`
	Organisation ID     `json:"organisation"`
	Officer      ID     `json:"officer"`
	Results      string `json:"results"`
	Difficulties string `json:"difficulties,omitempty"`
	Lessons      string `json:"lessons,omitempty"`
	Arrests      int    `json:"arrests"`
	Safeguarded  int    `json:"safeguarded"`
	Seized       string `json:"seized,omitempty"` // in words, e.g. 12,000 EUR and two cars
}

// Check refuses an evaluation without results, over-long texts and figures below 0.
func (v Evaluation) Check() error {
	if err := required("results", v.Results, "what came of it, in words"); err != nil {
		return err
	}
	if err := texts("results", v.Results, "difficulties", v.Difficulties, "lessons", v.Lessons, "seized", v.Seized); err != nil {
		return err
	}
	if v.Arrests < 0 {
		return Bad("arrests", "A number of people is 0 or more.")
	}
	if v.Safeguarded < 0 {
		return Bad("safeguarded", "A number of people is 0 or more.")
	}
	return nil
}
