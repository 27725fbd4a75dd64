WITH a, b, properties(l) AS l // all at once: each property read by itself walks the link's whole chain of them
RETURN l.id AS id, a.id AS from, b.id AS to, l.kind AS kind, l.marking AS marking, l.retired AS retired, l.weakness AS weakness,
  l.validBegin.epochMillis AS validFrom, l.validEnd.epochMillis AS validUntil, l.at.epochMillis AS at, l.amount AS amount
