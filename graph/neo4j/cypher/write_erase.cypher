CALL () {
  UNWIND $links AS id
  MATCH ()-[l:LINK {id: id}]->() DELETE l
}
CALL () { MATCH (i:Involvement) WHERE i.id IN $involvements DETACH DELETE i }
CALL () { UNWIND $links + $involvements AS id MERGE (:Erased {id: id}) }
CALL () { MATCH (r:Record) WHERE r.id IN $records REMOVE r:Record SET r = {id: r.id} SET r:Erased }
CALL () { MATCH (v:Version) WHERE v.of IN $records + $links + $involvements AND v.knownFrom IS NOT NULL DELETE v }
CALL () { MATCH (t:Retention) WHERE t.of IN $records + $links + $involvements DELETE t }
CALL () { MATCH (t:HitToken) WHERE t.record IN $records DELETE t }
CALL () { MATCH (d:Discoverable) WHERE d.id IN $records DELETE d }
CALL () {
  MATCH (s:Subject)<-[:ABOUT]-(c:CaseObject {kind: 'COMMENT'})
  WHERE s.id IN $records + $links
  OPTIONAL MATCH (v:Version) WHERE v.of = c.id AND v.knownFrom IS NOT NULL
  DETACH DELETE c, v
}
