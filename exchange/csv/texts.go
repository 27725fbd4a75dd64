package csv

import (
	"fmt"

	"entente/graph"
)

// Texts are one or several texts; numbers and truth values are taken as text.
type Texts []string

// UnmarshalYAML takes a scalar or a list of scalars.
func (t *Texts) UnmarshalYAML(unmarshal func(any) error) error {
	var value any
	if err := unmarshal(&value); err != nil {
		return err
	}
	list, several := value.([]any)
	if !several {
		list = []any{value}
	}
	for _, v := range list {
		switch v.(type) {
		case string, bool, int, int64, uint64, float64:
			*t = append(*t, fmt.Sprint(v))
		default:
			return graph.Bad("", `A value is a text; put quotes around a template, as in "{name}".`)
		}
	}
	return nil
}

// UnmarshalYAML takes the template alone, or key and keys.
func (e *End) UnmarshalYAML(unmarshal func(any) error) error {
	var alone string
	if unmarshal(&alone) == nil {
		e.Key = alone
		return nil
	}
	type plain End
	return unmarshal((*plain)(e))
}
