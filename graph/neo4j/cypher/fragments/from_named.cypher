UNWIND $queries AS query
CALL db.index.fulltext.queryNodes('record_terms', query) YIELD node AS r
WITH r
