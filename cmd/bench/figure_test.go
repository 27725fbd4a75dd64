package main

import (
	"encoding/xml"
	"strings"
	"testing"
)

func TestTheFigureDrawsWhatWasMeasured(t *testing.T) {
	if got := figure([]result{{Name: "freshness.ms", Value: 3, Unit: "ms"}}); got != "" {
		t.Errorf("of nothing: %s", got)
	}
	drawn := figure([]result{
		{Name: "growth.path.10000000", Value: 1e-4, Unit: "s"},
		{Name: "growth.path.10000", Value: 1e-5, Unit: "s"},
		{Name: "growth.plan.10000", Value: 2, Unit: "s"},
		{Name: "growth.plan.strange", Value: 2, Unit: "s"},
	})
	if err := xml.Unmarshal([]byte(drawn), new(struct{ XMLName xml.Name })); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"70.0,", "510.0,", "a shortest path, p95: 100 µs", "a plan of six targets, least effort: 2 s"} {
		if !strings.Contains(drawn, want) {
			t.Errorf("%q is not in %s", want, drawn)
		}
	}
	if strings.Count(drawn, "<polyline") != 2 {
		t.Errorf("not two curves: %s", drawn)
	}
}
