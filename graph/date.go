package graph

import "time"

// Date is a day, a month or a year as ISO 8601 writes it ("2008-09-17",
// "2008-09", "2008"), because reports often know no more. Empty is unknown.
type Date string

// The layouts a Date may have.
const (
	yearLayout  = "2006"
	monthLayout = "2006-01"
	dayLayout   = time.DateOnly
)

// Check refuses what is not a date of the calendar.
func (d Date) Check(field string) error {
	if _, ok := d.first(); d == "" || ok {
		return nil
	}
	return Bad(field, "A date is YYYY-MM-DD, YYYY-MM or YYYY, and must exist in the calendar.")
}

func (d Date) first() (time.Time, bool) {
	for _, layout := range []string{dayLayout, monthLayout, yearLayout} {
		if len(d) == len(layout) {
			t, err := time.Parse(layout, string(d))
			return t, err == nil
		}
	}
	return time.Time{}, false
}

// Begin is the first instant of the date in UTC, the zero time if unknown.
func (d Date) Begin() time.Time {
	t, _ := d.first()
	return t
}

// End is the first instant after the date in UTC, the zero time if unknown.
func (d Date) End() time.Time {
	t, ok := d.first()
	switch {
	case !ok:
		return time.Time{}
	case len(d) == len(dayLayout):
		return t.AddDate(0, 0, 1)
	case len(d) == len(monthLayout):
		return t.AddDate(0, 1, 0)
	}
	return t.AddDate(1, 0, 0)
}

// Interval is when a thing was so. Either end may be unknown.
type Interval struct {
	From  Date `json:"from,omitempty"`
	Until Date `json:"until,omitempty"`
}

// Check refuses bad dates and an interval that ends before it begins.
func (i Interval) Check(field string) error {
	if err := i.From.Check(field + ".from"); err != nil {
		return err
	}
	if err := i.Until.Check(field + ".until"); err != nil {
		return err
	}
	if i.From != "" && i.Until != "" && !i.Until.End().After(i.From.Begin()) {
		return Bad(field+".until", "The interval ends before it begins: until must not lie before from.")
	}
	return nil
}

// Holds says whether the interval covers t; an unknown end is open.
func (i Interval) Holds(t time.Time) bool {
	if i.From != "" && t.Before(i.From.Begin()) {
		return false
	}
	return i.Until == "" || t.Before(i.Until.End())
}
