package entente_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "entente"

// rung is one step of the import ladder: packages that do not import each
// other, and nothing above them. A package's subfolders are on its rung and may
// import within their folder.
type rung struct {
	packages []string
	reason   string
}

// ladder is the import ladder, lowest rung first.
func ladder() []rung {
	return []rung{
		{[]string{"graph"}, "the nouns: everybody speaks them, so they know nobody"},
		{[]string{"tracing"}, "what took how long, for whoever does anything; it knows nothing of what"},
		{[]string{"graph/identifier"}, "the normal forms of numbers and names that officers type; of nouns alone"},
		{[]string{"auth"}, "the caller, as data: who signs callers in is another matter"},
		{[]string{"auth/policy"}, "pure decisions from nouns and callers; it must stay small enough to be read whole"},
		{[]string{"auth/oidc", "audit", "graph/engine", "exchange"}, "parts side by side: a login, a log, an engine that never sees a store, formats"},
		{[]string{"graph/neo4j"}, "the store feeds the engine's types, so it stands over it; it decides nothing"},
		{[]string{"casework"}, "the one place where policy, store, engine and log meet; it takes the store as an interface"},
		{[]string{"resolvers", "web"}, "faces of casework: GraphQL without HTTP, and the pages"},
		{[]string{"server"}, "HTTP: limits, headers, and the life of a request"},
		{[]string{"cmd"}, "settings, start and stop, and the joining of all the packages"},
	}
}

// listed is what go list tells of a package.
type listed struct {
	ImportPath string
	Dir        string
	Name       string
	GoFiles    []string // tests left out: they may join what the ladder keeps apart
	Imports    []string
}

func packages(t *testing.T) []listed {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Dir,Name,GoFiles,Imports", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// at is the rung of a package of this module and the folder that puts it
// there; -1 for none.
func at(path string) (int, string) {
	best, folder := -1, ""
	for i, r := range ladder() {
		for _, p := range r.packages {
			if within(path, p) && len(p) > len(folder) {
				best, folder = i, p
			}
		}
	}
	return best, folder
}

// within says whether a package of this module is a folder or below it.
func within(path, folder string) bool {
	return path == module+"/"+folder || strings.HasPrefix(path, module+"/"+folder+"/")
}

func TestImportsGoOneWay(t *testing.T) {
	for _, p := range packages(t) {
		if len(p.GoFiles) == 0 || p.ImportPath == module {
			continue // tests alone
		}
		own, folder := at(p.ImportPath)
		if own < 0 {
			t.Errorf("%s has no rung on the ladder: put it into layering_test.go with a reason", p.ImportPath)
			continue
		}
		for _, imported := range p.Imports {
			if !strings.HasPrefix(imported, module+"/") || within(imported, folder) {
				continue
			}
			if other, _ := at(imported); other >= own {
				t.Errorf("%s (%s) imports %s (%s)", p.ImportPath, ladder()[own].reason, imported, ladder()[max(other, 0)].reason)
			}
		}
	}
}

// fence keeps an import within some folders.
type fence struct {
	imported string // this package and all below it
	allowed  []string
	reason   string
}

func fences() []fence {
	return []fence{
		{
			"github.com/neo4j/",
			[]string{"graph/neo4j", "cmd"},
			"sight is applied inside every statement, and all statements are in graph/neo4j",
		},
		{
			"github.com/99designs/gqlgen",
			[]string{"resolvers", "server"},
			"an action must not depend on how it is asked",
		},
		{
			"github.com/vektah/gqlparser",
			[]string{"resolvers", "server"},
			"an action must not depend on how it is asked",
		},
		{
			"net/http",
			[]string{"auth/oidc", "server", "web", "cmd"},
			"casework and below are asked by commands and tests too",
		},
		{
			"testing",
			[]string{"graph/neo4j/neo4jtest"},
			"what helps tests is not in the binary",
		},
		{
			module + "/graph/neo4j/neo4jtest",
			[]string{"graph/neo4j/neo4jtest"},
			"what helps tests is not in the binary",
		},
		{
			module + "/auth/oidc/devissuer",
			[]string{"auth/oidc/devissuer", "cmd"},
			"the development providers sign whatever they are asked: no hub but 'entente dev' has them",
		},
	}
}

func TestFences(t *testing.T) {
	for _, p := range packages(t) {
		for _, imported := range p.Imports {
			for _, f := range fences() {
				if imported != f.imported && !strings.HasPrefix(imported, strings.TrimSuffix(f.imported, "/")+"/") {
					continue
				}
				if !slices.ContainsFunc(f.allowed, func(folder string) bool { return within(p.ImportPath, folder) }) {
					t.Errorf("%s imports %s: %s", p.ImportPath, imported, f.reason)
				}
			}
		}
	}
}

// The nouns and the decisions depend on nothing that could change under them.
func TestNounsAndDecisionsImportTheStandardLibraryOnly(t *testing.T) {
	allowed := map[string][]string{
		"entente/graph":       {},
		"entente/auth":        {"entente/graph"},
		"entente/auth/policy": {"entente/graph", "entente/auth"},
	}
	for _, p := range packages(t) {
		own, ok := allowed[p.ImportPath]
		if !ok {
			continue
		}
		for _, imported := range p.Imports {
			first, _, _ := strings.Cut(imported, "/")
			if standard := !strings.Contains(first, ".") && first != module; !standard && !slices.Contains(own, imported) {
				t.Errorf("%s imports %s", p.ImportPath, imported)
			}
		}
	}
}

func TestEveryPackageSaysWhatItIs(t *testing.T) {
	for _, p := range packages(t) {
		if len(p.GoFiles) == 0 || p.ImportPath == "entente/resolvers/generated" {
			continue // tests alone, and what gqlgen writes
		}
		if !slices.Contains(p.GoFiles, "doc.go") {
			t.Errorf("%s has no doc.go", p.ImportPath)
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, "doc.go"), nil, parser.ParseComments|parser.PackageClauseOnly)
		if err != nil {
			t.Fatal(err)
		}
		want := "Package " + p.Name + " "
		if p.Name == "main" {
			want = "Command " + filepath.Base(p.Dir) + " "
		}
		if !strings.HasPrefix(file.Doc.Text(), want) {
			t.Errorf("the doc.go of %s does not begin with %q", p.ImportPath, want)
		}
	}
}

