"""The query language: what was typed, as nodes of a query."""
