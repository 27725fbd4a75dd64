MATCH (t:Retention) USING INDEX t:Retention(marking, review, of)
  WHERE t.marking = marking AND t.review >= $key AND t.review < $due AND t.of IS NOT NULL
    AND CASE WHEN t.review = $key THEN t.of > $after ELSE true END
    AND (EXISTS { MATCH (r:Record {id: t.of}) WHERE r.marking IN $sight }
      OR EXISTS { MATCH (a:Record)-[l:LINK {id: t.of}]->(b:Record) WHERE l.marking IN $sight AND a.marking IN $sight AND b.marking IN $sight }
      OR EXISTS {
        MATCH (i:Involvement {id: t.of}) WHERE i.marking IN $sight
          AND EXISTS { MATCH (r:Record {id: i.person}) WHERE r.marking IN $sight }
          AND EXISTS { MATCH (:Operation {id: i.operation})-[p:PARTY]->(:Organisation {id: $owner}) WHERE {{template "within.cypher" "p"}} }
      })
  WITH t ORDER BY t.marking, t.review, t.of
