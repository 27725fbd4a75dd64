WITH r, row, CASE WHEN NOT $import THEN coalesce(r.imported, r.content) END AS imported
CREATE (v:Version)
SET v = properties(r), v.of = row.id, v.noun = $noun, v.knownUntil = row.knownFrom,
  v.id = null, v.terms = null, v.seenBy = null, v.identifiers = null, v.sort = null, v.countries = null, v.content = null,
  v.imported = null, v.reviewUnder = null, v.identifiedUnder = null
SET r = row, r.imported = imported
WITH row
MATCH (t:Retention {of: row.id}) SET t.marking = row.marking
