MATCH (:Officer {id: $officer})-[m:MEMBER]->(o:Operation)-[p:PARTY]->(:Organisation {id: $organisation})
WHERE m.organisation = $organisation AND NOT coalesce(o.draft, false)
UNWIND [m.from, m.until, p.from, p.until, o.begins, o.ends, o.ended] AS turn
WITH turn WHERE turn > $t
RETURN min(turn) AS turns
