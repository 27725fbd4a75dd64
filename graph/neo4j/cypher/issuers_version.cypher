MATCH (t:TrustRegistry {name: 'issuers'})
RETURN t.version AS version
