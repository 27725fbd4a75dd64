MATCH (s:Session {key: $key})
SET s.sealed = $sealed
REMOVE s.held
