$key >= r.knownFrom AND CASE WHEN r.knownFrom = $key THEN r.id > $after ELSE true END
