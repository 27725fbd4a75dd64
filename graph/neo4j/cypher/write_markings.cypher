UNWIND $rows AS row CREATE (m:Marking) SET m = row
