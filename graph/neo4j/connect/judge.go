package connect

import (
	"fmt"
	"strconv"
	"strings"
)

// oldestMinor is the Neo4j 5 that the store's statements were tried on: the one
// with long-term support, after which no other 5 came.
const oldestMinor = 26

// judge decides from what the server says it is made of.
func judge(server string, found []component) error {
	for _, part := range found {
		if part.name == "Neo4j Kernel" {
			return judgeKernel(server, part)
		}
	}
	return fmt.Errorf("the server at %s speaks Bolt but is not Neo4j; %s; check NEO4J_URI", server, wanted)
}

const wanted = "Entente needs Neo4j 5.26 or a later 5, Community or Enterprise"

func judgeKernel(server string, kernel component) error {
	if kernel.edition != "community" && kernel.edition != "enterprise" {
		return fmt.Errorf("the Neo4j at %s is of the edition %q; %s; check NEO4J_URI", server, kernel.edition, wanted)
	}
	for _, version := range kernel.versions {
		if text := fmt.Sprint(version); !supported(text) {
			return fmt.Errorf("the Neo4j at %s is version %s; %s; check NEO4J_URI", server, text, wanted)
		}
	}
	if len(kernel.versions) == 0 {
		return fmt.Errorf("the Neo4j at %s does not say its version; %s", server, wanted)
	}
	return nil
}

// supported reads "5.26.20" and "5.27-aura" alike; calendar versions such as
// "2025.01.0" are later than 5.
func supported(version string) bool {
	major, rest, _ := strings.Cut(version, ".")
	minor, _, _ := strings.Cut(rest, ".")
	minor, _, _ = strings.Cut(minor, "-")
	number, err := strconv.Atoi(minor)
	return major == "5" && err == nil && number >= oldestMinor
}
