MERGE (t:TrustRegistry {name: 'issuers'})
SET t.version = coalesce(t.version, 0) + 1
WITH t
MATCH (i:Issuer {name: $name})
RETURN i.body AS body
