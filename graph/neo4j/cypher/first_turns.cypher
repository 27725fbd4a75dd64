MATCH (c:Change) WHERE c.revision >= $from AND any(id IN c.records WHERE id IN $ids)
UNWIND range(0, size(c.records) - 1) AS at
WITH c, at WHERE c.records[at] IN $ids
WITH c.records[at] AS id, c.recordsWas[at] AS was ORDER BY c.revision
RETURN id, collect(was)[0] AS was