// policy.Whole sees everything. It is for loads by the hub's operator, whose
// ends of links must be found whoever owns them.
func TestOnlyLoadsSeeTheWhole(t *testing.T) {
	uses := usesOfPolicy(t, "Whole")
	if want := []string{"casework/closing.go", "casework/disposal.go", "casework/load.go"}; !slices.Equal(uses, want) {
		t.Errorf("policy.Whole is used in %q, want %q", uses, want)
	}
}

// usesOfPolicy are the files, in order, that mention a name of auth/policy.
func usesOfPolicy(t *testing.T, name string) []string {
	t.Helper()
	var uses []string
	for _, p := range packages(t) {
		if !slices.Contains(p.Imports, "entente/auth/policy") {
			continue
		}
		for _, file := range p.GoFiles {
			if mentions(t, filepath.Join(p.Dir, file), "entente/auth/policy", name) {
				uses = append(uses, strings.TrimPrefix(p.ImportPath, module+"/")+"/"+file)
			}
		}
	}
	return uses
}

// policy.WithOwner looks at what an owner withholds, to tell the owner.
func TestOnlyTheBrokerLooksWithAnOwner(t *testing.T) {
	uses := usesOfPolicy(t, "WithOwner")
	if want := []string{"casework/broker.go"}; !slices.Equal(uses, want) {
		t.Errorf("policy.WithOwner is used in %q, want %q", uses, want)
	}
}

// policy.Administering lets a team administrator read what is for their own
// organisation; case data is marked so too, so notices alone are looked for under it.
func TestOnlyNoticesAreReadByAdministrators(t *testing.T) {
	uses := usesOfPolicy(t, "Administering")
	if want := []string{"casework/notice.go"}; !slices.Equal(uses, want) {
		t.Errorf("policy.Administering is used in %q, want %q", uses, want)
	}
}

