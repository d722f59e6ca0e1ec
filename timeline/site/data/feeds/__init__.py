"""Feeds of what was added and corrected: which there are, what they say of an entry, and the two formats."""
