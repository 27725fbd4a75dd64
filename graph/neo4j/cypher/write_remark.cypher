CALL () {
  UNWIND $records AS row
  MATCH (r:Record {id: row.id})
  CREATE (v:Version)
  SET v = properties(r), v.of = row.id, v.noun = 'r', v.knownUntil = row.knownFrom,
    v.id = null, v.terms = null, v.seenBy = null, v.identifiers = null, v.sort = null, v.countries = null, v.content = null,
    v.reviewUnder = null, v.identifiedUnder = null
  SET r.marking = row.marking, r.reviewUnder = row.reviewUnder, r.seenBy = row.seenBy,
    r.identifiedUnder = CASE WHEN r.identifiers IS NOT NULL THEN row.seenBy END, r.version = row.version, r.knownFrom = row.knownFrom
}
CALL () {
  UNWIND $links AS row
  MATCH ()-[l:LINK {id: row.id}]->()
  CREATE (v:Version) SET v = properties(l), v.of = row.id, v.noun = 'l', v.knownUntil = row.knownFrom, v.id = null, v.content = null,
    v.reviewUnder = null
  SET l.marking = row.marking, l.reviewUnder = row.reviewUnder, l.version = row.version, l.knownFrom = row.knownFrom
}
CALL () {
  UNWIND $involvements AS row
  MATCH (i:Involvement {id: row.id})
  CREATE (v:Version) SET v = properties(i), v.of = row.id, v.noun = 'i', v.knownUntil = row.knownFrom, v.id = null, v.content = null,
    v.reviewUnder = null
  SET i.marking = row.marking, i.reviewUnder = row.reviewUnder, i.version = row.version, i.knownFrom = row.knownFrom
}
CALL () {
  UNWIND coalesce($records, []) + coalesce($links, []) + coalesce($involvements, []) AS row
  MATCH (t:Retention {of: row.id}) SET t.marking = row.marking
}
