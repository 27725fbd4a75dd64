MATCH (t:Retention)
WHERE t.owner = $owner AND t.review < $due AND (t.review > $key OR (t.review = $key AND t.of > $after))
  AND (EXISTS { MATCH (r:Record {id: t.of}) WHERE r.marking IN $sight }
    OR EXISTS { MATCH ()-[l:LINK {id: t.of}]->() WHERE l.marking IN $sight }
    OR EXISTS { MATCH (i:Involvement {id: t.of}) WHERE i.marking IN $sight })
RETURN properties(t) AS retention ORDER BY t.review, t.of LIMIT $limit
