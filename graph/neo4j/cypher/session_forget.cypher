MATCH (s:Session) WHERE s.ends <= $now
WITH s LIMIT 1000
DELETE s
