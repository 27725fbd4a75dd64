CREATE (s:Session {key: $key, sealed: $sealed, ends: $ends})
FOREACH (mark IN $marks | CREATE (s)-[:MARKED]->(:SessionMark {mark: mark}))
