package connect

import "testing"

func TestJudge(t *testing.T) {
	kernel := func(version, edition string) []component {
		return []component{{name: "Cypher", versions: []any{"5"}}, {name: "Neo4j Kernel", versions: []any{version}, edition: edition}}
	}
	const need = "; Entente needs Neo4j 5.26 or a later 5, Community or Enterprise"
	cases := []struct {
		what  string
		found []component
		want  string
	}{
		{"the version we ship", kernel("5.26.20", "community"), ""},
		{"the oldest", kernel("5.26.0", "enterprise"), ""},
		{"a hosted one", kernel("5.27-aura", "enterprise"), ""},
		{"just too old", kernel("5.25.1", "community"), "the Neo4j at db:7687 is version 5.25.1" + need + "; check NEO4J_URI"},
		{"version 4", kernel("4.4.30", "community"), "the Neo4j at db:7687 is version 4.4.30" + need + "; check NEO4J_URI"},
		{"a calendar version", kernel("2025.01.0", "community"), "the Neo4j at db:7687 is version 2025.01.0" + need + "; check NEO4J_URI"},
		{"no number", kernel("5.x", "community"), "the Neo4j at db:7687 is version 5.x" + need + "; check NEO4J_URI"},
		{"another edition", kernel("5.26.20", "advanced"), `the Neo4j at db:7687 is of the edition "advanced"` + need + "; check NEO4J_URI"},
		{"no version", []component{{name: "Neo4j Kernel", edition: "community"}}, "the Neo4j at db:7687 does not say its version" + need},
		{"another product", []component{{name: "Memory Graph", versions: []any{"5.26.0"}, edition: "community"}}, "the server at db:7687 speaks Bolt but is not Neo4j" + need + "; check NEO4J_URI"},
		{"nothing", nil, "the server at db:7687 speaks Bolt but is not Neo4j" + need + "; check NEO4J_URI"},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			got := ""
			if err := judge("db:7687", c.found); err != nil {
				got = err.Error()
			}
			if got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}
