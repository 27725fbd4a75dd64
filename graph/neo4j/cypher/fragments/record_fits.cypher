NOT r.retired
  AND ($at IS NULL OR ((r.validBegin IS NULL OR r.validBegin <= $at) AND (r.validEnd IS NULL OR $at < r.validEnd)))
  AND ($countries IS NULL OR any(c IN r.countries WHERE c IN $countries))
  AND ($words IS NULL OR all(w IN $words WHERE any(t IN r.terms WHERE t STARTS WITH w)))
