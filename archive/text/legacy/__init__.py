"""Encodings Vietnamese was written in before Unicode, one a module: tables of facts with their source.

Each module converts between modern text and its encoding as it looks when its bytes are read as windows-1252
(VIQR is ASCII): `convert` to modern composed letters, `restore` back.
"""
