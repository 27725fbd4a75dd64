package entente_test

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A text of the sources is read into its alternatives. What is known only when
// the hub runs is a hole; what a function was given is marked by the parameter's
// name, and read where the function is called; passed is the whole message of an
// error that another place made.
const (
	hole   = "{}"
	passed = "\x01"
)

var (
	param = regexp.MustCompile("\x00([^\x00]+)\x00")
	holes = regexp.MustCompile(`(\{\})+`)
	verb  = regexp.MustCompile(`%[-+# 0]*[\d.*]*[a-zA-Z%]`)
)

// source is a package's files, and what is declared in them.
type source struct {
	dir       string
	name      string
	files     []*ast.File
	values    map[string]ast.Expr      // constants and variables of the package
	functions map[string]*ast.FuncDecl // methods by their name alone
}

// sayer is a function that says texts, with the parameters they are made of.
type sayer struct{ dir, function, text string }

// sayings collects what the hub can say.
type sayings struct {
	positions *token.FileSet
	sources   map[string]*source // by folder
	sayers    map[sayer]bool
	open      []sayer
	said      map[string][]string // sentence to the folders that say it
	unread    map[string]int      // file and function of a text that is not to be read here, with its line
	reading   string              // the variable whose values are being read
}

// function is where an expression stands: every declaration or literal around it,
// outermost first.
type function struct {
	in     *source
	around []ast.Node
}

func readSources(t *testing.T, all []listed, speaks func(dir string) bool) *sayings {
	t.Helper()
	s := &sayings{
		positions: token.NewFileSet(), sources: map[string]*source{}, sayers: map[sayer]bool{},
		said: map[string][]string{}, unread: map[string]int{},
	}
	for _, p := range all {
		dir, inside := strings.CutPrefix(p.ImportPath, module+"/")
		if !inside || !speaks(dir) {
			continue
		}
		from := &source{dir: dir, name: p.Name, values: map[string]ast.Expr{}, functions: map[string]*ast.FuncDecl{}}
		for _, file := range p.GoFiles {
			parsed, err := parser.ParseFile(s.positions, filepath.Join(dir, file), nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			from.files = append(from.files, parsed)
			from.declare(parsed)
		}
		s.sources[dir] = from
	}
	return s
}

func (p *source) declare(file *ast.File) {
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			p.functions[d.Name.Name] = d
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				v, ok := spec.(*ast.ValueSpec)
				if !ok {
					continue
				}
				for i, name := range v.Names {
					if i < len(v.Values) {
						p.values[name.Name] = v.Values[i]
					}
				}
			}
		}
	}
}

// each visits every expression of every package, in order of the folders.
func (s *sayings) each(visit func(at function, e ast.Expr)) {
	dirs := make([]string, 0, len(s.sources))
	for dir := range s.sources {
		dirs = append(dirs, dir)
	}
	slices.Sort(dirs)
	for _, dir := range dirs {
		for _, file := range s.sources[dir].files {
			var stack []ast.Node
			ast.Inspect(file, func(n ast.Node) bool {
				if n == nil {
					stack = stack[:len(stack)-1]
					return true
				}
				stack = append(stack, n)
				if e, ok := n.(ast.Expr); ok {
					visit(function{s.sources[dir], stack}, e)
				}
				return true
			})
		}
	}
}

// collect follows the texts from where they are said to where they are written.
func (s *sayings) collect(said map[string]string, made []string) {
	s.each(func(at function, e ast.Expr) {
		if call, ok := e.(*ast.CallExpr); ok && slices.Contains(made, at.nameOf(call.Fun)) {
			s.say(at, call.Args[0])
		}
		for _, c := range literals(e) {
			if field, ok := said[at.nameOf(c.Type)]; ok {
				for _, text := range fieldOf(c, field, s.place(at, c, field)) {
					s.say(at, text)
				}
			}
		}
	})
	for len(s.open) > 0 {
		next := s.open[0]
		s.open = s.open[1:]
		s.each(func(at function, e ast.Expr) {
			if call, ok := e.(*ast.CallExpr); ok && s.calls(at, call, next) {
				s.called(at, call, next)
			}
		})
	}
}

// literals are a literal with its type, or the rows of a list with theirs.
func literals(e ast.Expr) []*ast.CompositeLit {
	c, ok := e.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	list, ok := c.Type.(*ast.ArrayType)
	if !ok {
		return []*ast.CompositeLit{c}
	}
	var rows []*ast.CompositeLit
	for _, row := range c.Elts {
		if row, ok := row.(*ast.CompositeLit); ok && row.Type == nil {
			rows = append(rows, &ast.CompositeLit{Type: list.Elt, Elts: row.Elts})
		}
	}
	return rows
}

// nameOf is a type or function as folder.Name, or package.Name of another module.
func (f function) nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return f.in.dir + "." + e.Name
	case *ast.SelectorExpr:
		if x, ok := e.X.(*ast.Ident); ok {
			return cmp.Or(f.imported(x.Name), x.Name) + "." + e.Sel.Name
		}
	}
	return ""
}

