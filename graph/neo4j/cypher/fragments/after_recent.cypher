(r.knownFrom < $key OR (r.knownFrom = $key AND r.id > $after))
