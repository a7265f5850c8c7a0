"""Where an article plays: the units of the country and how texts name them."""
