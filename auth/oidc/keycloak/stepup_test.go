package keycloak_test

// How a realm tells classes of sign-in apart: the password is silver, a second
// factor makes it gold.

const otpSecret = "an-invented-secret-20" // what the officer's app holds

// withClasses gives a realm the flow, its officer the second factor.
func withClasses(realm map[string]any) map[string]any {
	realm["attributes"] = map[string]any{"acr.loa.map": `{"silver":"1","gold":"2"}`}
	realm["otpPolicyCodeReusable"] = true // two step-ups of one test may fall into one half minute
	realm["browserFlow"] = "by class"
	realm["directGrantFlow"] = "direct"
	realm["authenticationFlows"] = []any{
		flow("by class", true, step("auth-cookie", "ALTERNATIVE", ""), under("forms", "ALTERNATIVE")),
		flow("forms", false, under("silver", "CONDITIONAL"), under("gold", "CONDITIONAL")),
		flow("silver", false, step(levelCondition, "REQUIRED", "level 1"), step("auth-username-password-form", "REQUIRED", "by password")),
		flow("gold", false, step(levelCondition, "REQUIRED", "level 2"), step("auth-otp-form", "REQUIRED", "by code")),
		flow("direct", true, step("direct-grant-validate-username", "REQUIRED", ""), step("direct-grant-validate-password", "REQUIRED", "")),
	}
	realm["authenticatorConfig"] = []any{
		config("level 1", map[string]any{"loa-condition-level": "1", "loa-max-age": "36000"}),
		config("level 2", map[string]any{"loa-condition-level": "2", "loa-max-age": "0"}),
		config("by password", map[string]any{"default.reference.value": "pwd", "default.reference.maxAge": "36000"}),
		config("by code", map[string]any{"default.reference.value": "otp", "default.reference.maxAge": "36000"}),
	}
	officer := realm["users"].([]any)[0].(map[string]any)
	officer["credentials"] = append(officer["credentials"].([]any), map[string]any{
		"type": "otp", "secretData": `{"value":"` + otpSecret + `"}`,
		"credentialData": `{"subType":"totp","digits":6,"counter":0,"period":30,"algorithm":"HmacSHA1"}`,
	})
	return realm
}

const levelCondition = "conditional-level-of-authentication"

func flow(name string, top bool, executions ...map[string]any) map[string]any {
	for i, e := range executions {
		e["priority"] = 10 * (i + 1)
	}
	return map[string]any{
		"alias": name, "providerId": "basic-flow", "topLevel": top, "builtIn": false, "authenticationExecutions": executions,
	}
}

func step(authenticator, requirement, configured string) map[string]any {
	s := map[string]any{"authenticator": authenticator, "authenticatorFlow": false, "requirement": requirement, "userSetupAllowed": false}
	if configured != "" {
		s["authenticatorConfig"] = configured
	}
	return s
}

func under(name, requirement string) map[string]any {
	return map[string]any{"flowAlias": name, "authenticatorFlow": true, "requirement": requirement, "userSetupAllowed": false}
}

func config(name string, values map[string]any) map[string]any {
	return map[string]any{"alias": name, "config": values}
}
