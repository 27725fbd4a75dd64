package casework

import (
	"errors"
	"testing"
)

func TestWhatIsDoneAsideFailsAsIfTheCallerDidIt(t *testing.T) {
	if err := aside(func() error { return errFull })(); !errors.Is(err, errFull) {
		t.Errorf("an error became %v", err)
	}
	if err := aside(func() error { return nil })(); err != nil {
		t.Error(err)
	}
	defer func() {
		if recover() != errFull { //nolint:errorlint // what was thrown itself
			t.Error("a panic was lost")
		}
	}()
	_ = aside(func() error { panic(errFull) })()
}
