"""Saved web pages: which part of one is the article, and in which roles."""
