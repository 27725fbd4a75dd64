package audit_test

import (
	"os"
	"testing"

	"go.uber.org/goleak"
)

// TestMain lets a test start this binary again as a writer that is killed, and
// holds every test to leave no goroutine behind.
func TestMain(m *testing.M) {
	if dir := os.Getenv(writerFolder); dir != "" {
		writeUntilKilled(dir)
		return
	}
	goleak.VerifyTestMain(m)
}
