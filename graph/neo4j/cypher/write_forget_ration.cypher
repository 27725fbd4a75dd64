MATCH (q:Rationed {officer: $officer, for: $for})
WHERE q.at <= $since
DETACH DELETE q
