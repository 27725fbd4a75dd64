package csv

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"

	"entente/graph"
)

// yamlFault is a fault that the YAML reader found, with its line.
func yamlFault(err error) error {
	var own *graph.Error
	if errors.As(err, &own) {
		return graph.Bad("mapping", own.Message)
	}
	var at yaml.Error
	if !errors.As(err, &at) {
		return graph.Bad("mapping", "The mapping is not YAML: "+err.Error())
	}
	message := inOwnWords(at.GetMessage())
	if token := at.GetToken(); token != nil {
		message = fmt.Sprintf("Line %d: %s", token.Position.Line, message)
	}
	return graph.Bad("mapping", message)
}

// What officers get wrong most is said in the hub's words, which are translated.
var (
	unknownField = regexp.MustCompile(`^unknown field "(.*)"$`)
	givenTwice   = regexp.MustCompile(`^(?:mapping key|duplicate key) "(.*?)"`)
)

// inOwnWords is what the YAML reader said, in the hub's words where it has some.
func inOwnWords(message string) string {
	if found := unknownField.FindStringSubmatch(message); found != nil {
		return fmt.Sprintf("The mapping has no field %s here.", found[1])
	}
	if found := givenTwice.FindStringSubmatch(message); found != nil {
		return fmt.Sprintf("%s is given twice here.", found[1])
	}
	if strings.Contains(message, "map[string]interface") {
		return `A text is needed here; put quotes around a template, as in "{name}".`
	}
	return "The YAML reader says: " + message
}

// lined puts the line of the faulty field before the message of a fault.
func (m *Mapping) lined(err error) error {
	var fault *graph.Error
	if !errors.As(err, &fault) || fault.Code != graph.BadInput {
		return err
	}
	if line := m.line(fault.Field); line > 0 {
		return graph.Bad(fault.Field, fmt.Sprintf("Line %d: %s", line, fault.Message))
	}
	return fault
}

// line is where a field stands in the mapping, or the nearest part of its
// path that is there, 0 if none is.
func (m *Mapping) line(field string) int {
	for field != "" {
		path, err := yaml.PathString("$." + field)
		if err == nil {
			node, err := path.ReadNode(bytes.NewReader(m.text))
			if err == nil && node != nil && node.GetToken() != nil {
				return node.GetToken().Position.Line
			}
		}
		field = parent(field)
	}
	return 0
}

func parent(field string) string {
	for i := len(field) - 1; i > 0; i-- {
		if field[i] == '.' || field[i] == '[' {
			return field[:i]
		}
	}
	return ""
}
