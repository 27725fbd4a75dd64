UNWIND $rows AS row CREATE (i:Involvement) SET i = row
