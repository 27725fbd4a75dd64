MATCH (r:Record) USING INDEX SEEK r:Record(marking, sort, id, kind)
  WHERE r.marking = marking AND r.sort >= $key AND r.id IS NOT NULL AND r.kind IS NOT NULL
    AND {{template "after_label.cypher"}} AND r.kind IN $kinds AND {{template "record_fits.cypher"}}
  WITH r ORDER BY r.marking, r.sort, r.id
