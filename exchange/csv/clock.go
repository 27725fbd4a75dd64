package csv

import (
	"strconv"
	"strings"
	"time"

	"entente/graph"
)

// clock reads times as one file writes them. The zero clock reads RFC 3339.
type clock struct {
	layout string // Go's, empty for RFC 3339
	unix   time.Duration
	step   time.Duration
	base   time.Time
	zone   *time.Location
}

func (t Times) clock(at string) (clock, error) {
	c := clock{zone: time.UTC}
	if t.Zone != "" {
		zone, err := time.LoadLocation(t.Zone)
		if err != nil || t.Zone == "Local" {
			return c, graph.Bad(at+".zone", "The zone is a name of the IANA time zone database, such as Europe/Bucharest.")
		}
		c.zone = zone
	}
	switch t.Layout {
	case "unix":
		c.unix = time.Second
	case "unix-milliseconds":
		c.unix = time.Millisecond
	default:
		layout, err := goLayout(at+".layout", t.Layout)
		if err != nil {
			return c, err
		}
		c.layout = layout
	}
	return t.steps(at, c)
}

func (t Times) steps(at string, c clock) (clock, error) {
	if t.Step == "" && t.Base == "" {
		return c, nil
	}
	if t.Layout != "" {
		return c, graph.Bad(at+".layout", "Times are a layout or steps after a base, not both.")
	}
	step, err := time.ParseDuration(t.Step)
	if err != nil || step <= 0 {
		return c, graph.Bad(at+".step", "The step is a length of time such as 24h or 15m.")
	}
	base, ok := rfc3339(t.Base, c.zone)
	if !ok {
		return c, graph.Bad(at+".base", "The base is a time such as 2009-01-01 or 2009-01-01T06:00:00Z.")
	}
	c.step, c.base = step, base
	return c, nil
}

func (d Dates) clock(at string) (clock, error) {
	layout, err := goLayout(at+".layout", d.Layout)
	return clock{layout: layout, zone: time.UTC}, err
}

// goLayout translates YYYY MM DD hh mm ss.
func goLayout(field, layout string) (string, error) {
	out := strings.NewReplacer(
		"YYYY", "2006", "MM", "01", "DD", "02", "hh", "15", "mm", "04", "ss", "05",
	).Replace(layout)
	if rest := strings.Trim(out, "0123456789 T.,:/-"); rest != "" || layout != "" && out == layout {
		return "", graph.Bad(field, "A layout is made of YYYY MM DD hh mm ss and blanks, T . , : / - between them, or is unix or unix-milliseconds.")
	}
	return out, nil
}

// stated says that the file has its own way of writing times.
func (c clock) stated() bool { return c.layout != "" || c.unix != 0 || c.step != 0 }

// instant reads a time, in UTC.
func (c clock) instant(field, text string, constant bool) (time.Time, error) {
	at, ok := c.read(text, constant)
	if !ok {
		return time.Time{}, graph.Bad(field, "This is not a time in the form that the mapping states.")
	}
	return at.UTC(), nil
}

func (c clock) read(text string, constant bool) (time.Time, bool) {
	switch {
	case constant || !c.stated():
		return rfc3339(text, c.zone)
	case c.layout != "":
		at, err := time.ParseInLocation(c.layout, text, c.zone)
		return at, err == nil
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n > furthest || n < -furthest {
		return time.Time{}, false
	}
	switch c.unix {
	case time.Second:
		return time.Unix(n, 0), true
	case time.Millisecond:
		return time.UnixMilli(n), true
	}
	at := c.base.Add(time.Duration(n) * c.step)
	days := float64(n) * c.step.Hours() / 24
	return at, days < 1e5 && days > -1e5
}

// furthest bounds a number of seconds, milliseconds or steps, so that no
// arithmetic overflows.
const furthest = 1 << 43

func rfc3339(text string, zone *time.Location) (time.Time, bool) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", time.DateTime, "2006-01-02 15:04", time.DateOnly} {
		if at, err := time.ParseInLocation(layout, text, zone); err == nil {
			return at, true
		}
	}
	return time.Time{}, false
}

// date reads a date: by the layout of dates, else as times are written, else
// as RFC 3339 or graph.Date.
func (f form) date(field, text string, constant bool) (graph.Date, error) {
	c := f.dates
	if !c.stated() {
		c = f.times
	}
	if constant || !c.stated() {
		if at, ok := rfc3339(text, c.zone); ok {
			return graph.Date(at.In(c.zone).Format(time.DateOnly)), nil
		}
		return graph.Date(text), graph.Date(text).Check(field)
	}
	at, ok := c.read(text, false)
	if !ok {
		return "", graph.Bad(field, "This is not a date in the form that the mapping states.")
	}
	return graph.Date(at.In(c.zone).Format(time.DateOnly)), nil
}
