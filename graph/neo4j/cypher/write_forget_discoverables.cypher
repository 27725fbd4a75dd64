UNWIND $ids AS id
OPTIONAL MATCH (t:HitToken {record: id})
DETACH DELETE t
WITH DISTINCT id
OPTIONAL MATCH (d:Discoverable {id: id})
DETACH DELETE d
