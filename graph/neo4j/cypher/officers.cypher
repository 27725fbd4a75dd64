MATCH (p:Officer) WHERE p.id IN $ids
RETURN properties(p) AS officer
