"""Measurements of the project beside others, as ratios in one run."""
