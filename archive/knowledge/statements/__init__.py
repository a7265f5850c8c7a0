"""Statements: who said what, read out of a clean article."""
