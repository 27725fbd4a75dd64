UNWIND $marks AS mark
CALL (mark) {
  MATCH (r:Record) USING INDEX SEEK r:Record(reviewUnder, id)
  WHERE r.reviewUnder = mark.marking AND r.id > mark.after AND r.marking IN $sight AND NOT r.retired
    AND NOT {{template "own_review.cypher" "r"}}
  WITH r ORDER BY r.reviewUnder, r.id LIMIT $limit
  RETURN r.id AS id
UNION ALL
  MATCH (a:Record)-[l:LINK]->(b:Record) USING INDEX SEEK l:LINK(reviewUnder, id)
  WHERE l.reviewUnder = mark.marking AND l.id > mark.after AND l.marking IN $sight AND NOT l.retired
    AND a.marking IN $sight AND NOT a.retired AND b.marking IN $sight AND NOT b.retired
    AND NOT {{template "own_review.cypher" "l"}}
  WITH l ORDER BY l.reviewUnder, l.id LIMIT $limit
  RETURN l.id AS id
UNION ALL
  MATCH (i:Involvement) USING INDEX SEEK i:Involvement(reviewUnder, id)
  WHERE i.reviewUnder = mark.marking AND i.id > mark.after AND i.marking IN $sight AND NOT i.retired
    AND {{template "own_role.cypher" "AND NOT r.retired"}}
    AND NOT {{template "own_review.cypher" "i"}}
  WITH i ORDER BY i.reviewUnder, i.id LIMIT $limit
  RETURN i.id AS id
}
WITH id, mark.review AS review ORDER BY review, id LIMIT $limit
OPTIONAL MATCH (t:Retention {of: id})
RETURN id, review, properties(t) AS retention ORDER BY review, id
