CALL () {
  MATCH (:Organisation {id: $organisation})<-[p:PARTY]-(o:Operation)
  WHERE {{template "within.cypher" "p"}}
  RETURN o
  UNION
  MATCH (o:Operation) WHERE $organisation IN o.invited
  RETURN o
}
WITH DISTINCT o
{{template "operation_whole.cypher"}}