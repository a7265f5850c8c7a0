"""Who the officials of all articles are, and what they held when."""
