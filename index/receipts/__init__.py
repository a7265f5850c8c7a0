"""Proof of a result set, and what changed since."""
