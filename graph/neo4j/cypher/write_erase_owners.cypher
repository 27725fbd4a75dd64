UNWIND $rows AS row MATCH (e:Erased {id: row.id}) SET e.owner = row.owner
