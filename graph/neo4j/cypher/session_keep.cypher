CREATE (s:Session {key: $key, sealed: $sealed, ends: $ends})
