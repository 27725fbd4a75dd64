{{template "from_named.cypher"}}WHERE r.marking IN $sight AND NOT r.retired AND r.kind IN $kinds
WITH r, size([w IN $words WHERE w IN r.terms]) AS exact, size(r.terms) AS terms
RETURN properties(r) AS record ORDER BY exact DESC, terms, r.sort, r.id LIMIT $limit
