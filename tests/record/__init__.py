"""Tests of timeline/record."""
