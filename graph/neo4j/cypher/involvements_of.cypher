{{template "from_involvements_of.cypher"}}WITH i WHERE i.id > $after
RETURN properties(i) AS involvement ORDER BY i.id LIMIT $limit
