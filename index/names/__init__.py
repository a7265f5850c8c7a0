"""Names typed for values: officials, posts, bodies, provinces."""
