MATCH (r:Record) USING INDEX SEEK r:Record(marking, kind, knownFrom, id)
  WHERE r.marking = marking AND r.kind = kind AND r.knownFrom <= $key AND r.id IS NOT NULL
    AND {{template "after_recent.cypher"}} AND {{template "record_fits.cypher"}}
  WITH r ORDER BY r.marking DESC, r.kind DESC, r.knownFrom DESC, r.id
