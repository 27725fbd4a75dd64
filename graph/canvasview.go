package graph

import (
	"fmt"
	"math"
	"slices"
)

// View is what an officer laid out on the canvas and named. It is the body of a
// case object of kind VIEW, whose marking says who may open it; nobody sees more
// by that. An officer's own organisation owns it.
type View struct {
	Name string `json:"name"`
	// Maker is the officer who laid it out, and who alone changes it.
	Maker ID `json:"maker"`
	// Places are of records, each once, in the order of their ids.
	Places []ViewPlace `json:"places"`
	// Hidden are the kinds that are not shown.
	Hidden []RecordKind `json:"hidden,omitempty"`
	// Grouping is by what things are taken together; empty is by nothing.
	Grouping ViewGrouping `json:"grouping,omitempty"`
	// Attribute is in what records say the same that are taken together; empty
	// is in nothing. Never with Grouping.
	Attribute RecordAttribute `json:"attribute,omitempty"`
	// Resolution is of the communities for ByCommunity.
	Resolution float64 `json:"resolution"`
	// Leaves says that hubs show a count in place of what hangs on them alone,
	// Joined that records judged to be one thing are shown as one.
	Leaves bool `json:"leaves"`
	Joined bool `json:"joined"`
	// Opened are records of the view whose group is shown thing by thing.
	Opened []ID `json:"opened,omitempty"`
}

// ViewPlace is where a record lies, in units of the layout, and whether it is
// held there.
type ViewPlace struct {
	Record ID      `json:"record"`
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
	Pinned bool    `json:"pinned,omitempty"`
}

// ViewGrouping is by what a view takes things together.
type ViewGrouping string

// The groupings.
const (
	ByKind      ViewGrouping = "KIND"
	ByOwner     ViewGrouping = "OWNER"
	ByCountry   ViewGrouping = "COUNTRY"
	ByRole      ViewGrouping = "ROLE"
	ByCommunity ViewGrouping = "COMMUNITY"
)

// The states of a view: one is kept until its maker removes it.
const (
	ViewKept = "KEPT"
	ViewGone = "GONE"
)

// MostInView is how many records a view holds at most.
const MostInView = 5000

// Check refuses a view that nobody could open.
func (v View) Check() error {
	if err := required("name", v.Name, "a name that names nobody"); err != nil {
		return err
	}
	if len(v.Places) > MostInView {
		return Bad("places", fmt.Sprintf("A view holds at most %d records, and this has %d.", MostInView, len(v.Places)))
	}
	seen := map[ID]bool{}
	for _, p := range v.Places {
		switch {
		case !p.Record.Is(NounRecord):
			return Bad("places", "A place is of a record.")
		case seen[p.Record]:
			return Bad("places", "Each record has one place.")
		case !finite(p.X) || !finite(p.Y):
			return Bad("places", "A place is two numbers between -1e9 and 1e9.")
		}
		seen[p.Record] = true
	}
	if slices.ContainsFunc(v.Opened, func(id ID) bool { return !seen[id] }) {
		return Bad("opened", "Only records of the view have a group to open.")
	}
	if v.Attribute != "" && v.Grouping != "" {
		return Bad("attribute", "A view takes things together by a grouping or by an attribute, not by both.")
	}
	if !(v.Resolution > 0 && v.Resolution <= 100) {
		return Bad("resolution", "The resolution lies above 0, up to 100.")
	}
	return nil
}

func finite(n float64) bool { return math.Abs(n) <= 1e9 }

// InSight is the view without what is not in sight, and without what would tell
// of it.
func (v View) InSight(sees func(ID) bool) View {
	v.Places = slices.DeleteFunc(slices.Clone(v.Places), func(p ViewPlace) bool { return !sees(p.Record) })
	v.Opened = slices.DeleteFunc(slices.Clone(v.Opened), func(id ID) bool { return !sees(id) })
	return v
}

// apart is how far from each other things lie for every root of their number.
const apart = 30

// DrawnTogether is the view with its places by their order alone: what lay to the
// left of something still does, and what lay in one line too, but no room tells
// that something else lay between.
func (v View) DrawnTogether() View {
	v.Places = slices.Clone(v.Places)
	step := apart / math.Sqrt(float64(max(1, len(v.Places))))
	for _, axis := range []func(*ViewPlace) *float64{
		func(p *ViewPlace) *float64 { return &p.X }, func(p *ViewPlace) *float64 { return &p.Y },
	} {
		var all []float64
		for i := range v.Places {
			all = append(all, *axis(&v.Places[i]))
		}
		slices.Sort(all)
		all = slices.Compact(all)
		for i := range v.Places {
			at := axis(&v.Places[i])
			rank, _ := slices.BinarySearch(all, *at)
			*at = step * float64(rank)
		}
	}
	return v
}
