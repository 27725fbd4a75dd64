MATCH (:SessionMark {mark: $mark})<-[:MARKED]-(s:Session)
RETURN s.key AS key, s.sealed AS sealed
