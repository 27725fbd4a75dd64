MATCH (t:Retention)
WHERE t.owner = $owner AND t.review < $due AND (t.review > $key OR (t.review = $key AND t.of > $after))
  AND (EXISTS { MATCH (r:Record {id: t.of}) WHERE r.marking IN $sight }
    OR EXISTS { MATCH (a:Record)-[l:LINK {id: t.of}]->(b:Record) WHERE l.marking IN $sight AND a.marking IN $sight AND b.marking IN $sight }
    OR EXISTS {
      MATCH (i:Involvement {id: t.of}) WHERE i.marking IN $sight
        AND EXISTS { MATCH (r:Record {id: i.person}) WHERE r.marking IN $sight }
        AND EXISTS { MATCH (:Operation {id: i.operation})-[p:PARTY]->(:Organisation {id: $owner}) WHERE {{template "within.cypher" "p"}} }
    })
RETURN properties(t) AS retention ORDER BY t.review, t.of LIMIT $limit
