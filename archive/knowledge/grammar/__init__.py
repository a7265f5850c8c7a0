"""How names, areas, bodies and posts are printed."""
