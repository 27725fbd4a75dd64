MATCH (a)-[l:LINK]-(b:Record)
  WHERE l.marking IN $sight AND NOT l.retired AND b.marking IN $sight AND NOT b.retired
    AND {{template "link_filter.cypher" "l"}}
