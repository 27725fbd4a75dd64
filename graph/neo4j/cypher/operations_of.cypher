UNWIND $organisations AS organisation
MATCH (:Organisation {id: organisation})<-[p:PARTY]-(o:Operation)
WHERE {{template "within.cypher" "p"}}
WITH DISTINCT o
{{template "operation_whole.cypher"}}