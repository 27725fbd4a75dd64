$key <= r.sort AND CASE WHEN r.sort = $key THEN r.id > $after ELSE true END
