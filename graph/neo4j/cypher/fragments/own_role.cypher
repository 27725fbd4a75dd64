EXISTS { MATCH (r:Record) USING INDEX SEEK r:Record(id) WHERE r.id = i.person AND r.marking IN $sight {{.}}}
        AND EXISTS { MATCH (o:Operation)-[p:PARTY]->(:Organisation {id: $owner}) USING INDEX SEEK o:Operation(id) WHERE o.id = i.operation AND {{template "within.cypher" "p"}} }
