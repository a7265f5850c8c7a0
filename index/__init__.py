"""How an article is found: fields, analysis, query language, backends, searching."""
