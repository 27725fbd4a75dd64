UNWIND $rows AS row MERGE (g:Organisation {id: row.id}) SET g = row
