MATCH (a:Record)-[l:LINK {id: $id}]->(b:Record)
WHERE l.marking IN $sight AND a.marking IN $sight AND NOT a.retired AND b.marking IN $sight AND NOT b.retired
CALL (l) {
  RETURN properties(l) AS link, l.knownFrom AS since, datetime({year: 9999}) AS until
  UNION ALL
  MATCH (v:Version) WHERE v.of = l.id AND v.knownFrom IS NOT NULL AND v.marking IN $sight
  RETURN properties(v) AS link, v.knownFrom AS since, v.knownUntil AS until
}
RETURN link, a.id AS from, b.id AS to ORDER BY since DESC, until DESC
