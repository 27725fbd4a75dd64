MATCH (s:Subject)<-[:ABOUT]-(c:CaseObject)
WHERE s.id IN $about AND c.marking IN $sight AND c.kind IN $kinds
WITH DISTINCT c
WHERE {{template "case_filter.cypher"}}
RETURN properties(c) AS object ORDER BY c.made DESC, c.id LIMIT $limit