// imported is the folder of a package of this module by its name in this file.
func (f function) imported(name string) string {
	for _, i := range f.around[0].(*ast.File).Imports {
		path, err := strconv.Unquote(i.Path.Value)
		dir, own := strings.CutPrefix(path, module+"/")
		if err == nil && own && ((i.Name != nil && i.Name.Name == name) || (i.Name == nil && filepath.Base(dir) == name)) {
			return dir
		}
	}
	return ""
}

// calls tells whether a call is of the sayer: by name, a method in its own package.
func (s *sayings) calls(at function, call *ast.CallExpr, to sayer) bool {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return at.in.dir == to.dir && f.Name == to.function
	case *ast.SelectorExpr:
		if f.Sel.Name != to.function {
			return false
		}
		if x, ok := f.X.(*ast.Ident); ok && at.imported(x.Name) != "" {
			return at.imported(x.Name) == to.dir
		}
		return at.in.dir == to.dir
	}
	return false
}

// called puts what a call gives in the place of the sayer's parameters.
func (s *sayings) called(at function, call *ast.CallExpr, to sayer) {
	texts := []string{to.text}
	for i, name := range s.parameters(to) {
		mark := "\x00" + name + "\x00"
		if i >= len(call.Args) || !strings.Contains(to.text, mark) {
			continue
		}
		var next []string
		for _, given := range s.read(at, call.Args[i]) {
			for _, text := range texts {
				next = append(next, strings.ReplaceAll(text, mark, given))
			}
		}
		texts = next
	}
	for _, text := range texts {
		s.keep(at, call, text)
	}
}

func (s *sayings) parameters(of sayer) []string {
	p := s.sources[of.dir]
	if f, ok := p.functions[of.function]; ok {
		return parameters(f.Type)
	}
	for _, file := range p.files {
		for node := range ast.Preorder(file) {
			if a, ok := node.(*ast.AssignStmt); ok && len(a.Lhs) == 1 && isIdent(a.Lhs[0], of.function) {
				if f, ok := a.Rhs[0].(*ast.FuncLit); ok {
					return parameters(f.Type)
				}
			}
		}
	}
	return nil
}

func parameters(f *ast.FuncType) []string {
	var names []string
	for _, field := range f.Params.List {
		for _, name := range field.Names {
			names = append(names, name.Name)
		}
	}
	return names
}

func isIdent(e ast.Expr, name string) bool {
	i, ok := e.(*ast.Ident)
	return ok && i.Name == name
}

// say keeps every alternative of a text that is said.
func (s *sayings) say(at function, text ast.Expr) {
	for _, alternative := range s.read(at, text) {
		s.keep(at, text, alternative)
	}
}

// keep keeps a sentence, or its function as a sayer where it has parameters.
func (s *sayings) keep(at function, where ast.Node, text string) {
	if param.MatchString(text) {
		next := sayer{at.in.dir, at.names(param.FindStringSubmatch(text)[1]), text}
		if !s.sayers[next] {
			s.sayers[next] = true
			s.open = append(s.open, next)
		}
		return
	}
	// The hub takes the name of the field from before a message that is passed on.
	if text == passed || text == hole+": "+passed || text == "" {
		return
	}
	text = holes.ReplaceAllString(strings.ReplaceAll(text, passed, hole), hole)
	if text == hole {
		place := s.positions.Position(where.Pos())
		s.unread[place.Filename+": "+at.names("")] = place.Line
		return
	}
	if !slices.Contains(s.said[text], at.in.dir) {
		s.said[text] = append(s.said[text], at.in.dir)
		slices.Sort(s.said[text])
	}
}

// names is the name of the innermost function that has the parameter, or of the
// declared one around all for "".
func (f function) names(parameter string) string {
	for i := len(f.around) - 1; i >= 0; i-- {
		switch n := f.around[i].(type) {
		case *ast.FuncLit:
			if parameter == "" || !slices.Contains(parameters(n.Type), parameter) {
				continue
			}
			if a, ok := f.around[i-1].(*ast.AssignStmt); ok {
				return a.Lhs[0].(*ast.Ident).Name
			}
		case *ast.FuncDecl:
			return n.Name.Name
		}
	}
	return ""
}

// place is where a type of the same package has a field, or -1.
func (s *sayings) place(at function, c *ast.CompositeLit, field string) int {
	name, ok := c.Type.(*ast.Ident)
	if !ok {
		return -1
	}
	for _, file := range at.in.files {
		for node := range ast.Preorder(file) {
			if spec, ok := node.(*ast.TypeSpec); ok && spec.Name.Name == name.Name {
				if shape, ok := spec.Type.(*ast.StructType); ok {
					return fieldIndex(shape, field)
				}
			}
		}
	}
	return -1
}
