($states IS NULL OR c.state IN $states) AND ($dueBefore IS NULL OR c.due < $dueBefore)
    AND (c.made < $key OR (c.made = $key AND c.id > $after))
