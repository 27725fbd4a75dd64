({{.}}.child OR {{.}}.marking IN $compartment OR
  CASE size({{.}}.birthDate) WHEN 4 THEN {{.}}.birthDate + '-12-31' WHEN 7 THEN {{.}}.birthDate + '-31' ELSE {{.}}.birthDate END > $adult)