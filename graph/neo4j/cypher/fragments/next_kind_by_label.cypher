MATCH (r:Record) USING INDEX SEEK r:Record(marking, kind, sort, id)
  WHERE r.marking = marking AND r.kind = kind AND r.sort >= $key AND r.id IS NOT NULL
    AND {{template "after_label.cypher"}} AND {{template "record_fits.cypher"}}
  WITH r ORDER BY r.marking, r.kind, r.sort, r.id
