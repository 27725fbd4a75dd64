MATCH (i:Issuer)
RETURN i.body AS body
ORDER BY i.name
