(r.sort > $key OR (r.sort = $key AND r.id > $after))
