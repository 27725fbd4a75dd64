UNWIND $rows AS row MERGE (t:Retention {of: row.of}) SET t = row
