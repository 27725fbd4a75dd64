MATCH (s:Session) WHERE s.ends <= $now
WITH s LIMIT 1000
OPTIONAL MATCH (s)-[:MARKED]->(mark:SessionMark)
DETACH DELETE s, mark
