"""Checking a quote: whether the archive has these words, and whether somebody said them there."""
