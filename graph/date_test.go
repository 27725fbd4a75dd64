package graph_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"entente/graph"
)

// day is midnight of a day in UTC.
func day(year int, month time.Month, d int) time.Time {
	return time.Date(year, month, d, 0, 0, 0, 0, time.UTC)
}

// fault gives code and field of an error, "" for none.
func fault(err error) string {
	if err == nil {
		return ""
	}
	var e *graph.Error
	if !asError(err, &e) {
		return err.Error()
	}
	return string(e.Code) + " " + e.Field
}

func TestDatesCoverADayAMonthOrAYear(t *testing.T) {
	for date, want := range map[graph.Date][2]time.Time{
		"2008-09-17": {day(2008, 9, 17), day(2008, 9, 18)},
		"2008-12-31": {day(2008, 12, 31), day(2009, 1, 1)},
		"2008-02-29": {day(2008, 2, 29), day(2008, 3, 1)},
		"2000-02-29": {day(2000, 2, 29), day(2000, 3, 1)},
		"2008-02":    {day(2008, 2, 1), day(2008, 3, 1)},
		"2008-12":    {day(2008, 12, 1), day(2009, 1, 1)},
		"2008":       {day(2008, 1, 1), day(2009, 1, 1)},
		"9999":       {day(9999, 1, 1), day(10000, 1, 1)},
		"":           {},
	} {
		if err := date.Check("at"); err != nil {
			t.Errorf("%q: %v", date, err)
		}
		if got := [2]time.Time{date.Begin(), date.End()}; got != want {
			t.Errorf("%q is %v, not %v", date, got, want)
		}
	}
}

func TestImpossibleDates(t *testing.T) {
	for _, date := range []graph.Date{
		"2009-02-29", "1900-02-29", "2008-02-30", "2008-04-31", "2008-13-01", "2008-00-10", "2008-01-00", "2008-01-32",
		"2008-00", "2008-13", "2008-1", "08", "20080917", "17.09.2008", "17/09/2008", "2008-9-17", "2008-09-17T00:00:00Z",
		"-008", "+008", "2oo8", "٢٠٠٨", " 2008", "2008 ", "last spring",
	} {
		if got := fault(date.Check("at")); got != "BAD_USER_INPUT at" {
			t.Errorf("%q: %q", date, got)
		}
		if !date.Begin().IsZero() || !date.End().IsZero() {
			t.Errorf("%q lasts from %v to %v", date, date.Begin(), date.End())
		}
	}
}

// anyDate draws a date of the calendar, of any precision.
func anyDate() *rapid.Generator[graph.Date] {
	return rapid.Custom(func(t *rapid.T) graph.Date {
		d := day(1900, 1, 1).AddDate(0, 0, rapid.IntRange(0, 300*365).Draw(t, "days")).Format(time.DateOnly)
		return graph.Date(d[:rapid.SampledFrom([]int{4, 7, 10}).Draw(t, "precision")])
	})
}

// The days of the calendar, one by one, are what a date's ends are checked by.
func TestADateCoversExactlyItsDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		date := anyDate().Draw(t, "date")
		begin, end := date.Begin(), date.End()
		for d := begin.AddDate(0, 0, -3); d.Before(end.AddDate(0, 0, 3)); d = d.AddDate(0, 0, 1) {
			covered := !d.Before(begin) && d.Before(end)
			if named := d.Format(time.DateOnly)[:len(date)] == string(date); covered != named {
				t.Fatalf("%s and the day %s: %v", date, d.Format(time.DateOnly), covered)
			}
		}
	})
}

// An interval may be stored exactly if there is an instant it holds.
func TestAnIntervalIsRefusedExactlyIfItHoldsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i := graph.Interval{From: anyDate().Draw(t, "from"), Until: anyDate().Draw(t, "until")}
		err := i.Check("validity")
		if holds := i.Holds(i.From.Begin()); holds != (err == nil) {
			t.Fatalf("%v holds its first instant: %v, and Check says %v", i, holds, err)
		}
		if got := fault(err); err != nil && got != "BAD_USER_INPUT validity.until" {
			t.Fatalf("%v: %s", i, got)
		}
	})
}

func TestIntervalsHoldTheirFirstInstantAndNotTheOneAfter(t *testing.T) {
	i := graph.Interval{From: "2008-09", Until: "2010-06-30"}
	const nano = time.Nanosecond
	for at, want := range map[time.Time]bool{
		day(2008, 9, 1).Add(-nano): false, day(2008, 9, 1): true,
		day(2010, 7, 1).Add(-nano): true, day(2010, 7, 1): false,
	} {
		if i.Holds(at) != want {
			t.Errorf("at %v: %v", at, !want)
		}
	}
	for _, open := range []graph.Interval{{}, {From: "2008"}, {Until: "2012"}} {
		if !open.Holds(day(2010, 1, 1)) || open.Check("validity") != nil {
			t.Errorf("%+v is open, and does not hold 2010", open)
		}
	}
}

func TestIntervalsNameTheEndAtFault(t *testing.T) {
	for i, want := range map[graph.Interval]string{
		{From: "2008-02-30"}:                      "BAD_USER_INPUT validity.from",
		{Until: "2008-02-30"}:                     "BAD_USER_INPUT validity.until",
		{From: "2009-01-02", Until: "2009-01-01"}: "BAD_USER_INPUT validity.until",
		{From: "2009-02", Until: "2009-01"}:       "BAD_USER_INPUT validity.until",
		{From: "2009-02", Until: "2009"}:          "",
		{From: "2009-01-01", Until: "2009-01-01"}: "",
	} {
		if got := fault(i.Check("validity")); got != want {
			t.Errorf("%+v: %q, not %q", i, got, want)
		}
	}
}
