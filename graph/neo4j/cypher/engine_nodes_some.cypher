MATCH (r:Record) WHERE r.id IN $ids
RETURN r.id AS id, r.kind AS kind, r.marking AS marking, r.retired AS retired
