MATCH (v:Version) WHERE v.of = $id AND v.noun = 'o' AND v.knownFrom IS NOT NULL
RETURN v.json AS json, v.knownUntil AS until ORDER BY v.knownUntil DESC, v.knownFrom DESC
