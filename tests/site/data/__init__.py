"""Tests of timeline/site/data."""
