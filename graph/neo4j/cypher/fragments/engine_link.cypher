WITH a, b, properties(l) AS l, CASE l.kind WHEN "TRAVELLED_ON" THEN b END AS journey // all at once: each property read by itself walks the link's whole chain of them
RETURN l.id AS id, a.id AS from, b.id AS to, l.kind AS kind, l.marking AS marking, l.retired AS retired, l.weakness AS weakness,
  l.validBegin.epochMillis AS validFrom, l.validEnd.epochMillis AS validUntil, coalesce(l.at, journey.departs).epochMillis AS at, journey.arrives.epochMillis AS ended, l.amount AS amount
