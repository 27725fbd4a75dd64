($states IS NULL OR c.state IN $states) AND ($dueBefore IS NULL OR c.due < $dueBefore) AND (c.except IS NULL OR NOT $reader IN c.except)
    AND $key >= c.made AND CASE WHEN c.made = $key THEN c.id > $after ELSE true END
