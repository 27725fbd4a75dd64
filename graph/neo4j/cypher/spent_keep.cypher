MERGE (t:SpentToken {name: $name})
SET t.until = $until, t.times = coalesce(t.times, 0) + 1
RETURN t.times AS times
