package dismantle_test

import (
	"testing"

	"entente/graph/engine/dismantle"
)

// The exact search comes to its end on networks of the size that cases have.
func TestFiveTargetsAreExactOnCovertNetworks(t *testing.T) {
	for _, name := range []string{"Montagna_meetings.el", "Montagna_phonecalls.el", "morselli_caviar.el"} {
		w := edgeList(t, "covert/"+name)
		for _, objective := range []dismantle.Objective{dismantle.LargestComponent, dismantle.Reach} {
			plan, err := dismantle.Solve(t.Context(), dismantle.Problem{
				Network: w, Budget: 5, Objectives: []dismantle.Share{{Objective: objective, Weight: 1}},
				Effort: dismantle.Effort{Share: .01},
			})
			if err != nil || !plan.Exact || len(plan.Targets) != 5 {
				t.Errorf("%s, %s: %+v %v", name, objective, plan, err)
			}
		}
	}
}
