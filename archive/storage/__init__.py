"""The store: the source of truth, its change log and its corrections."""
