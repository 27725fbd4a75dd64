MATCH (r:Record) WHERE r.id IN $ids
RETURN r.id AS id, r.version AS version, r.marking AS marking, r.kind AS kind, r.retired AS retired,
  r.content AS content, r.imported AS imported, r.knownFrom AS knownFrom