// policy.Filed lets a team administrator read what whole organisations file when a team
// is over; case data may be marked so too, so certificates and evaluations alone are
// looked for under it.
func TestOnlyWhatIsFiledIsReadByAdministrators(t *testing.T) {
	uses := usesOfPolicy(t, "Filed")
	if want := []string{"casework/closing.go"}; !slices.Equal(uses, want) {
		t.Errorf("policy.Filed is used in %q, want %q", uses, want)
	}
}

// policy.Joint is what two organisations bring into one plan, which neither sees.
func TestOnlyAJointPlanLooksForTwo(t *testing.T) {
	uses := usesOfPolicy(t, "Joint")
	if want := []string{"casework/jointplanwrite.go"}; !slices.Equal(uses, want) {
		t.Errorf("policy.Joint is used in %q, want %q", uses, want)
	}
}

// What takes no sight, beside the loads and the engine's feed, is asked in one
// file each, which turns it into a word to an owner or a contact; or, of markings alone, in two.
func TestWhatTakesNoSightIsAskedInOneFile(t *testing.T) {
	for method, want := range map[string][]string{
		"SafeguardsOf": {"casework/safeguard.go"}, "HitsOf": {"casework/hit.go"}, "MarkingsOf": {"casework/closing.go", "casework/disposal.go"},
		"Foresee": {"casework/importread.go"}, // it takes a sight, and tells of ids that something hidden has
	} {
		var uses []string
		for _, p := range packages(t) {
			for _, name := range p.GoFiles {
				if calls(t, filepath.Join(p.Dir, name), method) {
					uses = append(uses, strings.TrimPrefix(p.ImportPath, module+"/")+"/"+name)
				}
			}
		}
		if !slices.Equal(uses, want) {
			t.Errorf("%s is asked in %q, want %q", method, uses, want)
		}
	}
}

// calls says whether a file names a method of something.
func calls(t *testing.T, file, method string) bool {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := false
	ast.Inspect(parsed, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok && s.Sel.Name == method {
			found = true
		}
		return true
	})
	return found
}

// mentions says whether a file names something of an imported package.
func mentions(t *testing.T, file, imported, name string) bool {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	local := ""
	for _, i := range parsed.Imports {
		if path, err := strconv.Unquote(i.Path.Value); err == nil && path == imported {
			local = filepath.Base(imported)
			if i.Name != nil {
				local = i.Name.Name
			}
		}
	}
	found := false
	ast.Inspect(parsed, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok && s.Sel.Name == name {
			if x, ok := s.X.(*ast.Ident); ok && x.Name == local {
				found = true
			}
		}
		return true
	})
	return found
}

// A Sight that sees anything comes from auth/policy or from nowhere.
func TestNobodyElseCanMakeASight(t *testing.T) {
	for _, c := range []struct{ what, code, want string }{
		{"the zero sight, which sees nothing", `policy.Sight{}`, ""},
		{"a literal with fields", `policy.Sight{bits: []uint64{1}}`, "cannot refer to unexported field bits"},
		{"a literal without names", `policy.Sight{[]uint64{1}, nil, ""}`, "implicit assignment to unexported field"},
		{"a conversion", `policy.Sight(struct {
			bits    []uint64
			visible []int64
			key     string
		}{bits: []uint64{1}})`, "cannot convert"},
	} {
		t.Run(c.what, func(t *testing.T) {
			t.Parallel()
			said, err := build(t, c.code)
			switch {
			case c.want == "" && err != nil:
				t.Errorf("does not build: %s", said)
			case c.want != "" && (err == nil || !strings.Contains(said, c.want)):
				t.Errorf("err %v, the compiler says %q; want it to say %q", err, said, c.want)
			}
		})
	}
}

// build compiles a program outside auth/policy that makes a sight.
func build(t *testing.T, sight string) (said string, err error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "attempt.go")
	program := fmt.Sprintf("package main\n\nimport %q\n\nfunc main() { _ = %s }\n", "entente/auth/policy", sight)
	if err := os.WriteFile(file, []byte(program), 0o600); err != nil {
		t.Fatal(err)
	}
	output, err := exec.Command("go", "build", "-o", os.DevNull, file).CombinedOutput()
	return string(output), err
}
