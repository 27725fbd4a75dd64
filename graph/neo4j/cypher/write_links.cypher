UNWIND $rows AS row
MATCH (a:Record {id: row.from})
WHERE (row.fromOwn OR a.marking IN $sight) AND NOT a.retired AND a.kind IN $begins[row.props.kind]
MATCH (b:Record {id: row.to})
WHERE (row.toOwn OR b.marking IN $sight) AND NOT b.retired AND b.kind IN $ends[row.props.kind]
  AND (row.props.kind <> 'SAME_AS' OR a.kind = b.kind)
CREATE (a)-[l:LINK]->(b) SET l += row.props
RETURN count(l) AS count
