CALL ({{.}}) {
  WITH {{.}} WHERE {{.}}.knownFrom <= $asOf AND NOT {{.}}.retired
  RETURN properties({{.}}) AS then
  UNION ALL
  WITH {{.}}
  MATCH (v:Version)
  WHERE v.of = {{.}}.id AND v.knownFrom <= $asOf AND $asOf < v.knownUntil AND v.marking IN $sight AND NOT v.retired
  RETURN properties(v) AS then
}
