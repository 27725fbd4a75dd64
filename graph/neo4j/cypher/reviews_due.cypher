MATCH (t:Retention) WHERE t.review < $due AND NOT coalesce(t.told, false)
RETURN properties(t) AS retention ORDER BY t.owner, t.of LIMIT $limit
