MATCH (s:Session {key: $key})
RETURN s.sealed AS sealed
