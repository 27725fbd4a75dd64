MATCH (s:Session {key: $key})
OPTIONAL MATCH (s)-[:MARKED]->(mark:SessionMark)
DETACH DELETE s, mark
