MERGE (i:Issuer {name: $name})
SET i.body = $body
