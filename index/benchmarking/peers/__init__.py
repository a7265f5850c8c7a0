"""Other systems, each in the way its own documentation recommends; the only modules that import them."""
