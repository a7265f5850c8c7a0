"""From the store to a generation of the index."""
