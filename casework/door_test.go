package casework

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"entente/auth"
)

func TestTheDoorWritesWhoCameAndWent(t *testing.T) {
	ctx, log := context.Background(), &diary{}
	door := NewDoor(log, func(context.Context) string { return "request" }, theDay)
	idle := ana()
	idle.Purpose = ""
	for _, err := range []error{
		door.SignedIn(ctx, idle, false), door.SignedIn(ctx, idle, true), door.SignedOut(ctx, ana()), door.Ended(ctx, idle),
		door.Refused(ctx, auth.Principal{}), door.Refused(ctx, ana()),
	} {
		if err != nil {
			t.Error(err)
		}
	}
	var said []string
	for _, e := range log.entries {
		said = append(said, fmt.Sprintf("%s %s %t", e.Action, e.Refusal, e.Officer == ana().Officer))
	}
	want := []string{"LOGIN  true", "STEP_UP  true", "LOGOUT  true", "SESSION_END  true", "REFUSE UNAUTHENTICATED false", "REFUSE UNAUTHENTICATED true"}
	if !slices.Equal(said, want) {
		t.Errorf("the log has %q", said)
	}
	log.refuse = errFull
	if err := door.SignedIn(ctx, ana(), false); !errors.Is(err, errFull) {
		t.Errorf("a login that was not logged: %v", err)
	}
}

// A crowd of strangers fills no disk, and officers are written down all the same.
func TestACrowdOfStrangersDoesNotFillTheLog(t *testing.T) {
	ctx, log, now := context.Background(), &diary{}, theDay()
	door := NewDoor(log, func(context.Context) string { return "request" }, func() time.Time { return now })
	crowd := func(n int) int {
		before := len(log.entries)
		for range n {
			if err := door.Refused(ctx, auth.Principal{}); err != nil {
				t.Fatal(err)
			}
		}
		return len(log.entries) - before
	}
	if n := crowd(5000); n != strangersBurst {
		t.Errorf("%d strangers were written down, not %d", n, strangersBurst)
	}
	if err := door.SignedOut(ctx, ana()); err != nil || len(log.entries) != strangersBurst+1 {
		t.Errorf("an officer was not written down: %v", err)
	}
	now = now.Add(5 * time.Second)
	if n := crowd(5000); n != 5*strangersPerSecond {
		t.Errorf("%d strangers were written down five seconds later", n)
	}
}
