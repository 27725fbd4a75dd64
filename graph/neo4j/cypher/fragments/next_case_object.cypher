MATCH (c:CaseObject) USING INDEX SEEK c:CaseObject(marking, kind, made, id)
  WHERE c.marking = marking AND c.kind = kind AND c.made <= $key AND c.id IS NOT NULL
    AND {{template "case_filter.cypher"}}
  WITH c ORDER BY c.marking DESC, c.kind DESC, c.made DESC, c.id
