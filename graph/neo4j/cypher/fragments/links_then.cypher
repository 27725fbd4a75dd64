MATCH (a)-[l:LINK]-(b:Record)
  WHERE l.marking IN $sight AND {{template "seen_then.cypher" "b"}}
  {{template "known_then.cypher" "l"}}
  WITH a, l, then
  WHERE {{template "link_filter.cypher" "then"}}
