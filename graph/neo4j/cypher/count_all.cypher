MATCH (r:Record) USING INDEX SEEK r:Record(marking, sort, id, kind)
WHERE r.sort IS NOT NULL AND r.id IS NOT NULL AND r.kind IS NOT NULL
  AND {{template "record_filter.cypher"}}
RETURN count(r) AS count
