MATCH (s:Session {key: $key})
DELETE s
