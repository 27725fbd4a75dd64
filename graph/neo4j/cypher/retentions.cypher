MATCH (t:Retention) WHERE t.of IN $ids AND t.owner = $owner
RETURN properties(t) AS retention
