OPTIONAL MATCH (q:Rationed {officer: $officer, for: $for})
WITH count(q) AS used, min(q.at) AS first
CALL (used) {
  WITH used WHERE used < $most
  CREATE (q:Rationed {officer: $officer, for: $for, at: $at})
  RETURN count(q) AS made
}
RETURN used, first, made
