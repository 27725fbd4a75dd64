package entente_test

import (
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// read is every text that an expression can be.
func (s *sayings) read(at function, e ast.Expr) []string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if text, err := strconv.Unquote(e.Value); err == nil && e.Kind == token.STRING {
			return []string{text}
		}
	case *ast.ParenExpr:
		return s.read(at, e.X)
	case *ast.BinaryExpr:
		return joined(s.read(at, e.X), s.read(at, e.Y))
	case *ast.Ident:
		return s.named(at, e.Name)
	case *ast.SelectorExpr:
		return s.selected(at, e)
	case *ast.IndexExpr:
		return s.indexed(at, e.X)
	case *ast.CallExpr:
		return s.returned(at, e)
	}
	return []string{hole}
}

func joined(first, second []string) []string {
	var out []string
	for _, a := range first {
		for _, b := range second {
			out = append(out, a+b)
		}
	}
	return out
}

// named is what a name stands for: a parameter, all that is assigned to it in its
// function, or what the package declares.
func (s *sayings) named(at function, name string) []string {
	var out []string
	for i, n := range at.around {
		f := function{at.in, at.around[:i+1]}
		switch n := n.(type) {
		case *ast.FuncDecl:
			if s.reading == name {
				return []string{hole} // what it was before, put into what it becomes
			}
			if slices.Contains(parameters(n.Type), name) {
				out = append(out, "\x00"+name+"\x00")
			}
			out = append(out, s.assigned(f, n.Body, name)...)
		case *ast.FuncLit:
			if slices.Contains(parameters(n.Type), name) {
				return []string{"\x00" + name + "\x00"}
			}
		}
	}
	if len(out) > 0 {
		return out
	}
	if value, ok := at.in.values[name]; ok {
		return s.read(function{at.in, at.around[:1]}, value)
	}
	return []string{hole}
}

func (s *sayings) assigned(at function, body *ast.BlockStmt, name string) (out []string) {
	before := s.reading
	s.reading = name
	defer func() { s.reading = before }()
	for node := range ast.Preorder(body) {
		switch n := node.(type) {
		case *ast.ValueSpec:
			for i := range n.Values {
				if n.Names[i].Name == name {
					out = append(out, s.read(at, n.Values[i])...)
				}
			}
		case *ast.RangeStmt:
			if n.Value != nil && isIdent(n.Value, name) {
				out = append(out, s.indexed(at, n.X)...)
			}
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				switch {
				case !isIdent(left, name):
				case len(n.Rhs) != len(n.Lhs):
					out = append(out, hole)
				case n.Tok == token.ADD_ASSIGN:
					out = append(out, joined(out, s.read(at, n.Rhs[i]))...)
				default:
					out = append(out, s.read(at, n.Rhs[i])...)
				}
			}
		}
	}
	return out
}

// selected is a field of a table within the package, a constant of another
// package, or the message of an error that is passed on.
func (s *sayings) selected(at function, e *ast.SelectorExpr) []string {
	if e.Sel.Name == "Message" {
		return []string{passed}
	}
	if x, ok := e.X.(*ast.Ident); ok {
		if from, ok := s.sources[at.imported(x.Name)]; ok {
			if value, ok := from.values[e.Sel.Name]; ok {
				return s.read(function{from, []ast.Node{from.files[0]}}, value)
			}
		}
	}
	var out []string
	for i, n := range at.around {
		if _, ok := n.(*ast.FuncDecl); ok {
			out = append(out, s.column(function{at.in, at.around[:i+1]}, n, e.Sel.Name)...)
		}
	}
	if len(out) == 0 {
		return []string{hole}
	}
	return out
}

