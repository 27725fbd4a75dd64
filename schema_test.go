package entente_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	graphql "github.com/vektah/gqlparser/v2/ast"

	"entente/audit"
	"entente/auth"
	"entente/auth/policy"
	"entente/exchange/csv"
	"entente/graph"
)

func schema(t *testing.T) *graphql.Schema {
	t.Helper()
	content, err := os.ReadFile("schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	s, err := gqlparser.LoadSchema(&graphql.Source{Name: "schema.graphqls", Input: string(content)})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// own are the types that schema.graphqls defines, by name.
func own(s *graphql.Schema) []*graphql.Definition {
	var out []*graphql.Definition
	for _, d := range s.Types {
		if !d.BuiltIn {
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(a, b *graphql.Definition) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// ownFields leaves out __schema and its like.
func ownFields(d *graphql.Definition) []*graphql.FieldDefinition {
	return slices.DeleteFunc(slices.Clone(d.Fields), func(f *graphql.FieldDefinition) bool { return strings.HasPrefix(f.Name, "__") })
}

func TestSchemaIsDescribed(t *testing.T) {
	undescribed := func(description string, where ...string) {
		if strings.TrimSpace(description) == "" {
			t.Errorf("%s has no description", strings.Join(where, "."))
		}
	}
	for _, d := range own(schema(t)) {
		undescribed(d.Description, d.Name)
		for _, f := range ownFields(d) {
			undescribed(f.Description, d.Name, f.Name)
			for _, a := range f.Arguments {
				undescribed(a.Description, d.Name, f.Name, a.Name)
			}
		}
		for _, v := range d.EnumValues {
			undescribed(v.Description, d.Name, v.Name)
		}
	}
}

// Mutations that do not take one input with a key, and why.
func plainMutations() map[string]string {
	return map[string]string{
		"startJob":      "it writes nothing to the graph: a question that is asked twice is answered twice",
		"cancelJob":     "it writes nothing to the graph: a job that has ended stays as it is",
		"endSession":    "it writes nothing to the graph: a session that has ended is not found",
		"proposeIssuer": "it writes nothing to the graph: to propose the same again is to have it proposed",
		"decideIssuer":  "it writes nothing to the graph: the version keeps it from being decided twice",
		"suspendIssuer": "it writes nothing to the graph: twice is as good as once",
		"setPurpose":    "it writes nothing to the graph: it says a word of a session, and twice is as good as once",
	}
}

func TestMutationsAreSafeToRepeat(t *testing.T) {
	s := schema(t)
	for _, m := range ownFields(s.Mutation) {
		if _, ok := plainMutations()[m.Name]; ok {
			continue
		}
		if len(m.Arguments) != 1 || m.Arguments[0].Name != "input" || !m.Arguments[0].Type.NonNull {
			t.Errorf("%s does not take one input", m.Name)
			continue
		}
		input, payload := s.Types[m.Arguments[0].Type.Name()], s.Types[m.Type.Name()]
		if key := input.Fields.ForName("idempotencyKey"); key == nil || key.Type.String() != "String!" {
			t.Errorf("%s has no idempotencyKey: String!", input.Name)
		}
		if revision := payload.Fields.ForName("revision"); revision == nil || revision.Type.String() != "Revision!" {
			t.Errorf("%s has no revision: Revision!", payload.Name)
		}
	}
}

// Lists without `first` or `limit`, and what bounds each.
func boundedOtherwise() map[string]string {
	const (
		written  = "as long as its writer made it; a request has at most 1 MiB"
		page     = "the page of the field that gives the connection"
		codes    = "a code list"
		asked    = "the ids or the first that were asked for"
		team     = "people and organisations of one operation or hub, not data"
		oneThing = "what was contributed on one thing"
		hops     = "maxHops, at most 64 for each of at most 13 legs"
		tree     = "a tree between at most 100 records"
		ids      = "ids alone: the page draws all it holds in the colours of the communities"
	)
	return map[string]string{
		"Audience.officers": written, "Audience.organisations": written, "Audience.operations": written,
		"Company.alias": written, "CrimeGroup.alias": written, "CrimeGroup.country": written,
		"Person.alias": written, "Person.nationality": written,
		"ControlHeld.controls": codes, "CrimeGroup.activities": codes, "ExploitationEvent.controls": codes,
		"Marking.compartments": codes, "Marking.handling": codes, "Me.clearances": codes, "Me.roles": codes,
		"Community.kinds": codes, "Record.linkCounts": codes, "Path.handling": codes,
		"Path.compartments": codes, "Translation.handling": codes, "Translation.candidates": codes, "Translation.notes": codes,
		"Visibility.roles": codes, "Visibility.clearances": codes, "Query.whyCanISee": codes,
		"Visibility.officers": written, "Visibility.teams": written, "Visibility.organisations": team, "VisibleTeam.members": team,
		"RecordConnection.edges": page, "RecordConnection.nodes": page, "LinkConnection.edges": page,
		"LinkConnection.nodes": page, "InvolvementConnection.edges": page, "InvolvementConnection.nodes": page,
		"AuditConnection.edges": page, "AuditConnection.nodes": page,
		"Subgraph.records": "limit of the field that gives it, or the ids asked for", "Subgraph.links": "the links among those records",
		"Query.nodes": asked, "Query.search": asked, "Communities.communities": asked,
		"Community.memberIds": ids, "CommunityPart.memberIds": ids, "CommunityLevel.parts": asked,
		"Communities.levels": "each has fewer parts than the one before: at most about the logarithm of the entities",
		"Me.operations":      team, "Operation.members": team, "Operation.parties": team, "Query.operations": team, "Query.organisations": team,
		"Query.mySessions": "browsers of one officer, each at most ten hours", "Mutation.endSession": "as mySessions", "Query.issuers": "providers of one hub, not data",
		"StepUp.acrValues": "an entry of at most 16 KiB", "StepUp.methods": "an entry of at most 16 KiB",
		"Issuer.contacts": "an entry of at most 16 KiB", "Issuer.homeDomains": "an entry of at most 16 KiB", "Issuer.organisationIds": "an entry of at most 16 KiB",
		"IssuerTrial.roles": codes, "IssuerTrial.clearances": codes,
		"Query.officers": team, "Operation.versions": team, "Proposal.parties": team, "Proposal.signed": team, "Proposal.awaits": team,
		"Operation.certificates": team, "Operation.evaluations": team, "Notice.about": written, "Disposal.about": written,
		"RetentionPayload.retentions": asked, "NoticeConnection.edges": page, "NoticeConnection.nodes": page,
		"RetentionConnection.edges": page, "RetentionConnection.nodes": page,
		"Entity.records": oneThing, "Entity.judgements": oneThing, "Entity.involvements": oneThing,
		"Record.involvements": oneThing, "Record.versions": oneThing, "Link.versions": oneThing,
		"SharePreview.receivers": team, "SharePreview.handling": codes, "SharePreview.clearances": codes,
		"ReleaseConnection.edges": page, "ReleaseConnection.nodes": page, "Release.to": written, "ClosedGate.reasons": codes, "ClosedGate.keys": codes,
		"AskHitPayload.hits": team, "Record.discoverableBy": codes,
		"Conditions.handling": codes, "Conditions.compartments": codes, "Conditions.restrictions": "one of each record and link",
		"ImportLayout.stages": codes, "ImportPayload.rejected": "a part makes at most 1,000 elements and rejections", "ImportPreview.rejected": "a part makes at most 1,000 elements and rejections",
		"SharePreview.restrictions": "one of each element", "ViewAs.counts": codes,
		"Path.entities": "maxHops, at most 64", "Path.steps": "maxHops, at most 64",
		"Path.restrictions":  "one of each link and record on the way",
		"Query.pathsBetween": asked, "Query.brokers": asked, "Query.connect": "one tree between at most 100 records",
		"Paths.routes": asked, "Route.hubs": hops, "Route.sources": hops, "Route.organisations": team, "Route.waypointIds": "at most 12 waypoints",
		"Route.repeatedIds": hops, "Connection.entities": tree, "Connection.links": tree, "Connection.groups": tree, "Connection.hubs": tree,
		"Connection.sources": tree, "Connection.organisations": team, "Connection.handling": codes, "Connection.compartments": codes,
		"Connection.restrictions": tree, "ConnectionGroup.entityIds": tree, "AllPairs.entities": asked, "AllPairs.byHops": hops,
		"Trace.hops": "maxHops, at most 20", "Trace.totals": "one of each currency", "Trace.trails": asked,
		"Trace.handling": codes, "Trace.compartments": codes, "Trace.restrictions": "one of each link and record that was read",
		"Trail.steps": hops, "Trail.handling": codes, "Trail.compartments": codes, "Trail.restrictions": hops, "Arrivals.arrivals": asked,
		"CommunityDescription.roles": codes, "CommunityDescription.countries": codes, "CommunityDescription.organisations": team,
		"CommunityDescription.brokers": "ten", "CommunityDescription.handling": codes, "CommunityDescription.compartments": codes,
		"CommunityDescription.restrictions": "one of each marking",
		"CommunityComparison.kept":          asked, "CommunityComparison.merged": asked, "CommunityComparison.split": asked,
		"CommunityComparison.born": asked, "CommunityComparison.died": asked, "CommunityChange.several": "one has at most so many members",
		"KeptCommunity.joinedIds": ids, "KeptCommunity.leftIds": ids, "Centrality.values": asked, "Centrality.of": asked,
		"Structure.cuts": asked, "Structure.bridges": asked, "Structure.blocks": asked, "Block.memberIds": ids,
		"DisruptionPlan.handling": codes, "DisruptionPlan.compartments": codes, "DisruptionPlan.restrictions": "one of each marking",
		"JointPlan.targetKinds": codes, "View.hidden": codes, "ViewContent.places": "at most 5,000, refused when it is saved", "ViewContent.opened": "as many as there are places", "PlanTarget.reasons": codes, "PlanTarget.successors": "the successors asked for, at most 20",
	}
}

func TestListsAreBounded(t *testing.T) {
	reasons := boundedOtherwise()
	for _, d := range own(schema(t)) {
		if d.Kind != graphql.Object && d.Kind != graphql.Interface {
			continue
		}
		for _, f := range ownFields(d) {
			bound := f.Arguments.ForName("first")
			if bound == nil {
				bound = f.Arguments.ForName("limit")
			}
			name := d.Name + "." + f.Name
			reason := reasons[name]
			delete(reasons, name)
			switch {
			case bound != nil && (bound.Type.String() != "Int!" || bound.DefaultValue == nil):
				t.Errorf("%s: %s is not an Int! with a default", name, bound.Name)
			case bound == nil && (f.Type.Elem != nil || strings.HasSuffix(f.Type.Name(), "Connection")) && reason == "":
				t.Errorf("%s is a list without first or limit: say in schema_test.go what bounds it", name)
			}
		}
	}
	for name := range reasons {
		t.Errorf("%s is no list any more: take it out of schema_test.go", name)
	}
}

// Each enum of the schema is a Go type of the same name, with the same values:
// its constants, or for long lists a function.
func TestEnumsAreTheCodeLists(t *testing.T) {
	declared := constants(t, "graph", "auth", "auth/policy", "casework")
	for enum, list := range codeLists() {
		if len(declared[enum]) == 0 {
			declared[enum] = list
		}
	}
	for _, d := range own(schema(t)) {
		if d.Kind != graphql.Enum {
			continue
		}
		var values []string
		for _, v := range d.EnumValues {
			values = append(values, v.Name)
		}
		slices.Sort(values)
		want := declared[d.Name]
		slices.Sort(want)
		if !slices.Equal(values, want) {
			t.Errorf("enum %s has %q, its Go type has %q", d.Name, values, want)
		}
	}
}

// Officers read the same sentence in the API's documentation and in an answer.
func TestReasonsSayWhatTheSchemaSays(t *testing.T) {
	described := schema(t).Types["Reason"].EnumValues
	for _, m := range policy.Reasons() {
		if v := described.ForName(string(m.Reason)); v == nil || v.Description != m.Says {
			t.Errorf("%s says %q, and the schema does not", m.Reason, m.Says)
		}
	}
}

// The lists that Go code walks are the enums, in the order of the schema.
func TestCodeListsAreTheEnums(t *testing.T) {
	s := schema(t)
	for enum, list := range codeLists() {
		var values []string
		for _, v := range s.Types[enum].EnumValues {
			values = append(values, v.Name)
		}
		if !slices.Equal(values, list) {
			t.Errorf("enum %s has %q, the Go list %q", enum, values, list)
		}
	}
}

// codeLists are the lists that Go code walks, by the enum of the schema.
func codeLists() map[string][]string {
	return map[string][]string{
		"RecordKind": texts(graph.RecordKinds()), "LinkKind": texts(graph.LinkKinds()), "ChainRole": texts(graph.ChainRoles()),
		"RecruitmentMethod": texts(graph.RecruitmentMethods()), "Exploitation": texts(graph.Exploitations()),
		"Control": texts(graph.ControlMethods()), "Compartment": texts(graph.Compartments()), "Handling": texts(graph.Handlings()),
		"IdentifierScheme": texts(graph.IdentifierSchemes()), "Role": texts(auth.Roles()), "AuditAction": texts(audit.Actions()),
		"HitScheme": texts(graph.HitSchemes()), "ShareAct": texts(graph.ShareActs()), "ReleaseState": texts(graph.ReleaseStates()),
		"Action": texts(policy.Actions()), "ImportStage": texts(csv.Stages()), "ImportOutcome": texts(graph.ToldProspects()),
		"Reason": reasons(), "RecordAttribute": texts(graph.RecordAttributes()),
	}
}

func reasons() []string {
	var out []string
	for _, m := range policy.Reasons() {
		out = append(out, string(m.Reason))
	}
	return out
}

func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, one := range list {
		out[i] = string(one)
	}
	return out
}

// constants are the string constants that packages declare, by their type.
func constants(t *testing.T, folders ...string) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, declaration := range parsed.Decls {
				if general, ok := declaration.(*ast.GenDecl); ok && general.Tok == token.CONST {
					collect(t, general, out)
				}
			}
		}
	}
	return out
}

func collect(t *testing.T, declaration *ast.GenDecl, into map[string][]string) {
	t.Helper()
	for _, spec := range declaration.Specs {
		constant, ok := spec.(*ast.ValueSpec)
		if !ok {
			continue
		}
		named, ok := constant.Type.(*ast.Ident)
		if !ok {
			continue
		}
		for _, value := range constant.Values {
			literal, ok := value.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				continue
			}
			text, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Fatal(err)
			}
			into[named.Name] = append(into[named.Name], text)
		}
	}
}
