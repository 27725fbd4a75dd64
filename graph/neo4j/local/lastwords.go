package local

import (
	"fmt"
	"os"
	"strings"
)

// lastWords says why Neo4j ended, as far as it said so itself: the innermost
// cause in its log, else the last line on its console.
func (s *Server) lastWords(exit error) error {
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
	return fmt.Errorf("Neo4j ended (%v): %s; more in %s", exit, why, s.folder.at("logs")) //nolint:staticcheck // a name
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
