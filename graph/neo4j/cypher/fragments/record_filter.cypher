r.marking IN $sight AND r.kind IN $kinds AND {{template "record_fits.cypher"}}
