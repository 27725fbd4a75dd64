MATCH (r:Record) USING INDEX SEEK r:Record(marking, knownFrom, id, kind)
  WHERE r.marking = marking AND r.knownFrom <= $key AND r.id IS NOT NULL AND r.kind IS NOT NULL
    AND {{template "after_recent.cypher"}} AND r.kind IN $kinds AND {{template "record_fits.cypher"}}
  WITH r ORDER BY r.marking DESC, r.knownFrom DESC, r.id
