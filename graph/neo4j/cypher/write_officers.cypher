UNWIND $rows AS row MERGE (p:Officer {id: row.id}) SET p += row
