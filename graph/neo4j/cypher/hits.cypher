MATCH (t:HitToken {token: $token})
MATCH (r:Record {id: t.record})
WHERE NOT r.retired
RETURN r.id AS record, r.marking AS marking ORDER BY record
