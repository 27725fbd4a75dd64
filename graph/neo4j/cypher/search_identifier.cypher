UNWIND $queries AS query
CALL db.index.fulltext.queryNodes('record_identified', query) YIELD node AS r
WITH r
WHERE r.marking IN $sight AND NOT r.retired AND r.kind IN $kinds AND $token IN r.identifiers
RETURN properties(r) AS record ORDER BY r.sort, r.id LIMIT $limit
