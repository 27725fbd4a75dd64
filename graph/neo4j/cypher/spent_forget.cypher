MATCH (t:SpentToken) WHERE t.until < $now
WITH t LIMIT 1000
DELETE t
