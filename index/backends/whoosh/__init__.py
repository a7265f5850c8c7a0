"""The embedded engine: Whoosh stores and reads postings, numpy does everything with them."""

from index.backends.whoosh.backend import WhooshBackend

__all__ = ["WhooshBackend"]
