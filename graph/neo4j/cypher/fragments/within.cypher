{{.}}.from <= $t AND ({{.}}.until IS NULL OR $t < {{.}}.until)
