package csv

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"entente/graph"
	"entente/graph/identifier"
)

// field fills one field of details from a row.
type field struct {
	name   string
	index  int
	values []template
}

// fields are those of a rule, in the order of the details' own fields.
type fields struct {
	of   []field
	form form
}

// form is how a file writes what is not plain text.
type form struct {
	times   clock
	dates   clock
	decimal string
	list    string
}

// compileFields finds each named field in details, a pointer to a struct; nil
// details have none.
func compileFields(at string, details any, texts map[string]Texts, find columns, f form) (fields, error) {
	out := fields{form: f}
	for _, name := range sortedKeys(texts) {
		index, ok := fieldIndex(details, name)
		if !ok {
			return out, graph.Bad(at+"."+name, "There is no such field; the fields are "+strings.Join(fieldNames(details), ", ")+".")
		}
		one := field{name: name, index: index}
		for _, text := range texts[name] {
			t, err := parseTemplate(at+"."+name, text, find)
			if err != nil {
				return out, err
			}
			one.values = append(one.values, t)
		}
		if kind := reflect.TypeOf(details).Elem().Field(index).Type.Kind(); len(one.values) != 1 && kind != reflect.Slice {
			return out, graph.Bad(at+"."+name, "This field takes one value.")
		}
		out.of = append(out.of, one)
	}
	slices.SortFunc(out.of, func(a, b field) int { return a.index - b.index })
	return out, nil
}

func fieldNames(details any) []string {
	var out []string
	if details == nil {
		return []string{"none"}
	}
	t := reflect.TypeOf(details).Elem()
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		out = append(out, name)
	}
	return out
}

func fieldIndex(details any, name string) (int, bool) {
	i := slices.Index(fieldNames(details), name)
	return i, i >= 0 && details != nil
}

// fill writes a row's cells into details. A fault is a graph.Error that names
// the field.
func (f fields) fill(details any, r *row) error {
	target := reflect.ValueOf(details).Elem()
	var amount string
	for _, one := range f.of {
		if target.Type() == reflect.TypeFor[graph.Transfer]() && one.name == "amount" {
			amount = one.values[0].of(r) // needs the currency
			continue
		}
		for _, t := range one.values {
			text := t.of(r)
			if text == "" {
				continue
			}
			if err := f.form.set(one.name, target.Field(one.index), text, t.constant()); err != nil {
				return err
			}
		}
	}
	if t, ok := details.(*graph.Transfer); ok && amount != "" {
		minor, err := identifier.Money(f.form.point(amount), strings.ToUpper(t.Currency))
		t.Amount = minor
		return err
	}
	return nil
}

// point writes a decimal number with a point.
func (f form) point(number string) string {
	if f.decimal == "," {
		return strings.NewReplacer(",", ".", ".", "?").Replace(number)
	}
	return number
}

func (f form) set(name string, target reflect.Value, text string, constant bool) error {
	switch target.Interface().(type) {
	case time.Time:
		at, err := f.times.instant(name, text, constant)
		target.Set(reflect.ValueOf(at))
		return err
	case graph.Date:
		d, err := f.date(name, text, constant)
		target.SetString(string(d))
		return err
	}
	switch target.Kind() {
	case reflect.String:
		target.SetString(text)
	case reflect.Slice:
		f.add(target, text)
	case reflect.Pointer:
		target.Set(reflect.New(target.Type().Elem()))
		return f.number(name, target.Elem(), text)
	default:
		return f.number(name, target, text)
	}
	return nil
}

// add appends the values in one cell to a list of texts or codes.
func (f form) add(target reflect.Value, text string) {
	for _, one := range strings.Split(text, f.list) {
		if one = strings.TrimSpace(one); one != "" {
			target.Set(reflect.Append(target, reflect.ValueOf(one).Convert(target.Type().Elem())))
		}
	}
}

func (f form) number(name string, target reflect.Value, text string) error {
	switch target.Kind() {
	case reflect.Bool:
		switch strings.ToLower(text) {
		case "true", "yes", "1":
			target.SetBool(true)
		case "false", "no", "0":
		default:
			return graph.Bad(name, "Write true or false, yes or no, 1 or 0.")
		}
	case reflect.Int, reflect.Int64:
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return graph.Bad(name, "This is not a whole number.")
		}
		target.SetInt(n)
	default:
		n, err := strconv.ParseFloat(f.point(text), 64)
		if err != nil || n != n {
			return graph.Bad(name, "This is not a number.")
		}
		target.SetFloat(n)
	}
	return nil
}