// column is what the tables of a function hold in a field.
func (s *sayings) column(at function, within ast.Node, field string) (out []string) {
	for node := range ast.Preorder(within) {
		table, ok := node.(*ast.CompositeLit)
		if !ok {
			continue
		}
		element := table.Type
		if list, ok := element.(*ast.ArrayType); ok {
			element = list.Elt
		}
		shape, ok := element.(*ast.StructType)
		if !ok {
			continue
		}
		for _, row := range table.Elts {
			if row, ok := row.(*ast.CompositeLit); ok {
				for _, text := range fieldOf(row, field, fieldIndex(shape, field)) {
					out = append(out, s.read(at, text)...)
				}
			}
		}
	}
	return out
}

// fieldOf is what a literal gives to a field, which has this place or -1.
func fieldOf(c *ast.CompositeLit, field string, place int) []ast.Expr {
	for i, element := range c.Elts {
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			if isIdent(pair.Key, field) {
				return []ast.Expr{pair.Value}
			}
		} else if i == place {
			return []ast.Expr{element}
		}
	}
	return nil
}

func fieldIndex(shape *ast.StructType, field string) int {
	place := 0
	for _, f := range shape.Fields.List {
		for _, name := range f.Names {
			if name.Name == field {
				return place
			}
			place++
		}
	}
	return -1
}

// indexed is every text of a list or map.
func (s *sayings) indexed(at function, e ast.Expr) []string {
	c, ok := e.(*ast.CompositeLit)
	if !ok {
		if name, named := e.(*ast.Ident); named {
			c, ok = at.in.values[name.Name].(*ast.CompositeLit)
		}
	}
	if !ok {
		return []string{hole}
	}
	var out []string
	for _, element := range c.Elts {
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			element = pair.Value
		}
		out = append(out, s.read(at, element)...)
	}
	return out
}

// returned is what a call gives: a format filled in, a text without its
// beginning, or what a function of the package returns.
func (s *sayings) returned(at function, call *ast.CallExpr) []string {
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		switch {
		case isIdent(f.X, "fmt") && f.Sel.Name == "Sprintf":
			return s.formatted(at, call.Args)
		case isIdent(f.X, "strings") && f.Sel.Name == "TrimPrefix":
			return s.read(at, call.Args[0])
		}
	case *ast.Ident:
		if d, ok := at.in.functions[f.Name]; ok && d.Recv == nil && d.Type.Results.NumFields() == 1 {
			return s.returns(at, d, call.Args)
		}
	}
	return []string{hole}
}

func (s *sayings) returns(at function, d *ast.FuncDecl, given []ast.Expr) []string {
	var out []string
	for node := range ast.Preorder(d.Body) {
		if r, ok := node.(*ast.ReturnStmt); ok && len(r.Results) == 1 {
			out = append(out, s.read(function{at.in, []ast.Node{at.around[0], d}}, r.Results[0])...)
		}
	}
	for i, name := range parameters(d.Type) {
		mark := "\x00" + name + "\x00"
		var next []string
		for _, text := range out {
			if !strings.Contains(text, mark) || i >= len(given) {
				next = append(next, text)
				continue
			}
			for _, value := range s.read(at, given[i]) {
				next = append(next, strings.ReplaceAll(text, mark, value))
			}
		}
		out = next
	}
	return out
}

// formatted fills in what is known of a format's texts, and leaves holes for the rest.
func (s *sayings) formatted(at function, args []ast.Expr) []string {
	var out []string
	for _, format := range s.read(at, args[0]) {
		texts, next, begin := []string{""}, 1, 0
		for _, v := range verb.FindAllStringIndex(format, -1) {
			texts = joined(texts, []string{format[begin:v[0]]})
			begin = v[1]
			switch sort := format[v[1]-1]; {
			case sort == '%':
				texts = joined(texts, []string{"%"})
				continue
			case sort == 's' && next < len(args):
				texts = joined(texts, s.read(at, args[next]))
			default:
				texts = joined(texts, []string{hole})
			}
			next++
		}
		out = append(out, joined(texts, []string{format[begin:]})...)
	}
	return out
}
