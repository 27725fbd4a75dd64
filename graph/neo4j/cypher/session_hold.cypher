MATCH (s:Session {key: $key})
SET s.held = true
RETURN s.sealed AS sealed
