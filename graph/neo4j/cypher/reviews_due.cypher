MATCH (t:Retention) USING INDEX SEEK t:Retention(told, review)
WHERE t.told = false AND t.review < $due
RETURN properties(t) AS retention ORDER BY t.owner, t.of LIMIT $limit
