MATCH (c:CaseObject) WHERE c.id IN $ids
RETURN c.id AS id, c.version AS version, c.marking AS marking, c.kind AS kind, c.made AS made, c.knownFrom AS knownFrom
