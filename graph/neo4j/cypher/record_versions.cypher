MATCH (r:Record {id: $id}) WHERE r.marking IN $sight
CALL (r) {
  RETURN properties(r) AS record, r.knownFrom AS since, datetime({year: 9999}) AS until
  UNION ALL
  MATCH (v:Version) WHERE v.of = r.id AND v.knownFrom IS NOT NULL AND v.marking IN $sight
  RETURN properties(v) AS record, v.knownFrom AS since, v.knownUntil AS until
}
RETURN record ORDER BY since DESC, until DESC
