MATCH (c:Change) WHERE c.revision > $after
RETURN properties(c) AS change ORDER BY c.revision LIMIT $limit
