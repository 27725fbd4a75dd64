package local

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// lastWords says why Neo4j ended, as far as it said so itself: the innermost
// cause in its log, else the last line on its console.
func (s *Server) lastWords(exit error) error {
	var status *exec.ExitError
	if errors.As(exit, &status) && status.ExitCode() < 0 {
		return fmt.Errorf("Neo4j was ended from outside (%w)", exit) //nolint:staticcheck // a name
	}
	why := ""
	if text, err := os.ReadFile(s.folder.log()); err == nil {
		why = innermostCause(string(text))
	}
	if text, err := os.ReadFile(s.folder.console()); err == nil && why == "" {
		why = lastLine(string(text))
	}
	if why == "" {
		why = "it gave no reason"
	}
	return fmt.Errorf("Neo4j ended (%w): %s; more in %s", exit, why, s.folder.at("logs")) //nolint:staticcheck // a name
}

func innermostCause(log string) string {
	cause := ""
	for line := range strings.Lines(log) {
		if text, ok := strings.CutPrefix(line, "Caused by: "); ok {
			cause = strings.TrimSpace(text)
		}
	}
	return cause
}

func lastLine(text string) string {
	text = strings.TrimSpace(text)
	return text[strings.LastIndexByte(text, '\n')+1:]
}
