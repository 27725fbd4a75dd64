{{.}}.marking IN $sight AND CASE
  WHEN {{.}}.knownFrom <= $asOf THEN NOT {{.}}.retired
  ELSE EXISTS {
    MATCH (w:Version)
    WHERE w.of = {{.}}.id AND w.knownFrom <= $asOf AND $asOf < w.knownUntil AND w.marking IN $sight AND NOT w.retired
  } END
