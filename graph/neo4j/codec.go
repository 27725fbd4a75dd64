package neo4j

import (
	"fmt"
	"reflect"
	"strings"
	"time"
)

// flatten turns the fields of a details struct into native properties named by
// their json tags. Zero values are left out. Texts, flags, numbers, times and
// lists of texts are all that details consist of.
func flatten(details any, into map[string]any) error {
	value := reflect.ValueOf(details).Elem()
	for i := range value.NumField() {
		field := value.Field(i)
		if field.IsZero() || (field.Kind() == reflect.Slice && field.Len() == 0) {
			continue
		}
		name := property(value.Type().Field(i))
		native, err := native(field)
		if err != nil {
			return fmt.Errorf("property %s: %w", name, err)
		}
		into[name] = native
	}
	return nil
}

func property(field reflect.StructField) string {
	name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
	return name
}

func native(field reflect.Value) (any, error) {
	if t, ok := field.Interface().(time.Time); ok {
		return t.UTC(), nil
	}
	switch field.Kind() {
	case reflect.String:
		return field.String(), nil
	case reflect.Bool:
		return field.Bool(), nil
	case reflect.Int, reflect.Int64:
		return field.Int(), nil
	case reflect.Float64:
		return field.Float(), nil
	case reflect.Pointer:
		return native(field.Elem())
	case reflect.Slice:
		return nativeList(field)
	}
	return nil, fmt.Errorf("a %s cannot be stored", field.Type())
}

func nativeList(field reflect.Value) (any, error) {
	if field.Type().Elem().Kind() != reflect.String {
		return nil, fmt.Errorf("a %s cannot be stored", field.Type())
	}
	texts := make([]string, field.Len())
	for i := range texts {
		texts[i] = field.Index(i).String()
	}
	return texts, nil
}

// fill sets the fields of a details struct from properties.
func fill(details any, from map[string]any) error {
	value := reflect.ValueOf(details).Elem()
	for i := range value.NumField() {
		name := property(value.Type().Field(i))
		stored, ok := from[name]
		if !ok {
			continue
		}
		if err := set(value.Field(i), stored); err != nil {
			return fmt.Errorf("property %s: %w", name, err)
		}
	}
	return nil
}

func set(field reflect.Value, stored any) error {
	if field.Kind() == reflect.Pointer {
		field.Set(reflect.New(field.Type().Elem()))
		field = field.Elem()
	}
	switch v := stored.(type) {
	case time.Time:
		stored = v.UTC()
	case []any:
		return setList(field, v)
	}
	value := reflect.ValueOf(stored)
	if !value.CanConvert(field.Type()) || (value.Kind() == reflect.String) != (field.Kind() == reflect.String) {
		return fmt.Errorf("a %T does not fit a %s", stored, field.Type())
	}
	field.Set(value.Convert(field.Type()))
	return nil
}

func setList(field reflect.Value, stored []any) error {
	if field.Kind() != reflect.Slice {
		return fmt.Errorf("a list does not fit a %s", field.Type())
	}
	list := reflect.MakeSlice(field.Type(), len(stored), len(stored))
	for i, element := range stored {
		if err := set(list.Index(i), element); err != nil {
			return err
		}
	}
	field.Set(list)
	return nil
}
