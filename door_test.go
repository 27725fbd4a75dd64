package entente_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// shown are the tests that make door must run, by what they show.
func shown() map[string][]string {
	return map[string][]string{
		"the relying party's cases of the conformance suite": {
			"TestRelyingParty", "TestRelyingPartyProvesItself", "TestRelyingPartyFollowsKeys", "TestRelyingPartyRefreshes",
			"TestRelyingPartySignsOut", "TestRelyingPartyIsSignedOut", "TestRelyingPartyNeverAsksForUserinfo",
		},
		"faulty tokens":                    {"TestFaultyIDTokens", "TestFaultyAccessTokens", "TestFaultyLogoutTokens", "TestRefreshedIDTokens", "TestFaultyProofs"},
		"mix-up":                           {"TestFaultyAnswersAreRefused"},
		"the same sub at two issuers":      {"TestSameSubjectAtTwoIssuersIsTwoOfficers"},
		"a partner claiming another's":     {"TestAPartnerClaimingAnothersRolesGetsNone", "TestPartnerMayNotClaimAnotherCountrysOrganisation"},
		"an issuer removed mid-session":    {"TestSessionFollowsTheRegistry", "TestSuspendedIssuerEndsItsSessionsAndItsLogin", "TestSuspendingAnIssuerClosesTheDoorAtOnce"},
		"acr downgrade":                    {"TestEverySignInIsWhatTheEntryWants", "TestEverySignInOfTokensAndSessions", "TestStepUpThatTheProviderDidNotDo"},
		"hostile key sets":                 {"TestHostileKeySets", "TestKeyFetchesAreLimited", "TestFetchTargets"},
		"code replay and state reuse":      {"TestAnswerServesOnce", "TestCodeOfAnotherLoginIsRefused"},
		"missing verifier":                 {"TestEveryCodeNeedsItsVerifier"},
		"session fixation":                 {"TestSessionFixation"},
		"GraphQL over HTTP":                {"TestGraphQLOverHTTP"},
		"graphql-cop's checks":             {"TestGraphQLCop", "TestGETReadsOnly", "TestOnlyTrustedDocuments"},
		"sixty attack requests":            {"TestAttacksGetASmallAnswer", "BenchmarkAttacks"},
		"limits of cost, work and time":    {"TestTheLimitsFitTheUI", "TestFiftyHeavyQuestionsCostTooMuch", "TestAnOfficersWorkIsLimited", "TestTimeIsUpInNeo4jToo"},
		"subscriptions end with the right": {"TestASubscriptionEndsWithTheRightToIt", "TestATokenOpensALineAndItsEndClosesIt"},
		"websockets": {
			"TestAMalformedWebsocketIsOneEvent", "TestARefusedWebsocketIsOneEvent", "TestAWebsocketOfAStrangerIsSmallAndEnds",
			"TestAnOfficersWebsocketsAreBounded", "TestWhatIsAskedOnALineIsAnOfficersWork", "TestADocumentThatIsNoneOnALine",
		},
		"reasons in the log":                 {"TestTheReasonOfARefusalIsLogged", "TestAFailedLoginHasANumber"},
		"jobs are work":                      {"TestAnOfficersWorkCountsJobs", "TestCostsOfJobs"},
		"a provider that hangs or dies":      {"TestHangingIssuerDelaysNobodyElse", "TestHangingIssuerDelaysNoOtherLogin", "TestLastGoodKeysServeWhileTheIssuerIsDown"},
		"two processes behind one address":   {"TestLoginFinishesOnAnotherProcess", "TestTwoProcessesShareSessions", "TestServe"},
		"real providers":                     {"TestOfficersSignInAtARealKeycloak", "TestForeignProviderSignsIn", "TestForeignProviderBindsTokens"},
		"two administrators and a step-up":   {"TestTwoAdministratorsTrustAnIssuer", "TestTheGravestActionsWantAStepUp", "TestVictimIdentitiesWantAStepUp"},
		"the command line's way in, and TLS": {"TestSignIn", "TestOldTLSIsRefused"},
	}
}

// testName finds tests and benchmarks in Go.
var testName = regexp.MustCompile(`(?m)^func ((?:Test|Benchmark)\w+)\(`)

// namesIn are the tests and benchmarks of the packages in the folders.
func namesIn(t *testing.T, folders ...string) (names []string) {
	t.Helper()
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*_test.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no tests in %s: %v", folder, err)
		}
		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, found := range testName.FindAllStringSubmatch(string(content), -1) {
				names = append(names, found[1])
			}
		}
	}
	return names
}

// doorPattern are the beginnings that the Makefile has for tests beside auth/oidc.
func doorPattern(t *testing.T) []string {
	t.Helper()
	makefile, err := os.ReadFile("Makefile")
	if err != nil {
		t.Fatal(err)
	}
	_, list, found := strings.Cut(string(makefile), "\nDOOR = ")
	if !found {
		t.Fatal("the Makefile has no DOOR")
	}
	list, _, _ = strings.Cut(list, "\n\n")
	return strings.Fields(strings.ReplaceAll(list, "\\\n", " "))
}

// make door runs every test of what the door must show, and none of its names is
// one that no test has any more.
func TestTheDoorRunsWhatItMustShow(t *testing.T) {
	beginnings := doorPattern(t)
	var run []string
	used := map[string]bool{}
	for _, name := range namesIn(t, "server", "graph/neo4j", "cmd/entente") {
		at := slices.IndexFunc(beginnings, func(begin string) bool { return strings.HasPrefix(name, "Test"+begin) })
		if at < 0 {
			continue
		}
		run, used[beginnings[at]] = append(run, name), true
	}
	for _, begin := range beginnings {
		if !used[begin] {
			t.Errorf("no test begins with Test%s", begin)
		}
	}
	run = append(run, "BenchmarkAttacks")
	run = append(run, namesIn(t, "auth/oidc", "auth/oidc/keycloak")...)
	for what, names := range shown() {
		for _, name := range names {
			if !slices.Contains(run, name) {
				t.Errorf("%s: make door does not run %s", what, name)
			}
		}
	}
}
