MATCH (t:Retention) USING INDEX SEEK t:Retention(marking, review, of)
  WHERE t.marking = marking AND t.review >= $key AND t.review < $due AND t.of IS NOT NULL
    AND CASE WHEN t.review = $key THEN t.of > $after ELSE true END
    AND (EXISTS { MATCH (r:Record) USING INDEX SEEK r:Record(id) WHERE r.id = t.of AND r.marking IN $sight }
      OR EXISTS {
        MATCH (a:Record)-[l:LINK]->(b:Record) USING INDEX SEEK l:LINK(id)
        WHERE l.id = t.of AND l.marking IN $sight AND a.marking IN $sight AND b.marking IN $sight
      }
      OR EXISTS {
        MATCH (i:Involvement) USING INDEX SEEK i:Involvement(id) WHERE i.id = t.of AND i.marking IN $sight
          AND {{template "own_role.cypher" ""}}
      })
  WITH t ORDER BY t.marking, t.review, t.of
