"""RawDocument -> Article or Rejected: clean body, title, outlet, byline, language, publication date, copies."""
