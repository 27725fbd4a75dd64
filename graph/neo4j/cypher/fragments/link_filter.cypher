($kinds IS NULL OR l.kind IN $kinds)
    AND ($direction IN ['', 'EITHER'] OR ($direction = 'OUTGOING' AND startNode(l) = a) OR ($direction = 'INCOMING' AND endNode(l) = a))
    AND ($weakness IS NULL OR {{.}}.weakness <= $weakness)
    AND ($at IS NULL OR (({{.}}.validBegin IS NULL OR {{.}}.validBegin <= $at) AND ({{.}}.validEnd IS NULL OR $at < {{.}}.validEnd)))
