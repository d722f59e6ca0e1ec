"""The search's index, written at build time."""
