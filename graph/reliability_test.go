package graph_test

import (
	"testing"

	"entente/graph"
)

func TestReliabilityFallsWithEveryStepOfWeakness(t *testing.T) {
	for weakness := 1; weakness <= 10; weakness++ {
		if a, b := graph.Reliability(weakness-1), graph.Reliability(weakness); a <= b || a >= 1 || b <= 0 {
			t.Errorf("weakness %d: %v, the one before %v", weakness, b, a)
		}
	}
	if graph.Reliability(-1) != graph.Reliability(0) || graph.Reliability(255) != graph.Reliability(10) {
		t.Error("beyond the range it is not that of the nearer end")
	}
}
