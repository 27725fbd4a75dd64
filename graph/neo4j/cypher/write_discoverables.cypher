UNWIND $rows AS row
CREATE (d:Discoverable {id: row.id, owner: row.owner, schemes: row.schemes})
WITH row
UNWIND row.tokens AS token
CREATE (t:HitToken {token: token, record: row.id})
