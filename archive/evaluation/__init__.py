"""How well articles are understood: annotated articles (gold) in, counts and figures out."""
